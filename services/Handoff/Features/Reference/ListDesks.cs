using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>All desks, by kommun code.</summary>
    [Authorize(Roles = $"{Roles.ErStaff},{Roles.Bistandsbedomare},{Roles.Partner}")]
    [NoPersonData("Opening hours and telephone numbers of desks.")]
    public override Task<Proto.ListDesksResponse> ListDesks(Proto.ListDesksRequest request, ServerCallContext context)
    {
        var reply = new Proto.ListDesksResponse();
        reply.Desks.AddRange(rules.Desks(acting.Today).Select(desk => WireSent.Desk(desk, acting.Now, context.Say)));
        return Task.FromResult(reply);
    }
}
