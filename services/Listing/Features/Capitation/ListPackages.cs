using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>
    /// The packages, the latest to begin first; or those in force on a day, one a choice system. Staff of a unit see
    /// those that are published.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("What units are asked to do and are paid.")]
    public override async Task<Proto.ListPackagesResponse> ListPackages(
        Proto.ListPackagesRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var system = System(request.ChoiceSystem, faults);
        var day = faults.DayOrNull("inForceOn", request.InForceOn);
        faults.ThrowIfAny();

        var all = Mine(system);
        if (day is { } inForceOn)
            all = InForce(all, inForceOn);
        var total = await all.CountAsync(context.CancellationToken);
        var page = await all.OrderByDescending(package => package.From).ThenBy(package => package.Id)
            .Skip(paging.Skip).Take(paging.Limit).AsNoTracking().ToListAsync(context.CancellationToken);

        var reply = new Proto.ListPackagesResponse { Meta = paging.Meta(page.Count, total) };
        reply.Packages.AddRange(page.Select(WirePackage.WithoutContent));
        return reply;
    }

    private IQueryable<Package> Mine(ChoiceSystem? system)
    {
        var (region, isAdmin) = (Region, reach.IsAdmin);
        return db.Packages.Where(package => package.Region == region && (system == null || package.System == system)
            && (isAdmin || package.State == PackageState.Published));
    }

    private static IQueryable<Package> InForce(IQueryable<Package> all, DateOnly day) => all.Where(package =>
        package.State == PackageState.Published && package.From <= day && (package.To == null || package.To >= day)
        && !all.Any(later => later.State == PackageState.Published && later.System == package.System
            && later.From > package.From && later.From <= day));

    /// <summary>Null for all.</summary>
    private static ChoiceSystem? System(Proto.ChoiceSystem system, Violations faults) =>
        system == 0 ? null : Coded.Parse<ChoiceSystem, Proto.ChoiceSystem>("choiceSystem", system, faults);
}
