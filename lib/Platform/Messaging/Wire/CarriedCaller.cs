using System.Text.Json;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Messaging.Wire;

/// <summary>
/// The form in which the acting user and the organisation travel with a message inside the deployment.
/// </summary>
internal sealed record CarriedCaller
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required string Subject { get; init; }

    public required string ClientId { get; init; }

    public string? Organisation { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public string? HsaId { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Unit { get; init; }

    public string? Caregiver { get; init; }

    public string? Purpose { get; init; }

    public bool HasUser { get; init; }

    public static string Write(Caller caller) => JsonSerializer.Serialize(
        new CarriedCaller
        {
            Subject = caller.Subject,
            ClientId = caller.ClientId,
            Organisation = caller.Organisation == default ? null : caller.Organisation.ToString(),
            Roles = [.. caller.Roles],
            HsaId = caller.HsaId,
            Name = caller.Name,
            Title = caller.Title,
            Unit = caller.Unit,
            Caregiver = caller.Caregiver,
            Purpose = caller.Purpose,
            HasUser = caller.HasUser,
        },
        Json);

    public static Caller? Read(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<CarriedCaller>(text, Json)?.ToCaller();

    private Caller ToCaller() => new()
    {
        Subject = Subject,
        ClientId = ClientId,
        Organisation = Organisation is null ? default : Identity.Organisation.Parse(Organisation),
        Roles = Roles.ToHashSet(StringComparer.Ordinal),
        HsaId = HsaId,
        Name = Name,
        Title = Title,
        Unit = Unit,
        Caregiver = Caregiver,
        Purpose = Purpose,
        HasUser = HasUser,
    };
}
