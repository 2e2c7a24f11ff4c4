using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Scripts that stop at the first fault and are short, and images that are what they were yesterday.</summary>
internal static partial class Machinery
{
    private const int ScriptLinesMax = 80;

    public static IEnumerable<string> Scripts(Repository tree)
    {
        foreach (var file in tree.Files.Where(file => Shebang().IsMatch(file.Text)))
        {
            if (file.Lines.Length > ScriptLinesMax)
                yield return $"{file.Path}: {file.Lines.Length} lines";
            if (!file.Lines.Contains("set -euo pipefail"))
                yield return $"{file.Path}: no set -euo pipefail";
            if (!file.Lines[1].StartsWith("# ", StringComparison.Ordinal))
                yield return $"{file.Path}: its second line does not say what it is for";
        }
    }

    public static IEnumerable<string> Images(Repository tree)
    {
        foreach (var file in tree.Files.Where(file => file.Name.StartsWith("Dockerfile", StringComparison.Ordinal)))
        {
            foreach (var line in file.Lines.Where(line => Image().IsMatch(line) && !Pinned().IsMatch(line)))
                yield return $"{file.Path}: {line}: not an exact version";
            var user = file.Lines.LastOrDefault(line => line.StartsWith("USER ", StringComparison.Ordinal));
            if (user is null || !NumericUser().IsMatch(user))
                yield return $"{file.Path}: ends without a numeric user that is not root";
        }
    }

    [GeneratedRegex(@"\A#!.*\b(bash|sh)\n")]
    private static partial Regex Shebang();

    [GeneratedRegex(@"^(ARG \w+=|FROM )\w[\w.-]*\.\w+/")]
    private static partial Regex Image();

    [GeneratedRegex(@":\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?( AS \w+)?$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^USER [1-9][0-9]*(:[1-9][0-9]*)?$")]
    private static partial Regex NumericUser();
}
