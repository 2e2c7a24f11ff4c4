using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>One unary RPC in one form: our JSON, or one that its service gives it.</summary>
internal sealed class FormRoute(RpcMethod rpc, RpcForm form)
{
    public async Task Serve(HttpContext http)
    {
        if (await form.Read(http) is not { } request)
            return;
        using var call = new JsonCallContext(http, rpc);
        try
        {
            call.Begin(null);
            var answer = await rpc.Unary(request, call);
            if (call.Status.StatusCode != StatusCode.OK)
                throw new RpcException(call.Status, call.Trailers ?? []);
            await form.Answer(http, answer);
        }
        catch (Exception thrown)
        {
            if (call.Failed(thrown, mayHaveBegun: false) is not { } problem)
                return;
            JsonLog.Refused(rpc.Binding.Log, rpc.FullName, problem.Status, problem.Code, http.TraceIdentifier);
            await form.Refuse(http, problem);
        }
    }
}
