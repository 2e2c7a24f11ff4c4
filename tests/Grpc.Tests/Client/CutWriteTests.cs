using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;

namespace NaraVard.Grpc.Tests.Client;

/// <summary>A server that answers before it has read everything cuts the requests off; the answer says why.</summary>
public sealed class CutWriteTests
{
    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task A_write_that_is_cut_waits_for_the_answer_that_is_on_its_way(Type cut)
    {
        using var handler = new Cutting((Exception)Activator.CreateInstance(cut)!);
        using var channel = GrpcChannel.ForAddress("http://nowhere", new GrpcChannelOptions { HttpHandler = handler });
        using var call = new TestService.TestServiceClient(channel).Collect();

        var write = call.RequestStream.WriteAsync(new());
        await handler.Cut;
        handler.Answer();

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => write)).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_write_that_is_cut_without_an_answer_says_so()
    {
        using var handler = new Cutting(new IOException());
        using var channel = GrpcChannel.ForAddress("http://nowhere", new GrpcChannelOptions { HttpHandler = handler });
        using var call = new TestService.TestServiceClient(channel).Collect();

        var write = call.RequestStream.WriteAsync(new());
        await handler.Cut;
        handler.Break();

        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => write)).StatusCode);
    }

    /// <summary>A connection on which nothing can be written, and whose answer comes when it is told to.</summary>
    private sealed class Cutting(Exception cut) : HttpMessageHandler
    {
        private readonly TaskCompletionSource<HttpResponseMessage> answer =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        private readonly CutStream stream = new(cut);

        public Task Cut => stream.Cut;

        public void Answer()
        {
            var refused = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
            refused.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
            refused.Headers.Add("grpc-status", "7");
            answer.SetResult(refused);
        }

        public void Break() => answer.SetException(new HttpRequestException("broken"));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            _ = request.Content!.CopyToAsync(stream, stop);
            return answer.Task;
        }
    }

    private sealed class CutStream(Exception thrown) : MemoryStream
    {
        private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Cut => cut.Task;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cut.TrySetResult();
            throw thrown;
        }
    }
}
