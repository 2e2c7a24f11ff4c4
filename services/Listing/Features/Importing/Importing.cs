using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Imports;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ImportService
{
    /// <summary>The import, held until it is saved; a new one when the id is new.</summary>
    private async Task<Import> Held(Guid id, bool isFile, CancellationToken cancel)
    {
        if (await db.HoldImport(id, acting.Region, cancel) is { } known)
            return known;
        var import = new Import(id, acting.Region, isFile, acting.Now);
        db.Add(import);
        return import;
    }

    /// <summary>
    /// Writes the batch, with one row in the access log for all persons in it: each of them keeps the import's id, by
    /// which that row is found (decision 0027).
    /// </summary>
    private async Task Take(Import import, Batch batch, CancellationToken cancel)
    {
        var taken = await db.Write(import.Id, import.Region, acting.Today, batch, cancel);
        db.AddRange(import.Take(batch, taken));
        acting.TouchesAll("import", $"{import.Id}/{batch.First}-{batch.First + batch.Count - 1}");
    }

    private static Guid Id(string text)
    {
        var faults = new Violations();
        var id = Coded.Id("importId", text, faults);
        faults.ThrowIfAny();
        return id;
    }
}
