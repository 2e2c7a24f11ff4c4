using NaraVard.Listing.Domain;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>
/// One kind of thing that is done without anybody asking, person by person: each in a commit of its own, so that it
/// may be cut off anywhere and goes on.
/// </summary>
internal interface IStep
{
    /// <summary>What is changed, as the access log names it.</summary>
    string Resource => "listing";

    /// <summary>For whom it is to be done now, in that order.</summary>
    Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel);

    /// <summary>Does it for one, with the person held; false when it was no longer to be done.</summary>
    Task<bool> Take(Due due, CancellationToken cancel);
}

/// <summary>A person for whom something is to be done.</summary>
internal sealed record Due(string Region, PersonKey Person, ListingType Type, Guid Id);
