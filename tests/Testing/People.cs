using NaraVard.Platform.Identity;

namespace NaraVard.Testing;

/// <summary>The people of the tests, who are who they are in every project.</summary>
public static class People
{
    /// <summary>A nurse at the ER of Karlstad.</summary>
    public static readonly TestUser Eva = TestUser.ErStaff();

    /// <summary>A nurse at another ER of the same region.</summary>
    public static readonly TestUser OtherEr = Eva with
    {
        Subject = "u-olle",
        HsaId = "SE9900000176-102",
        Name = "Olle Ask",
        Unit = "SE9900000176-TORSAKUT",
    };

    /// <summary>A nurse of another region, at a unit that calls itself the same.</summary>
    public static readonly TestUser OtherRegion = Eva with { Organization = "region:18" };

    /// <summary>The one at Karlstad's desk.</summary>
    public static readonly TestUser Bibbi = TestUser.Bistandsbedomare();

    /// <summary>The other one at Karlstad's desk.</summary>
    public static readonly TestUser Bengt = Bibbi with
    {
        Subject = "u-bengt",
        HsaId = "SE9900017808-104",
        Name = "Bengt Ek",
    };

    /// <summary>The one at Hammarö's desk, which has office hours.</summary>
    public static readonly TestUser Hanna = TestUser.Bistandsbedomare("1761") with { Name = "Hanna Ö" };

    /// <summary>Every role that a token can carry.</summary>
    public static readonly IReadOnlyList<string> AllRoles =
    [
        Roles.ErStaff, Roles.Bistandsbedomare, Roles.CareCoordinator, Roles.Clinician, Roles.MunicipalNurse,
        Roles.UnitManager, Roles.Dispatcher, Roles.MobileTeam, Roles.ListingAdmin, Roles.Analyst, Roles.LogAuditor,
        Roles.DeviceGateway, Roles.Partner, Roles.Resident, Roles.Operator,
    ];

    /// <summary>Somebody in a role, in an organisation that can have it.</summary>
    public static TestUser In(string role) => role switch
    {
        Roles.ErStaff => Eva,
        Roles.Bistandsbedomare => Bibbi,
        Roles.MunicipalNurse => In(role, "kommun:1780"),
        _ => In(role, "region:17"),
    };

    /// <summary>Somebody in a role in the name of any organisation, also of one that cannot have it.</summary>
    public static TestUser In(string role, string organisation) =>
        new() { Subject = "u-" + role, Roles = [role], Organization = organisation };
}
