namespace NaraVard.Platform.Identity;

/// <summary>The roles that a token can carry (<c>realm_access.roles</c>), for <c>[Authorize(Roles = …)]</c>.</summary>
public static class Roles
{
    /// <summary>Registers handoffs at the emergency room of a region.</summary>
    public const string ErStaff = "er-staff";

    /// <summary>The municipal needs assessor who answers a handoff (biståndsbedömare).</summary>
    public const string Bistandsbedomare = "bistandsbedomare";

    /// <summary>Coordinates a person's plan.</summary>
    public const string CareCoordinator = "care-coordinator";

    /// <summary>Physicians and other licensed staff of a clinic.</summary>
    public const string Clinician = "clinician";

    /// <summary>A nurse in a municipality's home care.</summary>
    public const string MunicipalNurse = "municipal-nurse";

    /// <summary>Leads a unit: staffing, appointments, follow-up.</summary>
    public const string UnitManager = "unit-manager";

    /// <summary>Plans and leads mobile teams.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>Carries out visits.</summary>
    public const string MobileTeam = "mobile-team";

    /// <summary>Administers clinics, contracts and listings.</summary>
    public const string ListingAdmin = "listing-admin";

    /// <summary>Reads indicators; never a person's data.</summary>
    public const string Analyst = "analyst";

    /// <summary>Follows up the access log.</summary>
    public const string LogAuditor = "log-auditor";

    /// <summary>A platform of home-monitoring devices that delivers readings.</summary>
    public const string DeviceGateway = "device-gateway";

    /// <summary>Another system that acts for a user.</summary>
    public const string Partner = "partner";

    /// <summary>The person whom the data is about.</summary>
    public const string Resident = "resident";

    /// <summary>Operates the deployment; sees no person's data.</summary>
    public const string Operator = "operator";

    /// <summary>
    /// True when an organisation of this kind can have staff with the role. A municipality's token that says
    /// <c>er-staff</c>, or a region's that says <c>bistandsbedomare</c>, is another organisation's role: it is not
    /// honoured.
    /// </summary>
    public static bool BelongsTo(string role, OrganisationKind kind) => role switch
    {
        ErStaff or Clinician or ListingAdmin => kind == OrganisationKind.Region,
        Bistandsbedomare or MunicipalNurse => kind == OrganisationKind.Municipality,
        _ => true,
    };
}
