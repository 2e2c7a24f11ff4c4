using Google.Protobuf;
using Google.Protobuf.Reflection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>What a call is answered when nothing is wrong with it but perhaps what its messages ask for.</summary>
internal sealed record GrpcReplies(IReadOnlyList<IMessage> Messages, Failure? Failure = null);

/// <summary>An RPC that is attacked, with what it does, said once more.</summary>
internal sealed record GrpcTarget(
    string Path, bool TakesMany, MessageDescriptor Request, MessageDescriptor Reply,
    Func<IReadOnlyList<IMessage>, GrpcReplies> Answer)
{
    private const string Service = "/echo.v1.TestService/";

    /// <summary>One of each kind, and one more that takes messages inside messages.</summary>
    public static readonly GrpcTarget[] All =
    [
        OfEcho("Say", false, SayRequest.Descriptor, Say),
        OfEcho("Collect", true, SayRequest.Descriptor, Collect),
        OfEcho("Repeat", false, RepeatRequest.Descriptor, Repeat),
        OfEcho("Chat", true, SayRequest.Descriptor, Chat),
        new("/transcoding.v1.KindsService/Echo", false, Kinds.Descriptor, Kinds.Descriptor, all => new(all)),
    ];

    /// <summary>True when the handler looks at its metadata.</summary>
    public bool ReadsMetadata => Request != Kinds.Descriptor;

    /// <summary>What has been answered already when a request breaks after these messages.</summary>
    public IReadOnlyList<IMessage> Begun(IReadOnlyList<IMessage> messages) =>
        Path.EndsWith("Chat", StringComparison.Ordinal)
            ? Answer(messages).Messages
            : [];

    /// <summary>The failure that a message asks for; null for none.</summary>
    public static Failure? Failure(IMessage message)
    {
        var failure = message switch
        {
            SayRequest say => say.Failure,
            RepeatRequest repeat => repeat.Failure,
            _ => null,
        };
        return failure is { Code: > 0 and <= 16 } ? failure : null;
    }

    private static GrpcTarget OfEcho(
        string name, bool takesMany, MessageDescriptor request, Func<IReadOnlyList<IMessage>, GrpcReplies> answer) =>
        new(Service + name, takesMany, request, SayReply.Descriptor, answer);

    private static GrpcReplies Say(IReadOnlyList<IMessage> all) =>
        Failure(all[0]) is { } failure ? new([], failure) : new([TameService.Reply((SayRequest)all[0])]);

    private static GrpcReplies Collect(IReadOnlyList<IMessage> all) =>
        all.Select(Failure).FirstOrDefault(failure => failure is not null) is { } failure
            ? new([], failure)
            : new([new SayReply { Number = all.Count }]);

    private static GrpcReplies Repeat(IReadOnlyList<IMessage> all)
    {
        var request = (RepeatRequest)all[0];
        var replies = Enumerable.Range(0, TameService.Replies(request))
            .Select(i => new SayReply { Text = request.Text, Number = i });
        return new([.. replies], Failure(request));
    }

    private static GrpcReplies Chat(IReadOnlyList<IMessage> all)
    {
        var heard = all.TakeWhile(message => Failure(message) is null).ToArray();
        return new([.. heard.Select(message => TameService.Reply((SayRequest)message))],
            heard.Length < all.Count ? Failure(all[heard.Length]) : null);
    }
}
