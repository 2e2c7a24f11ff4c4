using System.Buffers;
using System.Globalization;
using System.Text;
using Grpc.Json.Binding;
using Grpc.Json.Writing;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json.Streaming;

/// <summary>Server-sent events. Replies are unnamed events; "end" and "error" are named and the last.</summary>
internal sealed class EventStreamForm : StreamForm
{
    public override string MediaType => Accepts.EventStream;

    public override void Message(PooledBuffer buffer, string id, Action<PooledBuffer> reply)
    {
        if (id.Length > 0 && id.AsSpan().IndexOfAny("\r\n\0") < 0)
        {
            buffer.Write("id: "u8);
            buffer.Write(Encoding.UTF8.GetBytes(id));
            buffer.Write("\n"u8);
        }

        buffer.Write("data: "u8);
        reply(buffer);
        buffer.Write("\n\n"u8);
    }

    public override void Heartbeat(PooledBuffer buffer) => buffer.Write(":\n\n"u8);

    public override void End(PooledBuffer buffer) => buffer.Write("event: end\ndata: {}\n\n"u8);

    public override void Failure(PooledBuffer buffer, HttpContext http, Problem problem)
    {
        buffer.Write("event: error\ndata: "u8);
        JsonOutput.Write(buffer, problem, (json, value) => ProblemWriter.WriteTo(json, http, value));
        buffer.Write("\n\n"u8);
    }

    public override void Stopping(PooledBuffer buffer, HttpContext http, int retryMilliseconds) =>
        buffer.Write(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"retry: {retryMilliseconds}\n\n")));
}
