using Google.Protobuf;
using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>
/// Every case, once. The tests run each of them for each pair, and the table in docs/interop.md is written from them.
/// The names and what is sent are those of the public gRPC interop description.
/// </summary>
internal static class AllCases
{
    private const string Initial = "a value of ours";
    private const string Trailing = "ab00ff";
    private const string Details = "0a00ff0102";

    // Tabs, line ends, letters of ours, and a character beyond sixteen bits.
    private const string SpecialMessage = "\t\nMed blanktecken\r\noch å, ä, ö, ☂ samt 🐻\t\n";

    private static readonly Outcome Aborted =
        new(StatusCode.Aborted) { Message = "nej", Replies = "", Details = Details };

    public static IReadOnlyList<Case> List { get; } = [.. Basic(), .. Ended(), .. Told(), .. PackedCases.List()];

    public static IEnumerable<object[]> Rows(params Pair[] pairs) =>
        from pair in pairs
        from one in List
        select new object[] { pair, one.Name };

    private static IEnumerable<Case> Basic() =>
    [
        new("empty_unary", "messages of no bytes are messages",
            Call.Unary(new Ask())
                .Gives(Outcome.Ok with { Replies = "0", Asked = "empty", Answered = "empty" })),
        new("large_unary", "messages of many HTTP/2 frames arrive whole, both ways",
            Call.Unary(Call.Ask(271_828, 314_159))
                .Gives(Outcome.Ok with { Replies = "314159", Asked = "plain", Answered = "plain" })),
        new("concurrent_unary", "two hundred calls are made at once; our server takes a hundred, the rest wait (ours)",
            (Call.Unary(Call.Ask(27_182, 31_415)) with { AtOnce = 200 })
                .Gives(Outcome.Ok with { Replies = "31415", Asked = "plain", Answered = "plain" })),
        new("client_streaming", "a stream of requests has one reply",
            Call.TakeAll(
                    Step.Send(Call.Ask(27_182)),
                    Step.Send(Call.Ask(8)),
                    Step.Send(Call.Ask(1_828)),
                    Step.Send(Call.Ask(45_904)),
                    Step.Close)
                .Gives(Outcome.Ok with { Replies = "taken 74922", Asked = "plain, plain, plain, plain" })),
        new("server_streaming", "a stream of replies comes whole and in order",
            Call.GiveAll(Call.Ask(0, 31_415, 9, 2_653, 58_979))
                .Gives(Outcome.Ok with
                {
                    Replies = "31415, 9, 2653, 58979", Answered = "plain, plain, plain, plain",
                })),
        new("ping_pong", "requests and replies take turns in one call",
            Call.Converse(
                    Step.Send(Call.Ask(27_182, 31_415)), Step.Take,
                    Step.Send(Call.Ask(8, 9)), Step.Take,
                    Step.Send(Call.Ask(1_828, 2_653)), Step.Take,
                    Step.Send(Call.Ask(45_904, 58_979)), Step.Take,
                    Step.Close)
                .Gives(Outcome.Ok with
                {
                    Replies = "31415, 9, 2653, 58979", Asked = "plain, plain, plain, plain",
                })),
        new("empty_stream", "a stream without a message, both ways, is a success",
            Call.Converse(Step.Close)
                .Gives(Outcome.Ok with { Replies = "", Asked = "", Answered = "" })),
    ];

    private static IEnumerable<Case> Ended() =>
    [
        new("cancel_after_begin", "a call is given up before its first message",
            Call.TakeAll(Step.Cancel)
                .Gives(new Outcome(StatusCode.Cancelled) { Asked = "" })),
        new("cancel_after_first_response", "a call is given up in its middle, and the server is told",
            Call.Converse(Step.Send(Call.Ask(27_182, 31_415)), Step.Take, Step.Cancel)
                .Gives(new Outcome(StatusCode.Cancelled) { Replies = "31415", IsCancelledOnWire = true })),
        new("timeout_on_sleeping_server", "a deadline ends a call whose server does not, however short it is",
            Sleeping(timeout: 1),
            Sleeping(timeout: 200)),
    ];

    private static IEnumerable<Case> Told() =>
    [
        new("custom_metadata", "text and binary metadata arrive, and come back as headers and as trailers",
            WithMetadata(Call.Unary(Call.Ask(271_828, 314_159)),
                Outcome.Ok with { Replies = "314159", Initial = Initial, Trailing = Trailing }),
            WithMetadata(Call.Converse(Step.Send(Call.Ask(271_828, 314_159)), Step.Close),
                Outcome.Ok with { Replies = "314159", Initial = Initial, Trailing = Trailing })),
        new("status_code_and_message", "a failure tells its code and text",
            Ends(Call.Unary, StatusCode.Unknown, "en text i klartext"),
            Ends(Streamed, StatusCode.Unknown, "en text i klartext")),
        new("special_status_message", "the text of a failure may hold line ends and any character",
            Ends(Call.Unary, StatusCode.Unknown, SpecialMessage),
            Ends(Streamed, StatusCode.Unknown, SpecialMessage)),
        new("status_details", "a failure brings its details along, and the metadata of its call (ours)",
            Detailed(Call.Unary),
            Detailed(Streamed),
            Detailed(Call.Unary) with { Initial = null, Expected = Aborted with { Trailing = Trailing } }),
        new("unimplemented_method", "a method that is declared and not there is UNIMPLEMENTED",
            Call.Unary(new Ask()) with
            {
                Rpc = "Missing", Expected = new Outcome(StatusCode.Unimplemented) { Replies = "" },
            }),
        new("unimplemented_service", "a service that is not there is UNIMPLEMENTED",
            Call.Unary(new Ask()) with
            {
                Service = "MissingService",
                Rpc = "Missing",
                Expected = new Outcome(StatusCode.Unimplemented) { Replies = "" },
            }),
    ];

    private static Call Sleeping(int timeout) => Call.Converse(Step.Send(Call.Ask(27_182))) with
    {
        Timeout = timeout,
        Expected = new Outcome(StatusCode.DeadlineExceeded) { Replies = "" },
    };

    private static Call Streamed(Ask ask) => Call.Converse(Step.Send(ask), Step.Close);

    private static Call Ends(Func<Ask, Call> call, StatusCode code, string message) =>
        call(Call.Ending(code, message)).Gives(new Outcome(code) { Message = message, Replies = "" });

    private static Call Detailed(Func<Ask, Call> call)
    {
        var ask = Call.Ending(StatusCode.Aborted, "nej");
        ask.Ending.Details = ByteString.CopyFrom(Convert.FromHexString(Details));
        return WithMetadata(call(ask), Aborted with { Initial = Initial, Trailing = Trailing });
    }

    private static Call WithMetadata(Call call, Outcome expected) =>
        call with { Initial = Initial, Trailing = Trailing, Expected = expected };
}
