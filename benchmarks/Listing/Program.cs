using NaraVard.Benchmarks.Listing;
using NaraVard.Testing;

// Listing on a PostgreSQL that flushes to disk: ./nara bench Listing [part]. Each part is a file of its name.
string[] parts = args.Length > 0 ? args : ["import", "choice", "rush", "capitation", "overdue"];
var cluster = await PostgreSqlServer.Start("listing", isDurable: true);
await using var identity = await TestIdentity.Start(TimeProvider.System);
foreach (var part in parts)
    switch (part)
    {
        case "import":
            await Imports.Measure(cluster, identity, persons: 280_000);
            break;
        case "choice":
            await Choices.AtRate(cluster, identity, persons: 280_000);
            break;
        case "rush":
            await Choices.Rush(cluster, identity, people: 20_000, places: 500);
            break;
        case "capitation":
            await CapitationRuns.Measure(cluster, identity, persons: 280_000);
            await CapitationRuns.Measure(cluster, identity, persons: 1_700_000);
            break;
        case "overdue":
            await Overdue.Measure(cluster, identity, persons: 350_000);
            break;
        default:
            throw new InvalidOperationException($"There is no part {part}.");
    }
