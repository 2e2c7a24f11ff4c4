using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Handoff.Domain;

namespace NaraVard.Handoff.Tests.Features.Wire;

/// <summary>
/// What may cross a border of secrecy is a list, and the list is here: a field that is added to a contract fails until
/// somebody has decided that it may cross (DOMAIN E3).
/// </summary>
public sealed class AllowListTests
{
    [Fact]
    public void The_region_is_answered_kind_start_and_contact() =>
        Assert.Equal(["outcome_kind", "starts_at", "contact"], Fields(RegionAnswer.Descriptor));

    [Fact]
    public void The_er_sees_of_a_sent_handoff_how_far_it_has_come_and_the_answer() => Assert.Equal(
        [
            "handoff_id", "version", "state", "end_reason", "er_reference", "desk", "receivers", "requested_at",
            "due_at", "is_overdue", "acknowledged_at", "answer", "allowed_actions",
        ],
        Fields(SentHandoff.Descriptor));

    [Fact]
    public void The_er_sees_of_those_inside_a_sent_handoff_no_person() => Assert.Equal(
        ["kommun_code", "received_at", "forwarded_at", "name", "phone", "relation"],
        [.. Fields(Proto.Receiver.Descriptor), .. Fields(Contact.Descriptor)]);

    [Fact]
    public void The_event_that_leaves_for_the_region_carries_the_answer() => Assert.Equal(
        ["ContactName", "ContactPhone", "HandoffId", "OccurredAt", "OutcomeKind", "Recipient", "StartsAt"],
        typeof(HandoffAnswered).GetProperties().Select(property => property.Name).Order());

    [Fact]
    public void Every_field_of_a_handoff_follows_is_made_anew_or_may_not_cross()
    {
        var decided = ForwardPreview.Copied.Concat(ForwardPreview.NeedsMapping).Concat(ForwardPreview.NotCopied);

        Assert.Equal(
            Contracts.Handoff.V1.Handoff.Descriptor.Fields.InDeclarationOrder().Select(field => field.JsonName).Order(),
            decided.Order());
    }

    private static IEnumerable<string> Fields(Google.Protobuf.Reflection.MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Select(field => field.Name);
}
