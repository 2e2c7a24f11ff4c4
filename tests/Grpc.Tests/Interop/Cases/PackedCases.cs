using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>
/// The cases about compression. Whether a message was packed is always read off the wire, so that it does not matter
/// that the peers do not tell their callers.
/// </summary>
internal static class PackedCases
{
    private const string GrpcJsNeverPacks =
        "grpc-js never packs replies: they come plain though they were wanted packed, and are taken";

    private const string ServersDoNotKnow =
        "grpcio and grpc-js do not tell a handler whether a request was packed, so it cannot refuse: both are taken";

    private static readonly Outcome Refused = new(StatusCode.InvalidArgument) { Replies = "" };

    public static IEnumerable<Case> List() =>
    [
        new("client_compression_probe", "a server that expects a packed request refuses an unpacked one",
            Call.Unary(Packed(271_828, 314_159)).Gives(Refused with { Asked = "plain" }),
            Call.TakeAll(Step.Send(Packed(27_182)), Step.Close).Gives(Refused))
        {
            Nearest =
            [
                new([Pair.WeCallGrpcio, Pair.WeCallGrpcJs], ServersDoNotKnow,
                    Call.Unary(Packed(271_828, 314_159))
                        .Gives(Outcome.Ok with { Replies = "314159", Asked = "plain" }),
                    Call.TakeAll(Step.Send(Packed(27_182)), Step.Close)
                        .Gives(Outcome.Ok with { Replies = "taken 27182", Asked = "plain" })),
            ],
        },
        new("client_compressed_unary", "a client packs a request, or does not",
            PackedUnary(),
            Call.Unary(Call.Ask(271_828, 314_159))
                .Gives(Outcome.Ok with { Replies = "314159", Asked = "plain" })),
        new("client_compressed_streaming", "a client packs one request of a stream and not the next",
            PackedStream(Step.SendPlain(Call.Ask(45_904))) with
            {
                Expected = Outcome.Ok with { Replies = "taken 73086", Asked = "gzip, plain" },
            })
        {
            Nearest =
            [
                new([Pair.GrpcioCallsUs], "grpcio packs all requests of a call or none: one call of each",
                    PackedStream(Step.Send(Call.Ask(45_904))) with
                    {
                        Expected = Outcome.Ok with { Replies = "taken 73086", Asked = "gzip, gzip" },
                    },
                    Call.TakeAll(Step.Send(Call.Ask(45_904)), Step.Close)
                        .Gives(Outcome.Ok with { Replies = "taken 45904", Asked = "plain" })),
            ],
        },
        new("server_compression_probe", "a reply is packed when it is wanted so, however its request came",
            Call.Unary(Wanting((314_159, true))).Gives(Replied("314159", "gzip")),
            Call.Unary(Wanting((314_159, false))) with { Packs = true, Expected = Replied("314159", "plain") })
        {
            Nearest =
            [
                new([Pair.WeCallGrpcJs], GrpcJsNeverPacks,
                    Call.Unary(Wanting((314_159, true))).Gives(Replied("314159", "plain")),
                    Call.Unary(Wanting((314_159, false))) with
                    {
                        Packs = true, Expected = Replied("314159", "plain"),
                    }),
            ],
        },
        new("server_compressed_unary", "a server packs a reply, or does not",
            Call.Unary(Wanting((314_159, true))).Gives(Replied("314159", "gzip")),
            Call.Unary(Wanting((314_159, false))).Gives(Replied("314159", "plain")))
        {
            Nearest =
            [
                new([Pair.WeCallGrpcJs], GrpcJsNeverPacks,
                    Call.Unary(Wanting((314_159, true))).Gives(Replied("314159", "plain")),
                    Call.Unary(Wanting((314_159, false))).Gives(Replied("314159", "plain"))),
            ],
        },
        new("server_compressed_streaming", "a server packs one reply of a stream and not the next",
            Call.GiveAll(Wanting((31_415, true), (92_653, false))).Gives(Replied("31415, 92653", "gzip, plain")))
        {
            Nearest =
            [
                new([Pair.WeCallGrpcJs], GrpcJsNeverPacks,
                    Call.GiveAll(Wanting((31_415, true), (92_653, false)))
                        .Gives(Replied("31415, 92653", "plain, plain"))),
            ],
        },
    ];

    private static Call PackedUnary() => Call.Unary(Packed(271_828, 314_159)) with
    {
        Packs = true,
        Expected = Outcome.Ok with { Replies = "314159", Asked = "gzip" },
    };

    private static Call PackedStream(Step second) =>
        Call.TakeAll(Step.Send(Packed(27_182)), second, Step.Close) with { Packs = true };

    private static Outcome Replied(string replies, string wire) =>
        Outcome.Ok with { Replies = replies, Answered = wire };

    private static Ask Packed(int size, params int[] wanted)
    {
        var ask = Call.Ask(size, wanted);
        ask.MustBePacked = true;
        return ask;
    }

    private static Ask Wanting(params (int Size, bool Packed)[] wanted)
    {
        var ask = Call.Ask(27_182);
        ask.Wanted.AddRange(wanted.Select(one => new Wanted { Size = one.Size, Packed = one.Packed }));
        return ask;
    }
}
