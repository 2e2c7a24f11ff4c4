using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Conventions.Tests.Rows.RegisterStory;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>For each stable code of persons and clinics, a request that is refused with it, as JSON.</summary>
internal sealed class RegisterErrorRows(RunningSuite suite)
{
    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["person-registered"] = async () =>
        {
            var person = Person(suite);
            await Persons("RegisterPerson", person);
            person["row"]!["kommunCode"] = "1761";
            return await Persons("RegisterPerson", person);
        },
        ["person-deceased"] = async () =>
        {
            var death = (await Registered(suite)).With("day", "2026-11-01");
            await Persons("RecordDeath", death);
            return await Persons("RecordDeath", death.With("day", "2026-11-02"));
        },
        ["before-birth"] = async () =>
            await Persons("RecordDeath", (await Registered(suite)).With("day", "1850-01-01")),
        ["older-than-known"] = async () =>
        {
            var move = (await Registered(suite)).With("day", "2026-11-01").With("kommunCode", "1761");
            await Persons("RecordMove", move);
            return await Persons("RecordMove", move.With("day", "2026-10-01"));
        },
        ["number-not-temporary"] = async () => await Persons("MergePerson", new()
        {
            ["oldNumber"] = (await Registered(suite))["number"]!.DeepClone(),
            ["number"] = suite.Numbers.Adult(),
        }),
        ["number-not-lasting"] = async () =>
            await Persons("MergePerson", (await Merge(suite)).With("number", Reserve())),
        ["merged-with-another"] = async () =>
        {
            var merge = await Merge(suite);
            await Persons("MergePerson", merge);
            return await Persons("MergePerson", merge.With("number", suite.Numbers.Adult()));
        },
        ["clinic-exists"] = async () =>
        {
            var clinic = Clinic().With("clinicId", "SE2321000016-EXISTS");
            await Clinics("CreateClinic", clinic);
            return await Clinics("CreateClinic", clinic.With("validFrom", "2026-02-01"));
        },
        ["clinic-elsewhere"] = () =>
            Ask(suite, "ClinicService/CreateClinic", Clinic(), People.In(Roles.ListingAdmin, "region:18")),
        ["clinic-closed"] = async () =>
            await Clinics("ChangeClinic", (await Closed(suite)).With("validFrom", "2026-12-01")),
        ["import-gap"] = () => Part(part => part["offset"] = "1"),
        ["import-finished"] = async () =>
        {
            var part = RegisterStory.Part(suite);
            var next = (await Part(part)).Json["nextOffset"]!.DeepClone();
            return await Part(part.With("offset", next));
        },
        ["import-of-another-kind"] = async () =>
        {
            var part = RegisterStory.Part(suite);
            await Part(part);
            await suite.Databases["listing"].Execute(
                $"update imports set is_file = false where id = '{part["importId"]}'");
            return await Part(part);
        },
        ["encoding-unknown"] = () => Part(part => part["content"] = Text("number\0\n")),
        ["heading-wrong"] = () => Part(part => part["content"] = Text("number;namn\n")),
        ["row-too-long"] = () => Part(part =>
        {
            part["content"] = Text(new('9', 100_000));
            part["isLast"] = false;
        }),
    };

    private Task<Answer> Part(Action<JsonObject> change)
    {
        var part = RegisterStory.Part(suite);
        change(part);
        return Part(part);
    }

    private Task<Answer> Part(JsonObject part) => Ask(suite, "ImportService/AddImportPart", part);

    private Task<Answer> Persons(string rpc, JsonObject request) => Ask(suite, $"PersonService/{rpc}", request);

    private Task<Answer> Clinics(string rpc, JsonObject request) => Ask(suite, $"ClinicService/{rpc}", request);
}
