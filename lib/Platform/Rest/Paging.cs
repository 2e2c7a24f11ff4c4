using System.Globalization;
using NaraVard.Api.V1;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rest;

/// <summary>
/// Which part of a list the caller wants: <c>page</c> from 1, <c>limit</c> from 1 to 100, 20 when not said.
/// </summary>
public readonly record struct Paging
{
    private const int LimitDefault = 20;
    private const int LimitMax = 100;
    private const int PageMax = 1_000_000;

    private Paging(int page, int limit) => (Page, Limit) = (page, limit);

    /// <summary>The page, from 1.</summary>
    public int Page { get; }

    /// <summary>The most entries a page may hold.</summary>
    public int Limit { get; }

    /// <summary>How many entries come before the page.</summary>
    public int Skip => (Page - 1) * Limit;

    /// <summary>
    /// Takes <c>page</c> and <c>limit</c> of a request; 0 means not said. What is out of range is a violation.
    /// </summary>
    public static Paging Parse(int page, int limit, Violations violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return new(
            Within("page", page, 1, PageMax, violations), Most("limit", limit, violations));
    }

    /// <summary>
    /// Takes how many entries an answer without pages may hold at most, from a field of the request: as <c>limit</c>.
    /// </summary>
    public static int Most(string field, int limit, Violations violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return Within(field, limit, LimitDefault, LimitMax, violations);
    }

    /// <summary>What the answer says about the page (<c>_meta</c>).</summary>
    /// <param name="count">How many entries this page holds.</param>
    /// <param name="total">How many entries the whole list holds.</param>
    public PageMeta Meta(int count, int total) => new()
    {
        Page = Page,
        Limit = Limit,
        Count = count,
        TotalRecords = total,
        TotalPages = (int)(((long)total + Limit - 1) / Limit),
    };

    private static int Within(string field, int value, int unsaid, int max, Violations violations)
    {
        if (value == 0)
            return unsaid;
        if (value < 0 || value > max)
            violations.Add(field, "out-of-range", new(
                string.Create(CultureInfo.InvariantCulture, $"Värdet ska vara 1 till {max}."),
                string.Create(CultureInfo.InvariantCulture, $"The value is 1 to {max}.")));
        return Math.Clamp(value, 1, max);
    }
}
