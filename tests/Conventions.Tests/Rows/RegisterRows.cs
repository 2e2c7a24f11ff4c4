using System.Text.Json.Nodes;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of Listing's persons and clinics.</summary>
internal static class RegisterRows
{
    public static readonly IReadOnlyList<Row> All =
    [
        new("PersonService/LookUpPerson", RegisterStory.Admin, suite => RegisterStory.Registered(suite)),
        new("PersonService/RegisterPerson", RegisterStory.Admin,
            suite => Task.FromResult(RegisterStory.Person(suite))),
        new("PersonService/RecordMove", RegisterStory.Admin, async suite => (await RegisterStory.Registered(suite))
            .With("day", "2026-11-01").With("kommunCode", "1761").With("postalCode", "66340")),
        new("PersonService/RecordDeath", RegisterStory.Admin,
            async suite => (await RegisterStory.Registered(suite)).With("day", "2026-11-01")),
        new("PersonService/ChangeProtection", RegisterStory.Admin, async suite =>
            (await RegisterStory.Registered(suite)).With("protection", "PROTECTION_SECRECY_MARKING")),
        new("PersonService/MergePerson", RegisterStory.Admin, RegisterStory.Merge),
        new("ImportService/AddImportPart", RegisterStory.Admin, suite => Task.FromResult(RegisterStory.Part(suite)))
        {
            AnyNumber = ["offset"],
        },
        new("ImportService/GetImport", RegisterStory.Admin, RegisterStory.Imported)
        {
            Strangers = [People.In(Roles.ListingAdmin, "region:18")], IdField = "importId",
        },
        new("ClinicService/CreateClinic", RegisterStory.Admin, _ => Task.FromResult(RegisterStory.Clinic()))
        {
            Existing = RegisterStory.Created, IdField = "clinicId",
        },
        new("ClinicService/ChangeClinic", RegisterStory.Admin, RegisterStory.Created),
        new("ClinicService/CloseClinic", RegisterStory.Admin,
            async suite => RegisterStory.Closing(await RegisterStory.Created(suite))),
        new("ClinicService/PutRoadDistances", RegisterStory.Admin, async suite => JsonNode.Parse(
            $$"""
            {"clinicId": {{(await RegisterStory.Created(suite))["clinicId"]!.ToJsonString()}},
             "distances": [{"postalCode": "65224", "meters": 5210}]}
            """)!.AsObject()),
        new("ClinicService/GetClinic", RegisterStory.Admin,
            async suite => new() { ["clinicId"] = (await RegisterStory.Created(suite))["clinicId"]!.DeepClone() }),
        new("ClinicService/SearchClinics", People.In(Roles.Clinician), _ => Task.FromResult(JsonNode.Parse(
            """
            {"services": ["CLINIC_OFFERING_MIDWIFE"], "near": {"latitude": 59.4, "longitude": 13.5}, "withinKm": 30,
             "openAt": "2026-11-22T09:00:00Z", "limit": 5, "page": 1}
            """)!.AsObject())),
    ];
}
