using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Platform.Access;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>All code lists.</summary>
    [Authorize]
    [NoPersonData("Code lists.")]
    public override Task<Proto.ListCodesResponse> ListCodes(
        Proto.ListCodesRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ListCodesResponse());
}
