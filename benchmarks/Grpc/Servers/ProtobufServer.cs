using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Benchmarks.Grpc.V1;
using Proto = NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>
/// The bare handler with what no server can do without: requests are parsed and replies written by protobuf. What ours
/// takes beyond this is the cost of lib/Grpc.
/// </summary>
internal static class ProtobufServer
{
    public static void Map(WebApplication app) => app.Run(http => http.Request.Path.Value switch
    {
        "/naravard.handoff.v1.HandoffService/RequestHandoff" =>
            Answer(http, Proto.RequestHandoffRequest.Parser, _ => Messages.Sent.Clone()),
        "/naravard.handoff.v1.HandoffService/WatchHandoffs" => Stream(http),
        Serving.AllocatedPath => Serving.Allocated(http),
        _ => Answer(http, Saying.Parser, said => new Saying { Payload = said.Payload }),
    });

    private static async Task Answer<T>(HttpContext http, MessageParser<T> parser, Func<T, IMessage> answer)
        where T : IMessage<T>
    {
        var request = await Parse(http, parser);
        await BareServer.Start(http);
        Write(http, answer(request));
        BareServer.End(http);
    }

    private static async Task Stream(HttpContext http)
    {
        await Parse(http, Proto.WatchHandoffsRequest.Parser);
        await BareServer.Start(http);
        for (var i = 0; i < Messages.ChangesInStream; i++)
        {
            Write(http, Messages.Change);
            await http.Response.BodyWriter.FlushAsync();
        }
        BareServer.End(http);
    }

    private static async ValueTask<T> Parse<T>(HttpContext http, MessageParser<T> parser)
        where T : IMessage<T>
    {
        var read = await BareServer.Body(http.Request.BodyReader);
        var request = parser.ParseFrom(read.Buffer.Slice(5));
        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        return request;
    }

    private static void Write(HttpContext http, IMessage message)
    {
        var writer = http.Response.BodyWriter;
        Frames.WriteHeader(writer.GetSpan(5), message.CalculateSize());
        writer.Advance(5);
        message.WriteTo(writer);
    }
}
