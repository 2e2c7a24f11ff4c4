using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>
/// How a unary RPC is asked and answered over HTTP in a form that is neither gRPC nor our JSON, such as another
/// system's XML. The RPC with its interceptors and who may call it are the same.
/// </summary>
/// <param name="Read">Makes the RPC's request of what came; null when it could not, and has answered.</param>
/// <param name="Answer">Puts the reply out.</param>
/// <param name="Refuse">Puts a refusal or failure out; called only before an answer has started.</param>
public sealed record RpcForm(
    Func<HttpContext, Task<IMessage?>> Read,
    Func<HttpContext, IMessage, Task> Answer,
    Func<HttpContext, Problem, Task> Refuse);
