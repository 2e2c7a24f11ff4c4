using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Capitation.Packages;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Domain to wire: packages.</summary>
internal static class WirePackage
{
    public static Proto.Package Of(Package package)
    {
        var wire = WithoutContent(package);
        wire.Content = ParsedPackage.Content(package);
        return wire;
    }

    public static Proto.Package WithoutContent(Package package) => new()
    {
        PackageId = package.Id.ToString(),
        Version = package.Version,
        State = (Proto.PackageState)package.State,
        ChoiceSystem = (Proto.ChoiceSystem)package.System,
        Name = package.Name,
        FromDay = package.From.ToString("O"),
        ToDay = package.To?.ToString("O") ?? "",
        Digest = Convert.ToHexStringLower(package.Digest),
        PublishedAt = package.PublishedAt?.ToTimestamp(),
    };

    public static Proto.PackageChange Of(ContentChange change) => new()
    {
        Path = change.Path,
        Before = change.Before,
        After = change.After,
    };
}
