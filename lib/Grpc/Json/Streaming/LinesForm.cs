using System.Buffers;
using Grpc.Json.Binding;
using Grpc.Json.Writing;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json.Streaming;

/// <summary>
/// Newline-delimited JSON: a reply a line, then {"end":{}} or {"error":{…}} as the last line. Replies of a stream have
/// no field with these names, which is checked at start-up. There is no heartbeat: not every parser takes empty lines.
/// </summary>
internal sealed class LinesForm : StreamForm
{
    public override string MediaType => Accepts.NdJson;

    public override void Message(PooledBuffer buffer, string id, Action<PooledBuffer> reply)
    {
        reply(buffer);
        buffer.Write("\n"u8);
    }

    public override void Heartbeat(PooledBuffer buffer)
    {
    }

    public override void End(PooledBuffer buffer) => buffer.Write("{\"end\":{}}\n"u8);

    public override void Failure(PooledBuffer buffer, HttpContext http, Problem problem)
    {
        buffer.Write("{\"error\":"u8);
        JsonOutput.Write(buffer, problem, (json, value) => ProblemWriter.WriteTo(json, http, value));
        buffer.Write("}\n"u8);
    }

    public override void Stopping(PooledBuffer buffer, HttpContext http, int retryMilliseconds) =>
        Failure(buffer, http, Problem.Of(503) with { RetryAfter = TimeSpan.FromMilliseconds(retryMilliseconds) });
}
