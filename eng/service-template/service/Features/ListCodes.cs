using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Visits.Features;

internal sealed partial class VisitsService
{
    /// <summary>All code lists.</summary>
    [Authorize(Roles = Roles.Partner)]
    [NoPersonData("Code lists.")]
    public override Task<Proto.ListCodesResponse> ListCodes(
        Proto.ListCodesRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ListCodesResponse());
}
