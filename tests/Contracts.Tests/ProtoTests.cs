using System.Text.RegularExpressions;
using NaraVard.HouseRules.Tests;

namespace NaraVard.Contracts.Tests;

/// <summary>The .proto files: written by the rules, and never taking back what has been promised.</summary>
public sealed partial class ProtoTests
{
    private static readonly string Baseline = Path.Combine(RepositoryRoot.Path, "proto/baseline.binpb");

    [Fact]
    public async Task They_follow_bufs_standard_rules() => Assert.Empty(await Lint(RepositoryRoot.Path));

    [Fact]
    public async Task They_break_nobody_who_uses_the_accepted_contracts() =>
        Assert.Empty(await Buf.Breaks(await Buf.Image(RepositoryRoot.Path), Baseline));

    [Fact]
    public async Task All_of_them_are_accepted()
    {
        var missing = await Buf.Breaks(Baseline, await Buf.Image(RepositoryRoot.Path));

        Assert.True(missing.Length == 0, $"New in the contracts; run eng/contracts-accept to promise it:\n{missing}");
    }

    [Fact]
    public async Task A_renamed_field_is_found()
    {
        var folder = Changed(SomeField(), "$1_of_old$2");

        Assert.Contains("of_old", await Buf.Breaks(await Buf.Image(folder), Baseline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_against_the_rules_is_found()
    {
        var folder = Changed(SomeField(), "$1Camel$2");

        Assert.Contains("lower_snake_case", await Lint(folder), StringComparison.Ordinal);
    }

    private static Task<string> Lint(string folder) => Buf.Run(folder, "lint", ".", "--config", Buf.Config);

    /// <summary>A copy of the contracts in which the first match in each file of ours is replaced.</summary>
    private static string Changed(Regex old, string replacement)
    {
        var copy = Directory.CreateTempSubdirectory("contracts-").FullName;
        foreach (var part in new[] { "proto", "lib/Grpc/Protos" })
        {
            var from = Path.Combine(RepositoryRoot.Path, part);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy, part, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                var text = File.ReadAllText(file);
                File.WriteAllText(to, part == "proto" ? old.Replace(text, replacement, 1) : text);
            }
        }

        return copy;
    }

    // Not one that a path or a custom option names.
    [GeneratedRegex(@"(  (?:string|bool|google\.protobuf\.Timestamp) (?:\w+_at|name|title|phone))( = \d+;)")]
    private static partial Regex SomeField();
}
