using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Capitation.Declarations;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;
using Refusals = NaraVard.Listing.Domain.Capitation.Refusals;

namespace NaraVard.Listing.Features;

internal sealed partial class DeclarationService
{
    private static readonly Text DeclarationIdTaken = new(
        "Det finns redan en försäkran med detta id och annat innehåll.",
        "There is already a declaration with this id and other content.");

    /// <summary>
    /// The manager of a unit signs how it meets a published package, after all that was declared before. The caller
    /// chooses the id, so that a retry declares once.
    /// </summary>
    [Authorize(Roles = Roles.UnitManager)]
    [NoPersonData(Why)]
    public override async Task<Proto.Declaration> DeclareRequirements(
        Proto.DeclareRequirementsRequest request, ServerCallContext context)
    {
        if (!caller.HasUser || caller.HsaId is not { } signer)
            throw Refusals.SignerMissing();
        var cancel = context.CancellationToken;
        var (declaration, package) = await Parsed(request, signer, cancel);
        await db.HoldDeclarations(package.Id, declaration.Unit, cancel);
        if (await db.Declarations.FindAsync([declaration.Id], cancel) is { } known)
            return known.IsSameAs(declaration)
                ? WireDeclaration.Of(known)
                : throw new Conflict("declaration-id-taken", DeclarationIdTaken, known.Id.ToString());
        await RequireAsked(declaration, package, cancel);
        var before = await db.Declarations.LongCountAsync(
            one => one.PackageId == package.Id && one.Unit == declaration.Unit, cancel);
        Preconditions.Require(context, before);

        declaration.Follow(before);

        db.Add(declaration);
        await db.Commit(cancel);
        return WireDeclaration.Of(declaration);
    }

    /// <summary>All that is wrong with the request, beside the areas of the package that it names.</summary>
    private async Task<(Declaration, Package)> Parsed(
        Proto.DeclareRequirementsRequest request, string signer, CancellationToken cancel)
    {
        var faults = new Violations();
        var packageId = Coded.Id("packageId", request.PackageId, faults);
        var id = Coded.Id("declarationId", request.DeclarationId, faults);
        var unit = ParsedChoice.Hsa("unit", request.Unit, faults);
        RequireOwn(unit, faults);
        var answers = ParsedDeclaration.Answers(request.Answers, faults);
        if (packageId == default)
            faults.ThrowIfAny();
        var package = await db.Package(Region, packageId, cancel);
        ParsedDeclaration.Check(ParsedPackage.Assignment(package), answers, faults);
        faults.ThrowIfAny();
        if (package.State == PackageState.Draft)
            throw DeclarationRules.NotPublished();
        return (new Declaration(id, packageId, unit, answers, signer, acting.Now), package);
    }

    private async Task RequireAsked(Declaration declaration, Package package, CancellationToken cancel)
    {
        var id = HsaId.Parse(declaration.Unit);
        var clinic = await db.Clinics.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (clinic?.Region != acting.Region || !DeclarationRules.IsAsked(clinic, package, acting.Today))
            throw DeclarationRules.UnitNotAsked();
    }
}
