using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Disclosure;

/// <summary>What the law lets a reader see.</summary>
/// <param name="Extent">How much.</param>
/// <param name="Code">The row of the decision table, kebab-case and stable.</param>
/// <param name="Law">The section that decides.</param>
/// <param name="Text">Why, for people.</param>
public sealed record LookUpDecision(LookUpExtent Extent, string Code, string Law, Text Text);

/// <summary>What a look-up may show, from nothing to the records.</summary>
public enum LookUpExtent
{
    /// <summary>Nothing.</summary>
    Nothing = 1,

    /// <summary>Who has records.</summary>
    WhoHas = 2,

    /// <summary>Who has blocked records, to ask them to lift the block.</summary>
    WhoBlocked = 3,

    /// <summary>The records.</summary>
    Records = 4,
}
