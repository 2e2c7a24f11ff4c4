using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>
/// What the protocol document prescribes for a request, read off the request as it stands: a second, slow
/// implementation of the server's side that shares no code with it.
/// </summary>
internal static partial class GrpcOracle
{
    private const int Unimplemented = 12;
    private const int Internal = 13;
    private const int TooLarge = 8;
    private const int HeaderSize = 5;

    private static readonly HashSet<string> Known = [.. GrpcTarget.All.Select(target => target.Path)];

    public static GrpcVerdict Of(GrpcRequest request)
    {
        var verdict = OfHeaders(request) ?? OfBody(request);
        if (verdict.Http is null && Duration(request.Timeout) is { } limit && limit < TimeSpan.FromMinutes(10))
        {
            // However slow the machine is, the deadline may come first; a short one must come.
            verdict.Statuses.Add(4);
            verdict.IsAnsweredEarly |= limit < TimeSpan.FromSeconds(2);
        }
        return verdict;
    }

    private static GrpcVerdict? OfHeaders(GrpcRequest request)
    {
        var isGrpc = request.ContentType is not null && GrpcType().IsMatch(request.ContentType);
        // As long as it is not gRPC, upper and lower case are the same.
        var isThere = Known.Contains(request.Path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);
        if (request.Verb != "POST")
            return GrpcVerdict.OfHttp(request, isGrpc || isThere ? "405" : "404");
        if (!isGrpc)
            return GrpcVerdict.OfHttp(request, isThere ? "415" : "404");
        if (!Known.Contains(request.Path))
            return GrpcVerdict.Refused(request, Unimplemented);
        List<int> faults = [];
        if (request.Timeout is not null && !Timeout().IsMatch(request.Timeout))
            faults.Add(Internal);
        if (request.Encoding is not (null or "identity" or "gzip"))
            faults.Add(Unimplemented);
        return faults.Count > 0 ? GrpcVerdict.Refused(request, [.. faults]) : null;
    }

    private static GrpcVerdict OfBody(GrpcRequest request)
    {
        var target = request.Target;
        List<IMessage> messages = [];
        ReadOnlySpan<byte> rest = request.Body;
        var isEnded = request.Ending is Ending.Closed or Ending.Trailed;
        while (true)
        {
            var isWhole = messages.Count == 1 && !target.TakesMany;
            if (isWhole && rest.Length > 0)
                return GrpcVerdict.Refused(request, Unimplemented);
            if (rest.Length == 0 && isEnded)
                return isWhole || target.TakesMany
                    ? GrpcVerdict.Served(request, messages)
                    : GrpcVerdict.Refused(request, Unimplemented);
            var fault = Next(target, request.Encoding, ref rest, out var message);
            if (fault == 0 && message is null)
                return isEnded ? Broken(request, messages, Internal) : GrpcVerdict.Waiting(request, messages);
            if (fault != 0)
            {
                var verdict = Broken(request, messages, fault);
                // A packed message may be seen to be broken before it is seen to be too large.
                if (fault == TooLarge && rest[0] == 1)
                    verdict.Statuses.Add(Internal);
                return verdict;
            }
            messages.Add(message!);
            if (target.TakesMany && GrpcTarget.Failure(message!) is not null)
                return GrpcVerdict.Served(request, messages);
        }
    }

    private static GrpcVerdict Broken(GrpcRequest request, List<IMessage> messages, int status) =>
        GrpcVerdict.Broken(request, messages, request.HasBadMetadata && messages.Count > 0 ? Internal : status);

    // The next message; none and no fault when it is not all there.
    private static int Next(GrpcTarget target, string? encoding, ref ReadOnlySpan<byte> rest, out IMessage? message)
    {
        message = null;
        if (rest.Length < HeaderSize)
            return 0;
        if (rest[0] > 1)
            return Internal;
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest[1..]);
        if (length > HostileHost.MessageMax)
            return TooLarge;
        if (rest.Length - HeaderSize < length)
            return 0;
        var content = rest.Slice(HeaderSize, (int)length).ToArray();
        if (rest[0] == 1)
        {
            var fault = Unpack(encoding, ref content);
            if (fault != 0)
                return fault;
        }
        rest = rest[(HeaderSize + (int)length)..];
        try
        {
            message = target.Request.Parser.ParseFrom(content);
            return 0;
        }
        catch (Exception invalid) when (invalid is InvalidProtocolBufferException or InvalidOperationException)
        {
            return Internal;
        }
    }

    private static int Unpack(string? encoding, ref byte[] content)
    {
        if (encoding != "gzip")
            return Internal;
        try
        {
            using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            var plain = new byte[HostileHost.MessageMax + 1];
            var size = stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            content = plain[..size];
            return size > HostileHost.MessageMax ? TooLarge : 0;
        }
        catch (InvalidDataException)
        {
            return Internal;
        }
    }

    private static TimeSpan? Duration(string? timeout)
    {
        if (timeout is null || !Timeout().IsMatch(timeout))
            return null;
        var count = uint.Parse(timeout[..^1], null);
        return timeout[^1] switch
        {
            'H' => TimeSpan.FromHours(count),
            'M' => TimeSpan.FromMinutes(count),
            'S' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMilliseconds(count),
            _ => TimeSpan.FromMicroseconds(count),
        };
    }

    [GeneratedRegex(@"^application/grpc(\+proto)?\s*(;.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex GrpcType();

    [GeneratedRegex("^[0-9]{1,8}[HMSmun]$")]
    private static partial Regex Timeout();
}
