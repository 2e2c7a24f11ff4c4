using System.Net;
using NaraVard.EndToEnd.Tests.Running;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    // One of each role, most used first.
    private static readonly string[] Anybody =
        ["eva.akuten", "bibbi.karlstad", "gunnar.granskare", "olle.drift", "ulla.chef", "anna.analys"];

    [Theory]
    [InlineData("openapi.json")]
    [InlineData("openapi.yaml")]
    public async Task Redocly_finds_no_fault_in_the_document_that_the_gateway_shows(string name)
    {
        var folder = Directory.CreateTempSubdirectory("naravard-documents-");
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, (await (await Eva()).Get($"/{name}")).Text);

        var (code, output) = await Tool.Run(
            Places.File("eng/tools/node_modules/.bin/redocly"),
            ["lint", file, "--config", Places.File("eng/tools/redocly.yaml")]);

        folder.Delete(recursive: true);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Every_example_of_the_document_is_a_request_that_somebody_may_send()
    {
        var document = (await (await Eva()).Get("/openapi.json")).With(HttpStatusCode.OK);
        var refused = new List<string>();

        var examples = ApiDocument.Examples(document).ToList();
        foreach (var example in examples)
        {
            var answer = await Sent(example);
            if ((int)answer.Status is 400 or 401 or 403 or 405 or 415 or 422 or >= 500)
                refused.Add($"{example.Id} {example.Path}: {(int)answer.Status} {answer.Text}");
        }

        Assert.True(examples.Count(example => example.Body is not null) >= 10, "The document shows few requests.");
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    /// <summary>Sends it as the first who may.</summary>
    private async Task<Answer> Sent(Example example)
    {
        Answer? answer = null;
        foreach (var name in Anybody)
        {
            answer = await (await run.SignIn(name)).Send(example.Method, example.Path, example.Body);
            if (answer.Status != HttpStatusCode.Forbidden)
                break;
        }

        return answer!;
    }
}
