using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ImportService
{
    /// <summary>How far an import has come, and which rows could not be taken.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Counts, and lines by their number: nothing of what a row says.")]
    public override async Task<Proto.Import> GetImport(Proto.GetImportRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var id = Coded.Id("importId", request.ImportId, faults);
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        faults.ThrowIfAny();

        var (region, cancel) = (acting.Region, context.CancellationToken);
        var import = await db.Imports.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.Region == region, cancel) ?? throw new NotFound("import");
        var page = await db.ImportFaults.AsNoTracking().Where(fault => fault.ImportId == id)
            .OrderBy(fault => fault.Ordinal).Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);

        var reply = WireImport.Of(import);
        reply.Faults.AddRange(page.Select(fault => new Proto.ImportFault
        {
            Line = fault.Line,
            Field = fault.Field,
            Code = fault.Code,
            Reason = context.Say(fault.Text),
        }));
        reply.Meta = paging.Meta(page.Count, (int)import.FaultCount);
        return reply;
    }
}
