namespace NaraVard.Web.Tests.Running;

/// <summary>Somebody at the ER, with a published test number.</summary>
internal sealed record Patient(string Name)
{
    private static readonly string[] Numbers = Published();
    private static int last;

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Number { get; } = Numbers[Interlocked.Increment(ref last) % Numbers.Length];

    public string PostalCode { get; init; } = "65224";

    public string Colour { get; init; } = "GREEN";

    public string Protection { get; init; } = "NONE";

    public string Summary { get; init; } = "Föll i hallen, klarar inte trappan. Behöver hjälp första kvällen.";

    public string Reason { get; init; } = "FALL";

    public string Label { get; init; } = "Rum 4";

    public string NextOfKin { get; init; } = "Anna Nilsson";

    public string Relation { get; init; } = "dotter";

    public int LeavesInMinutes { get; init; } = 180;

    public object Request()
    {
        var now = TimeProvider.System.GetUtcNow();
        var isProtected = Protection != "NONE";
        return new
        {
            handoffId = Id,
            person = new
            {
                number = Number,
                name = Name,
                phone = "0980-319212",
                protection = $"PROTECTION_{Protection}",
            },
            postalCode = isProtected ? "" : PostalCode,
            kommunCode = isProtected ? "1780" : "",
            consent = new
            {
                given = true,
                askedBy = "SE9900000176-101",
                askedAt = now,
                scope = "CONSENT_SCOPE_RESPONSIBLE_KOMMUN",
            },
            need = new
            {
                reasonCodes = new[] { $"REASON_CODE_{Reason}" },
                summary = Summary,
                expectedLeaveAt = now.AddMinutes(LeavesInMinutes),
                triageColour = $"TRIAGE_COLOUR_{Colour}",
                frailty = 5,
                livesAlone = true,
            },
            nextOfKin = new { name = NextOfKin, phone = "0980-319250", relation = Relation },
            erContact = new { name = "Ledningssköterskan", phone = "0980-319260" },
            erReference = Label,
        };
    }

    private static string[] Published()
    {
        using var reader = new StreamReader(
            typeof(Patient).Assembly.GetManifestResourceStream("test-personnummer.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("193", StringComparison.Ordinal))];
    }
}
