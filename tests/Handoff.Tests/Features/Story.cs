using Google.Protobuf.WellKnownTypes;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>Brings a handoff, through the API, to where a test begins. Each is about somebody new.</summary>
internal static class Story
{
    public const string Name = "Selma Nilsson";
    public const string Summary = "Föll i hallen, klarar inte trappan.";

    /// <summary>What the ER asks for somebody new, with consent; <paramref name="change"/> makes it another.</summary>
    public static RequestHandoffRequest Ask(this HandoffHost host, Action<RequestHandoffRequest>? change = null)
    {
        var request = new RequestHandoffRequest
        {
            HandoffId = Guid.CreateVersion7().ToString(),
            Person = new()
            {
                Number = host.Numbers.Adult(),
                Name = Name,
                Phone = "0980-319201",
                Protection = Protection.None,
            },
            KommunCode = "1780",
            Consent = new()
            {
                Given = true,
                AskedBy = "SE9900000176-101",
                AskedAt = Timestamp.FromDateTimeOffset(host.Now),
                Scope = ConsentScope.ResponsibleKommun,
            },
            Need = new()
            {
                ReasonCodes = { ReasonCode.Fall, ReasonCode.Mobility },
                Summary = Summary,
                ExpectedLeaveAt = Timestamp.FromDateTimeOffset(host.Now.AddHours(3)),
                TriageColour = TriageColour.Green,
                Frailty = 5,
                LivesAlone = true,
            },
            NextOfKin = new() { Name = "Karin Nilsson", Phone = "0980-319202", Relation = "dotter" },
            ErContact = new() { Name = "Koordinator akuten", Phone = "0980-319203" },
            ErReference = "Rum 4",
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>Somebody has been handed off to Karlstad, or where the change says; the handoff's id.</summary>
    public static async Task<string> Received(this HandoffHost host, Action<RequestHandoffRequest>? change = null) =>
        (await host.Er.RequestHandoffAsync(host.Ask(change))).HandoffId;

    /// <summary>Bibbi has taken it.</summary>
    public static async Task<string> Acknowledged(this HandoffHost host, Action<RequestHandoffRequest>? change = null)
    {
        var id = await host.Received(change);
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });
        return id;
    }

    /// <summary>Bibbi has begun.</summary>
    public static async Task<string> Started(
        this HandoffHost host, bool investigation = false, Action<RequestHandoffRequest>? change = null)
    {
        var id = await host.Acknowledged(change);
        await host.Bibbi.StartHandoffAsync(new() { HandoffId = id, Investigation = investigation });
        return id;
    }

    /// <summary>Bibbi has answered, with help that begins in the evening unless another outcome is said.</summary>
    public static async Task<string> Answered(
        this HandoffHost host, Outcome? outcome = null, Action<RequestHandoffRequest>? change = null)
    {
        var id = await host.Started(change: change);
        await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = id, Outcome = outcome ?? host.HelpThisEvening() });
        return id;
    }

    /// <summary>Bibbi is done.</summary>
    public static async Task<string> Closed(this HandoffHost host)
    {
        var id = await host.Answered();
        await host.Bibbi.CloseHandoffAsync(new() { HandoffId = id });
        return id;
    }

    /// <summary>Help that begins five hours from now.</summary>
    public static Outcome HelpThisEvening(this HandoffHost host) => new()
    {
        Kind = OutcomeKind.EffortOnHomecoming,
        ServiceStart = new()
        {
            What = "Hemtjänst kväll",
            StartsAt = Timestamp.FromDateTimeOffset(host.Now.AddHours(5)),
            Contact = new() { Name = "Hemtjänsten Karlstad", Phone = "0980-319211" },
        },
    };

    /// <summary>The handoff as Karlstad's desk sees it now.</summary>
    public static async Task<Contracts.Handoff.V1.Handoff> Read(
        this HandoffHost host, string id, TestUser? user = null) =>
        await host.As(user ?? People.Bibbi).GetHandoffAsync(new() { HandoffId = id });
}
