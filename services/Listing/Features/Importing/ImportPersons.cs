using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Imports;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ImportService
{
    private const int RowsMax = 10_000;

    private static readonly Text TooManyRows = new("Ange högst 10 000 rader.", "Give at most 10 000 rows.");

    private static readonly Text OneImport = new(
        "Alla meddelanden i en ström hör till samma import.", "All messages of a stream are of the same import.");

    /// <summary>
    /// Rows as a stream. Each message is read while the one before is written, and is there for good when the next but
    /// one is asked for; a stream that breaks goes on after the last one.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Import> ImportPersons(
        IAsyncStreamReader<Proto.ImportPersonsRequest> requestStream, ServerCallContext context)
    {
        var (id, cancel, writing) = (Guid.Empty, context.CancellationToken, Task.CompletedTask);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(cancel))
            {
                id = Checked(message, id);
                var rows = message.Rows.Select((row, i) => new FileRow(message.FirstRow + i, row)).ToList();
                var batch = reader.Read(message.FirstRow, rows, acting.Region, acting.Today);
                await writing;
                writing = Write(id, batch, cancel);
            }
        }
        finally
        {
            await writing;
        }

        if (id == Guid.Empty)
            Id("");
        var import = await Held(id, isFile: false, cancel);
        import.Finish(acting.Now);
        await db.Commit(cancel);
        return WireImport.Of(import);
    }

    private async Task Write(Guid id, Batch batch, CancellationToken cancel)
    {
        var import = await Held(id, isFile: false, cancel);
        var rest = batch.Without(import.TakenOf(isFile: false, batch.First - 1));
        if (rest.Count > 0)
            await Take(import, rest, cancel);
        await db.Commit(cancel);
        db.ChangeTracker.Clear();
    }

    private static Guid Checked(Proto.ImportPersonsRequest message, Guid known)
    {
        var faults = new Violations();
        var id = Coded.Id("importId", message.ImportId, faults);
        if (known != Guid.Empty && id != Guid.Empty && id != known)
            faults.Add("importId", "another-import", OneImport);
        if (message.FirstRow < 1)
            faults.Add("firstRow", "out-of-range", new("Raderna räknas från 1.", "Rows are counted from 1."));
        if (message.Rows.Count > RowsMax)
            faults.Add("rows", "too-many", TooManyRows);
        faults.ThrowIfAny();
        return id;
    }
}
