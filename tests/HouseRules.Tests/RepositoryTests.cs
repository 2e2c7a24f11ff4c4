using NaraVard.HouseRules.Tests.Rules;

namespace NaraVard.HouseRules.Tests;

/// <summary>The rules of docs/STYLE.md that a program can check, on this repository.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void Files_have_at_most_300_lines() => Holds(Sizes.LongFiles);

    [Fact]
    public void Lines_have_at_most_120_columns() => Holds(Sizes.LongLines);

    [Fact]
    public void Methods_have_at_most_60_lines() => Holds(Sizes.LongMethods);

    [Fact]
    public void Folders_have_at_most_15_files() => Holds(Sizes.CrowdedFolders);

    [Fact]
    public void Domain_code_sees_no_infrastructure() => Holds(Layers.InfrastructureInDomain);

    [Fact]
    public void Types_are_internal_outside_lib_and_proto() => Holds(Layers.PublicTypes);

    [Fact]
    public void Only_the_platform_catches_every_exception() => Holds(Layers.CaughtEverything);

    [Fact]
    public void Endpoints_without_sign_in_are_listed() => Holds(Layers.AnonymousEndpoints);

    [Fact]
    public void Namespaces_follow_folders() => Holds(Layers.Namespaces);

    [Fact]
    public void Every_rpc_has_its_feature_and_its_tests() => Holds(Completeness.Rpcs);

    [Fact]
    public void Every_deployable_has_readme_chart_image_and_solution_entry() => Holds(Completeness.Deployables);

    [Fact]
    public void Names_say_what_things_are() => Holds(Words.HidingNames);

    [Fact]
    public void No_file_is_a_drawer_of_extensions() => Holds(Words.ExtensionsFiles);

    [Fact]
    public void Postponed_work_has_an_issue_number() => Holds(Words.UnnumberedTodos);

    [Fact]
    public void No_regions_async_void_or_dynamic() => Holds(Words.HidingConstructs);

    [Fact]
    public void No_machine_or_feed_is_named() => Holds(Words.Machines);

    [Fact]
    public void Package_versions_stand_in_the_central_file() => Holds(Words.PackageVersions);

    [Fact]
    public void Every_option_has_a_limit() => Holds(OptionLimits.Missing);

    [Fact]
    public void Paths_in_documents_exist() => Holds(Documents.DeadPaths);

    [Fact]
    public void Proofs_that_documents_name_exist() => Holds(Evidence.Missing);

    [Fact]
    public void Nothing_unknown_lies_at_the_root() => Holds(TopLevel.Strangers);

    [Fact]
    public void Scripts_are_short_and_stop_at_the_first_fault() => Holds(Machinery.Scripts);

    [Fact]
    public void Images_are_exact_and_run_without_root() => Holds(Machinery.Images);

    [Fact]
    public void Only_published_test_persons_occur() => Holds(RealPersons.Numbers);

    private static void Holds(Func<Repository, IEnumerable<string>> rule)
    {
        var offenders = rule(Repository.Here).ToList();

        Assert.True(offenders.Count == 0, $"{offenders.Count}:\n{string.Join('\n', offenders)}");
    }
}
