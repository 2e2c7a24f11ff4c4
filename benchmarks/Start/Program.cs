using NaraVard.Benchmarks.Measuring;
using NaraVard.Benchmarks.Start;

// How long the suite takes from its start to the first answer through the gateway, and the memory it then has and
// has after the demo's story: as we build it, and the other ways that there were to choose from. The disk is warm and
// the database has its tables. An argument picks variants by the beginning of their names.
const int Rounds = 3;

Dictionary<bool, string> built = new() { [true] = await Publish(true), [false] = await Publish(false) };
await using var machine = await Machine.Start();
using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
var variants = Variant.All.Where(variant => args.Length == 0 || variant.Name.StartsWith(args[0])).ToList();
var runs = variants.ToDictionary(variant => variant.Name, _ => new List<SuiteRun>());
foreach (var isReadyToRun in built.Keys)
    await SuiteRun.Of(new Variant("warm-up", isReadyToRun, []), built[isReadyToRun], machine, client);
for (var round = 0; round < Rounds; round++)
    foreach (var variant in variants)
        runs[variant.Name].Add(await SuiteRun.Of(variant, built[variant.IsReadyToRun], machine, client));

foreach (var variant in variants)
{
    await Line("ready", "s", run => run.ReadySeconds);
    await Line("memory", "MB", run => run.ReadyMegabytes);
    await Line("memory-after-story", "MB", run => run.StoryMegabytes);

    Task Line(string what, string unit, Func<SuiteRun, double> of) => Report.Line(
        $"start-{variant.Name}-{what}", Median(variant, of), unit,
        Report.Ratio(Median(variant, of), Median(variants[0], of), variants[0].Name));
}

double Median(Variant variant, Func<SuiteRun, double> of) => Percentiles.Median(runs[variant.Name].Select(of));

static async Task<string> Publish(bool isReadyToRun)
{
    var folder = Path.Combine(
        Machine.Repository, "artifacts/start", isReadyToRun ? "ready-to-run" : "not-ready-to-run");
    await ChildProcess.Run(
        Path.Combine(Machine.Repository, "eng/run/publish"), folder, $"-p:PublishReadyToRun={isReadyToRun}");
    return folder;
}
