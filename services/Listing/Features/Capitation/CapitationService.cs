using NaraVard.Listing.Data;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>What units are asked to do and are paid. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class CapitationService(
    ListingDb db, Outbox<ListingDb> outbox, Caller caller, Reach reach, TimeProvider clock)
    : Proto.CapitationService.CapitationServiceBase
{
    /// <summary>Whose packages and runs: <c>region:17</c>.</summary>
    private string Region => caller.Organisation.ToString();

    private DateOnly Today => clock.Today();

    /// <summary>To the millisecond: what is answered at once is what is read again later.</summary>
    private DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>Who acts, as the second person is told from.</summary>
    private string Me => caller.HsaId ?? caller.Subject;
}
