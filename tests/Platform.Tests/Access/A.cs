using NaraVard.Platform.Access;
using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Tests.Access;

/// <summary>Entries with sensible content.</summary>
internal static class A
{
    public static AccessEntry Entry(PersonKey? person = null, DateTimeOffset? at = null) => new()
    {
        At = at ?? new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero),
        IsAllowed = true,
        Activity = Activity.Read,
        Method = "/naravard.sample.v1.SampleService/ReadItem",
        Purpose = "Vård och behandling",
        Subject = "u-eva",
        HsaId = "SE9900000176-101",
        UserName = "Eva Sandgren",
        UserTitle = "Sjuksköterska",
        Unit = "SE9900000176-CSKAKUT",
        Caregiver = "SE9900000176-VG",
        Organisation = "region:17",
        Client = "er-system",
        ResourceType = "item",
        ResourceId = "17",
        ResourceOwner = "region:17",
        Person = person ?? Person(),
        RequestId = "request-1",
        TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
    };

    public static PersonKey Person() => new(Guid.CreateVersion7());
}
