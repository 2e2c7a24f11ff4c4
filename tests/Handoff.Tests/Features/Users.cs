using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>Who signs in.</summary>
internal static class Users
{
    /// <summary>A nurse at the ER of Karlstad.</summary>
    public static readonly TestUser Er = TestUser.ErStaff();

    /// <summary>A nurse at another ER of the same region.</summary>
    public static readonly TestUser OtherEr = TestUser.ErStaff() with
    {
        Subject = "u-olle",
        HsaId = "SE9900000176-102",
        Name = "Olle Ask",
        Unit = "SE9900000176-TORSAKUT",
    };

    /// <summary>A nurse of another region, at a unit that calls itself the same.</summary>
    public static readonly TestUser OtherRegion = TestUser.ErStaff() with { Organization = "region:18" };

    /// <summary>The one at Karlstad's desk.</summary>
    public static readonly TestUser Bibbi = TestUser.Bistandsbedomare();

    /// <summary>The other one at Karlstad's desk.</summary>
    public static readonly TestUser Bengt = TestUser.Bistandsbedomare() with
    {
        Subject = "u-bengt",
        HsaId = "SE9900017808-104",
        Name = "Bengt Ek",
    };

    /// <summary>At Hammarö's desk, which has office hours.</summary>
    public static readonly TestUser Hammaro = TestUser.Bistandsbedomare("1761") with { Name = "Hanna Ö" };

    /// <summary>Somebody in every role that there is, in an organisation that can have it.</summary>
    public static IEnumerable<TestUser> InEveryRole() =>
    [
        Er, Bibbi,
        .. Of("region:17", "care-coordinator", "clinician", "unit-manager", "dispatcher", "mobile-team",
            "listing-admin", "analyst", "log-auditor", "device-gateway", "partner", "resident", "operator"),
        .. Of("kommun:1780", "municipal-nurse"),
    ];

    /// <summary>Those who have a role in the name of an organisation that cannot have it.</summary>
    public static IEnumerable<TestUser> WithForeignRoles() =>
        [.. Of("kommun:1780", "er-staff"), .. Of("region:17", "bistandsbedomare")];

    public static IEnumerable<TestUser> Of(string organisation, params string[] roles) => roles.Select(role =>
        new TestUser { Subject = "u-" + role, Roles = [role], Organization = organisation });
}
