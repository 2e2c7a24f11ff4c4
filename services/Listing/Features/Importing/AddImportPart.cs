using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Features.Csv;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ImportService
{
    private const int PartBytesMax = 3_000_000;

    private static readonly Text PartTooLong = new("Delen har högst 3 MB.", "A part has at most 3 MB.");

    private static readonly Text Negative = new("Värdet är minst 0.", "The value is at least 0.");

    /// <summary>
    /// A part of a CSV file. What it ends within is left for the next part, so nothing of a row is kept here; what has
    /// been taken already is passed over, so a part may be sent again.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Import> AddImportPart(
        Proto.AddImportPartRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var import = await Held(Checked(request), isFile: true, cancel);
        Preconditions.Require(context, import.Version);
        var taken = import.TakenOf(isFile: true, request.Offset);
        if (taken >= request.Content.Length && (taken > 0 || import.FinishedAt is not null))
            return WireImport.Of(import);

        var part = CsvPart.Read(import, request.Content.Memory[(int)taken..], request.IsLast);
        foreach (var rows in part.Rows.Chunk(RowsMax))
            await Take(import, reader.Read(import.RowCount + 1, rows, import.Region, acting.Today), cancel);
        import.Read(part.Bytes, part.Lines);
        if (request.IsLast)
            import.Finish(acting.Now);

        await db.Commit(cancel);
        return WireImport.Of(import);
    }

    private static Guid Checked(Proto.AddImportPartRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("importId", request.ImportId, faults);
        if (request.Offset < 0)
            faults.Add("offset", "out-of-range", Negative);
        if (request.Content.Length > PartBytesMax)
            faults.Add("content", "too-long", PartTooLong);
        faults.ThrowIfAny();
        return id;
    }
}
