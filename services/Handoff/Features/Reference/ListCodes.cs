using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>All code lists; those that are data come from the configuration.</summary>
    [Authorize(Roles = $"{Roles.ErStaff},{Roles.Bistandsbedomare},{Roles.Partner}")]
    [NoPersonData("Code lists.")]
    public override Task<Proto.ListCodesResponse> ListCodes(Proto.ListCodesRequest request, ServerCallContext context)
    {
        var reply = new Proto.ListCodesResponse();
        reply.Lists.AddRange(HandoffCodes.Of(rules.Catalogue, acting.Today));
        return Task.FromResult(reply);
    }
}
