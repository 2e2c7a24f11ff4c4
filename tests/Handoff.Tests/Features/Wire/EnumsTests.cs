using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Disclosure;

namespace NaraVard.Handoff.Tests.Features.Wire;

/// <summary>Domain and wire have the same numbers and names: a cast is the mapping.</summary>
public sealed class EnumsTests
{
    [Fact]
    public void Outcome_kinds_agree() => Agree<OutcomeKind, Proto.OutcomeKind>();

    [Fact]
    public void End_reasons_agree() => Agree<EndReason, Proto.EndReason>();

    [Fact]
    public void States_agree() => Agree<HandoffState, Proto.HandoffState>();

    [Fact]
    public void Triage_colours_agree() => Agree<TriageColour, Proto.TriageColour>();

    [Fact]
    public void Reasons_agree() => Agree<ReasonCode, Proto.ReasonCode>();

    [Fact]
    public void Protections_agree() => Agree<Protection, Proto.Protection>();

    [Fact]
    public void Scopes_of_consent_agree() => Agree<ConsentScope, Proto.ConsentScope>();

    [Fact]
    public void Extents_of_a_look_up_agree() => Agree<LookUpExtent, Proto.LookUpExtent>();

    [Fact]
    public void Capacities_agree() => Agree<PersonCapacity, Proto.PersonCapacity>();

    [Fact]
    public void Holders_of_records_agree() => Agree<RecordHolder, Proto.RecordSource>();

    private static void Agree<T, TWire>()
        where T : struct, Enum
        where TWire : struct, Enum
    {
        var wire = Values<TWire>();

        Assert.Equal("Unspecified=0", wire[0]);
        Assert.Equal(Values<T>(), wire.Skip(1));
    }

    private static List<string> Values<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => $"{value}={Convert.ToInt32(value, null)}")];
}
