using Xunit.Abstractions;
using Xunit.Sdk;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>Marks the journey that looks back at all the others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LastAttribute : Attribute;

/// <summary>The journeys in any order, and the one that looks back after them.</summary>
public sealed class LastOrderer : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(test => IsLast(test) ? 1 : 0);

    private static bool IsLast(ITestCase test) =>
        test.TestMethod.Method.GetCustomAttributes(typeof(LastAttribute).AssemblyQualifiedName).Any();
}
