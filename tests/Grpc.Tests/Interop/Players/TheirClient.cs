using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Players;

/// <summary>A client of other people: gets each call as a line of JSON, and answers with a line.</summary>
internal sealed class TheirClient(Peer peer) : IInteropClient
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<Outcome>> Make(Call call)
    {
        await peer.Write(JsonSerializer.Serialize(Line.Of(call), Names));
        var told = await peer.Read($"the outcome of {call.Rpc}");
        return [.. JsonSerializer.Deserialize<Told[]>(told, Names)!.Select(one => one.ToOutcome())];
    }

    private sealed record Line(
        string Path,
        string Kind,
        string? Initial,
        string? Trailing,
        int? Timeout,
        bool Packs,
        int AtOnce,
        IEnumerable<LineStep> Steps)
    {
        public static Line Of(Call call) => new(
            $"/interop.v1.{call.Service}/{call.Rpc}",
            call.Kind.ToString(),
            call.Initial,
            call.Trailing,
            call.Timeout,
            call.Packs,
            call.AtOnce,
            call.Steps.Select(step => new LineStep(step.Do, step.Message?.ToByteString().ToBase64(), step.IsPlain)));
    }

    private sealed record LineStep(string Do, string? Message, bool IsPlain);

    private sealed record Told(
        int Code, string Message, string[] Replies, string? Initial, string? Trailing, string? Details)
    {
        public Outcome ToOutcome() => new((StatusCode)Code)
        {
            Message = Message,
            Replies = Outcome.Told(Replies.Select(reply => Answer.Parser.ParseFrom(ByteString.FromBase64(reply)))),
            Initial = Initial,
            Trailing = Trailing,
            Details = Details,
        };
    }
}
