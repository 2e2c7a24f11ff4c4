using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of dental care, and for each of their codes a request that is refused with it.</summary>
internal static class DentalRows
{
    public static readonly IReadOnlyList<Row> All =
    [
        new("DentalService/RecordExamination", ChoiceStory.Partner, DentalStory.Made)
        {
            Existing = DentalStory.Recorded, IdField = "examinationId",
            Strangers = [People.In(Roles.Partner, "region:18")], StrangersGet = "examination-id-taken",
        },
        new("DentalService/CorrectExamination", ChoiceStory.Partner, DentalStory.Correction)
        {
            Strangers = [People.In(Roles.Partner, "region:18")], IdField = "examinationId",
        },
        new("DentalService/LookUpExaminations", ChoiceStory.Partner,
            async suite => ChoiceStory.Id(await DentalStory.Recorded(suite), "personNumber")),
        new("DentalService/ListOverdueExaminations", ChoiceStory.Admin, async suite => new()
        {
            ["clinicId"] = (await DentalStory.Recorded(suite))["clinicId"]!.DeepClone(), ["limit"] = 5, ["page"] = 1,
        }),
    ];

    /// <summary>Every code, and how to get it.</summary>
    public static IReadOnlyDictionary<string, Func<Task<Answer>>> Errors(RunningSuite suite) =>
        new Dictionary<string, Func<Task<Answer>>>
        {
            ["examination-id-taken"] = async () => await DentalStory.Ask(suite, "RecordExamination",
                (await DentalStory.Recorded(suite)).With("day", "2026-11-17"), way: Way.JsonAtGateway),
            ["examination-nullified"] = async () =>
            {
                var correction = await DentalStory.Correction(suite);
                var nullify = ChoiceStory.Id(correction, "examinationId").With("isNullified", true)
                    .With("reason", "Fel person");
                Assert.True((await DentalStory.Ask(suite, "CorrectExamination", nullify)).IsDone);
                return await DentalStory.Ask(suite, "CorrectExamination", correction, way: Way.JsonAtGateway);
            },
        };
}
