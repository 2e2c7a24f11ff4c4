using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>A kommun's desk as it is now.</summary>
    [Authorize(Roles = $"{Roles.ErStaff},{Roles.Bistandsbedomare},{Roles.Partner}")]
    [NoPersonData("Opening hours and telephone numbers of desks.")]
    public override Task<Proto.Desk> GetDesk(Proto.GetDeskRequest request, ServerCallContext context)
    {
        if (rules.FindDesk(request.KommunCode, acting.Today) is null)
            throw new NotFound("desk");
        return Task.FromResult(Desk(request.KommunCode, context));
    }

    /// <summary>The desk; of a kommun that has none any more its code alone.</summary>
    private Proto.Desk Desk(string kommunCode, ServerCallContext context) =>
        rules.FindDesk(kommunCode, acting.Today) is { } desk
            ? WireSent.Desk(desk, acting.Now, context.Say)
            : new Proto.Desk { KommunCode = kommunCode };
}
