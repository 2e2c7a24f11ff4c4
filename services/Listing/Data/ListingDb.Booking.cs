using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Booking;
using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<BookableTime> BookableTimes => Set<BookableTime>();

    public DbSet<BookedTime> BookedTimes => Set<BookedTime>();

    /// <summary>Holds those of the times that are there until <see cref="Commit"/>, always in the same order.</summary>
    public async Task<List<BookableTime>> HoldTimes(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await Begin(cancel);
        Guid[] all = [.. ids];
        return await BookableTimes
            .FromSql($"SELECT * FROM bookable_times WHERE id = ANY ({all}) ORDER BY id FOR UPDATE").ToListAsync(cancel);
    }

    private static void MapBooking(ModelBuilder model)
    {
        var map = new BookingMap();
        model.ApplyConfiguration<BookableTime>(map).ApplyConfiguration<BookedTime>(map);
    }
}
