using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>For each code of doctors, a request that is refused with it.</summary>
internal sealed class DoctorErrorRows(RunningSuite suite)
{
    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["doctor-unknown"] = async () => await Choose(
            (await DoctorRows.Choice(suite)).With("doctorId", "SE2321000016-NONE")),
        ["doctor-takes-no-more"] = async () => await Choose(await DoctorRows.Choice(suite, "takesNew", false)),
        ["doctor-left"] = async () => await Choose(await DoctorRows.Choice(suite, "lastDay", "2026-11-01")),
        ["doctor-only-in-primary-care"] = async () =>
        {
            var child = await ChoiceStory.Person(suite, isChild: true);
            await suite.Databases["listing"].Execute(
                $"update persons set birth_date = '2009-01-01' where key = '{suite.KeyOf(child)}'");
            var dental = (await ChoiceStory.Choice(suite, await ChoiceStory.Clinic(suite, type: "Dental")))
                .With("type", "LISTING_TYPE_DENTAL").With("personNumber", child);
            await ChoiceStory.Chosen(suite, dental);
            return await Choose(ChoiceStory.Id(dental, "listingId").With("doctorId", "SE2321000016-NONE"));
        },
    };

    private Task<Answer> Choose(JsonObject choice) =>
        DoctorRows.Ask(suite, "ChooseDoctor", choice, way: Way.JsonAtGateway);
}
