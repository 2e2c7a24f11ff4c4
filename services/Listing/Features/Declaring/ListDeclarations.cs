using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation.Declarations;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DeclarationService
{
    /// <summary>
    /// Each unit's newest declaration, or all of one unit's, and the units that have not declared what a package
    /// demands. Staff of a unit see their own.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData(Why)]
    public override async Task<Proto.ListDeclarationsResponse> ListDeclarations(
        Proto.ListDeclarationsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var packageId = Coded.Id("packageId", request.PackageId, faults);
        var unit = request.Unit.Length == 0 ? reach.Unit : ParsedChoice.Hsa("unit", request.Unit, faults);
        RequireOwn(unit ?? "", faults);
        faults.ThrowIfAny();
        var package = await db.Package(Region, packageId, cancel);

        var declared = await Declared(package.Id, unit, cancel);
        var missing = (await Asked(package, cancel)).Where(asked => unit is null || asked == unit)
            .Except(declared.Select(one => one.Unit)).Select(asked => (Unit: asked, Declaration: (Declaration?)null));
        var rows = declared.Where(_ => !request.MissingOnly)
            .Select(one => (one.Unit, Declaration: (Declaration?)one)).Concat(missing)
            .OrderBy(row => row.Unit, StringComparer.Ordinal).ThenByDescending(row => row.Declaration?.Version)
            .ToList();
        var page = rows.Skip(paging.Skip).Take(paging.Limit).ToList();

        var reply = new Proto.ListDeclarationsResponse { Meta = paging.Meta(page.Count, rows.Count) };
        reply.Units.AddRange(page.Select(row => WireDeclaration.Of(row.Unit, row.Declaration)));
        return reply;
    }

    /// <summary>All of one unit's, or the newest of each.</summary>
    private Task<List<Declaration>> Declared(Guid package, string? unit, CancellationToken cancel) =>
        db.Declarations.AsNoTracking().Where(one => one.PackageId == package && (one.Unit == unit || (unit == null
            && !db.Declarations.Any(later =>
                later.PackageId == package && later.Unit == one.Unit && later.Version > one.Version))))
            .ToListAsync(cancel);

    /// <summary>The units that a published package demands a declaration of.</summary>
    private async Task<IEnumerable<string>> Asked(Package package, CancellationToken cancel)
    {
        if (package.State == PackageState.Draft || ParsedPackage.Assignment(package).DeclareBy is null)
            return [];
        return (await db.Clinics.AsNoTracking().ToListAsync(cancel))
            .Where(clinic => clinic.Region == acting.Region
                && DeclarationRules.IsAsked(clinic, package, acting.Today))
            .Select(clinic => clinic.Id.Value);
    }
}
