using NaraVard.HouseRules.Tests.Rules;

namespace NaraVard.HouseRules.Tests;

/// <summary>Each rule finds what breaks it, and nothing in the same tree put right.</summary>
public sealed class BrokenTreeTests
{
    private const string Feature = "services/Visits/Features/BookVisit.cs";
    private const string Proto = "proto/naravard/visits/v1/visits.proto";

    [Theory]
    [InlineData(301, 1)]
    [InlineData(300, 0)]
    public void Long_files(int lines, int offenders) =>
        Finds(offenders, Sizes.LongFiles, (Feature, string.Concat(Enumerable.Repeat("// x\n", lines))));

    [Fact]
    public void Long_files_are_right_as_migrations_data_and_lock_files()
    {
        var text = string.Concat(Enumerable.Repeat("x\n", 301));

        Finds(0, Sizes.LongFiles, ("services/Visits/Data/Migrations/1.cs", text), ("lib/X/Data/x.csv", text),
            ("lib/X/packages.lock.json", text));
    }

    [Theory]
    [InlineData(Feature, 121, 1)]
    [InlineData(Feature, 120, 0)]
    [InlineData("eng/up", 121, 1)]
    [InlineData("README.md", 121, 1)]
    [InlineData("lib/X/packages.lock.json", 121, 0)]
    public void Long_lines(string path, int columns, int offenders) =>
        Finds(offenders, Sizes.LongLines, (path, new string('x', columns)));

    [Theory]
    [InlineData("    internal void Book()", 59, 1)]
    [InlineData("    internal void Book()", 58, 0)]
    [InlineData("    internal void Book<T>() where T : class", 59, 1)]
    [InlineData("    internal sealed class Booking(int x)", 59, 0)]
    public void Long_methods(string head, int statements, int offenders)
    {
        var body = string.Concat(Enumerable.Repeat("        Do();\n", statements));

        Finds(offenders, Sizes.LongMethods, (Feature, $"{head}\n    {{\n{body}    }}\n"));
        Finds(0, Sizes.LongMethods, (Feature, $"internal class Long(\n    int x) : Longer(x)\n{{\n{body}\n\n}}\n"));
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(15, 0)]
    public void Crowded_folders(int files, int offenders) => Finds(offenders, Sizes.CrowdedFolders,
        [.. Enumerable.Range(0, files).Select(i => ($"services/Visits/Features/F{i}.cs", ""))]);

    [Theory]
    [InlineData("using Microsoft.EntityFrameworkCore;", 1)]
    [InlineData("using MassTransit;", 1)]
    [InlineData("using NaraVard.Contracts.Visits.V1;", 1)]
    [InlineData("using NaraVard.Visits.Data;", 1)]
    [InlineData("using NaraVard.Platform.Messaging;", 1)]
    [InlineData("var x = System.IO.File.ReadAllText(path);", 1)]
    [InlineData("using NaraVard.Platform.Errors;", 0)]
    [InlineData("using NaraVard.Identifiers.Persons;", 0)]
    public void Infrastructure_in_the_domain(string line, int offenders) =>
        Finds(offenders, Layers.InfrastructureInDomain, ("services/Visits/Domain/Visit.cs", line));

    [Fact]
    public void Public_types_except_one_module()
    {
        const string module = "services/Visits/VisitsModule.cs";

        Finds(1, Layers.PublicTypes, (Feature, "public sealed partial class VisitsService"));
        Finds(1, Layers.PublicTypes, ("gateway/Routes.cs", "public static class Routes"));
        Finds(0, Layers.PublicTypes, (module, "public sealed class VisitsModule : IModule"));
        Finds(0, Layers.PublicTypes, ("lib/X/Y.cs", "public class Y"));
        Finds(2, Layers.PublicTypes, (module, "public class A : IModule"), (Feature, "public class B : IModule"));
    }

    [Theory]
    [InlineData(Feature, "catch (Exception e)", 1)]
    [InlineData(Feature, "catch (System.Exception) when (x)", 1)]
    [InlineData(Feature, "        catch", 1)]
    [InlineData(Feature, "catch (FormatException)", 0)]
    [InlineData(Feature, "catch (Exception e) when (e is IOException or SocketException)", 0)]
    [InlineData("lib/Platform/Errors/X.cs", "catch (Exception e)", 0)]
    public void Caught_everything(string path, string line, int offenders) =>
        Finds(offenders, Layers.CaughtEverything, (path, line));

    [Theory]
    [InlineData("[AllowAnonymous]", 1)]
    [InlineData("app.MapGet(x).AllowAnonymous();", 1)]
    [InlineData("// never AllowAnonymous", 0)]
    public void Anonymous_endpoints(string line, int offenders) =>
        Finds(offenders, Layers.AnonymousEndpoints, (Feature, line));

    [Theory]
    [InlineData(Feature, "namespace NaraVard.Visits.Domain;", 1)]
    [InlineData(Feature, "namespace NaraVard.Visits.Features;", 0)]
    [InlineData("services/Visits/Features/Booking/BookVisit.cs", "namespace NaraVard.Visits.Features;", 0)]
    [InlineData("services/Visits/Data/Maps/VisitMap.cs", "namespace NaraVard.Visits.Data;", 1)]
    [InlineData("gateway/Sessions/X.cs", "namespace NaraVard.Gateway;", 1)]
    [InlineData("proto/events/Visits/VisitBooked.cs", "namespace NaraVard.Events.Visits;", 0)]
    public void Namespaces_beside_their_folder(string path, string line, int offenders) =>
        Finds(offenders, Layers.Namespaces, (path, line));

    [Fact]
    public void Rpcs_without_feature_or_tests()
    {
        const string proto = "service Visits {\n  rpc BookVisit(BookVisitRequest) returns (Visit);\n}";
        (string, string) test = ("tests/Visits.Tests/Features/BookVisitTests.cs", "");

        Finds(2, Completeness.Rpcs, (Proto, proto), ("services/Visits/Program.cs", ""));
        Finds(1, Completeness.Rpcs, (Proto, proto), (Feature, ""));
        Finds(1, Completeness.Rpcs, (Proto, proto), test, ("services/Visits/Program.cs", ""));
        Finds(0, Completeness.Rpcs, (Proto, proto), (Feature, ""), test);
        Finds(0, Completeness.Rpcs, (Proto, proto), ("services/Visits/Features/Booking/BookVisit.cs", ""), test);
    }

    [Fact]
    public void Deployables_that_miss_something()
    {
        (string, string)[] whole =
        [
            ("services/Visits/Visits.csproj", ""), ("services/Visits/README.md", ""),
            ("NaraVard.sln", "\"services\\Visits\\Visits.csproj\""),
            ("charts/naravard/Chart.yaml", "  - name: service\n    alias: visits\n"),
            ("charts/naravard/values.yaml", "visits:\n"), ("skaffold.yaml", "    - image: visits\n"),
        ];

        Finds(0, Completeness.Deployables, whole);
        Finds(5, Completeness.Deployables, whole[0]);
        Assert.All(Enumerable.Range(1, 5), left => Finds(1, Completeness.Deployables,
            [.. whole.Where((_, i) => i != left)]));
    }

    [Theory]
    [InlineData("internal sealed class VisitManager", 1)]
    [InlineData("internal static class DateUtil", 1)]
    [InlineData("internal abstract record BaseVisit", 1)]
    [InlineData("internal enum InfoKind", 1)]
    [InlineData("internal sealed class Database", 0)]
    [InlineData("internal sealed class Informed", 0)]
    public void Names_that_hide(string line, int offenders) => Finds(offenders, Words.HidingNames, (Feature, line));

    [Fact]
    public void Names_that_hide_in_paths()
    {
        Finds(1, Words.HidingNames, ("lib/X/Common/Y.cs", ""));
        Finds(1, Words.HidingNames, ("lib/X/DateHelper.cs", ""));
        Finds(1, Words.ExtensionsFiles, ("lib/X/StringExtensions.cs", ""));
    }

    [Theory]
    [InlineData("// TODO later", 1)]
    [InlineData("// FIXME", 1)]
    [InlineData("// TODO #12 later", 0)]
    public void Postponed_work(string line, int offenders) => Finds(offenders, Words.UnnumberedTodos, (Feature, line));

    [Theory]
    [InlineData("    #region Public", 1)]
    [InlineData("private async void Send()", 1)]
    [InlineData("private async Task Send()", 0)]
    public void Constructs_that_hide(string line, int offenders) =>
        Finds(offenders, Words.HidingConstructs, (Feature, line));

    [Theory]
    [InlineData("cd /" + "work/x", 1)]
    [InlineData("HOME=/" + "root/.nuget", 1)]
    [InlineData("\"/home/somebody\"", 1)]
    [InlineData("https://api.nuget" + ".org/", 1)]
    [InlineData("artifacts/" + "work/x", 0)]
    [InlineData("https://example.org/home/x", 0)]
    public void Machines_and_feeds(string line, int offenders) => Finds(offenders, Words.Machines, ("eng/up", line));

    [Theory]
    [InlineData("tests/X/X.csproj", "<PackageReference Include=\"A\" Version=\"1\" />", 1)]
    [InlineData("tests/X/X.csproj", "<PackageReference Include=\"A\" VersionOverride=\"1\" />", 1)]
    [InlineData("tests/X/X.csproj", "<PackageReference Include=\"A\" />", 0)]
    [InlineData("Directory.Packages.props", "<PackageVersion Include=\"A\" Version=\"1\" />", 0)]
    public void Package_versions(string path, string line, int offenders) =>
        Finds(offenders, Words.PackageVersions, (path, line));

    [Theory]
    [InlineData("    public int LeadMinutes { get; init; } = 5;", 1)]
    [InlineData("    public string? Host { get; set; }", 1)]
    [InlineData("    public List<string> Names { get; init; } = [];", 1)]
    [InlineData("    [Range(1, 9)]\n    public int LeadMinutes { get; init; } = 5;", 0)]
    [InlineData("    [Required]\n    [Url]\n    public string Host { get; set; }", 0)]
    [InlineData("    public bool IsOn { get; init; }", 0)]
    [InlineData("    public int Lead { get; init; }\n    IEnumerable<Fault> Validate(x) => [new(nameof(Lead))];", 0)]
    public void Options_without_limit(string text, int offenders) =>
        Finds(offenders, OptionLimits.Missing, ("services/Visits/VisitsOptions.cs", text));

    [Theory]
    [InlineData("see `services/Visits/Gone.cs`", 1)]
    [InlineData("see [it](../../services/Gone)", 1)]
    [InlineData("see [it](../services/Visits)", 0)]
    [InlineData("see `services/Visits/Features/BookVisit.cs`, [us](https://example.org)", 0)]
    [InlineData("see `services/<Name>/README.md`", 0)]
    public void Dead_paths(string line, int offenders) =>
        Finds(offenders, Documents.DeadPaths, ("docs/add.md", line), (Feature, ""));

    [Theory]
    [InlineData("`VisitTests.Is_booked`", 0)]
    [InlineData("`VisitTests.Is_cancelled`", 1)]
    [InlineData("`OtherTests.Is_booked`", 1)]
    [InlineData("`./nara bench Visits` and ./nara bench Gone", 1)]
    public void Proofs_that_are_not_there(string line, int offenders) => Finds(
        offenders, Evidence.Missing, ("docs/evidence.md", line), ("benchmarks/Visits/Program.cs", ""),
        ("tests/Visits.Tests/VisitTests.cs", "public class VisitTests { [Fact] public void Is_booked() {} }"));

    [Fact]
    public void Strangers_at_the_root() =>
        Finds(1, TopLevel.Strangers, ("notes.md", ""), ("README.md", ""), ("services/Visits/README.md", ""));

    [Theory]
    [InlineData("#!/usr/bin/env bash\n# up: starts\nset -euo pipefail\n", 0)]
    [InlineData("#!/usr/bin/env bash\n# up: starts\nset -e\n", 1)]
    [InlineData("#!/usr/bin/env bash\nset -euo pipefail\n", 1)]
    public void Scripts(string text, int offenders)
    {
        Finds(offenders, Machinery.Scripts, ("eng/up", text));
        Finds(offenders + 1, Machinery.Scripts, ("eng/up", text + string.Concat(Enumerable.Repeat("true\n", 80))));
    }

    [Theory]
    [InlineData("FROM mcr.example.org/a:1.2.3-x AS build\nUSER 7:7", 0)]
    [InlineData("FROM mcr.example.org/a:latest\nUSER 7", 1)]
    [InlineData("ARG BASE=mcr.example.org/a:1.2\nUSER 7", 1)]
    [InlineData("FROM mcr.example.org/a:1.2.3", 1)]
    [InlineData("FROM mcr.example.org/a:1.2.3\nUSER app", 1)]
    [InlineData("FROM mcr.example.org/a:1.2.3\nUSER 7\nUSER 0", 1)]
    public void Images(string text, int offenders) => Finds(offenders, Machinery.Images, ("eng/Dockerfile", text));

    [Fact]
    public void Numbers_of_persons_who_may_exist()
    {
        var published = Repository.Here.TextOf("tests/Identifiers.Tests/Data/test-personnummer.csv").Split('\n')[7];
        (string, string) list = ("tests/Identifiers.Tests/Data/test-personnummer.csv", $"personnummer\n{published}\n");
        (string, string) none = ("tests/Identifiers.Tests/Data/test-personnummer.csv", "personnummer\n");
        var (date, last) = (published[..8], published[8..]);
        string[] forms = [published, $"{date}-{last}", $"\"{date[2..]}+{last}\"", $"{date[2..]}{last}"];

        Assert.All(forms, form => Finds(1, RealPersons.Numbers, none, (Feature, form)));
        Assert.All(forms, form => Finds(0, RealPersons.Numbers, list, (Feature, form)));
        Finds(0, RealPersons.Numbers, none, (Feature, $"{published[..11]}{(published[11] - '0' + 1) % 10}"));
        Finds(0, RealPersons.Numbers, none, (Feature, $"a{published}, {published}5, 0.{published}"));
    }

    private static void Finds(
        int offenders, Func<Repository, IEnumerable<string>> rule, params (string Path, string Text)[] tree) =>
        Assert.Equal(offenders, rule(Repository.Of(tree)).Count());
}
