using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Forwarding;

public sealed class RequestBodyTests
{
    // More than a service takes in before it reads.
    private const int Large = 3 * 1024 * 1024;

    [Fact]
    public async Task A_service_that_refuses_before_it_reads_costs_no_client_its_connection()
    {
        await using var backend = await Backend.Start("echo", app =>
        {
            app.UseProblems();
            app.Run(Refuse);
        });
        await using var scene = await Scene.With(new() { ["Limits:RequestsBurst"] = "10000" }, backend);
        var connections = 0;
        using var client = scene.As(connected: () => connections++);

        for (var i = 0; i < 400; i++)
        {
            using var body = new ByteArrayContent(new byte[i % 2 == 0 ? 100 : Large]);
            using var answer = await client.PostAsync("/echo/v1/lines", body);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }

        Assert.Equal(1, connections);
        Assert.DoesNotContain("\"error", scene.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/echo/v1/lines", "application/json", "1.1")]
    [InlineData("/naravard.echo.v1.EchoService/Say", "application/grpc", "2.0")]
    public async Task What_a_service_answers_before_it_has_read_all_is_its_answer(
        string path, string mediaType, string version)
    {
        await using var backend = await Backend.Start("echo", app => app.Run(Refuse));
        await using var scene = await Scene.With(new() { ["Forwarding:BreakerFailures"] = "1" }, backend);
        using var client = scene.As();
        var entrance = version == "2.0" ? scene.GrpcAddress : client.BaseAddress!;

        for (var i = 0; i < 5; i++)
        {
            using var body = new ByteArrayContent(new byte[Large]);
            body.Headers.ContentType = new(mediaType);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(entrance, path))
            {
                Content = body,
                Version = new(version),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }

        Assert.Equal(5, backend.Requests);
    }

    [Fact]
    public async Task A_service_hears_of_a_request_when_the_whole_body_is_there()
    {
        await using var backend = await Backend.Start("echo", app => app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync());
        }));
        await using var scene = await Scene.Start(backend);
        using var other = scene.As();
        using var upload = await Upload.Begin(scene, length: 10, "half");

        using var beside = await other.GetAsync("/echo/v1/lines");
        var before = backend.Requests;
        await upload.Send("whole.");

        Assert.Equal(1, before);
        Assert.Contains("halfwhole.", await upload.Answer("halfwhole."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_come_in_time_is_408()
    {
        await using var backend = await Backend.Start("echo", app => app.Run(Backend.Mirror));
        await using var scene = await Scene.With(new() { ["Services:echo:TimeoutSeconds"] = "1" }, backend);
        using var upload = await Upload.Begin(scene, length: 10, "half");

        var answer = await upload.Answer("}");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"request-timeout\"", answer, StringComparison.Ordinal);
        Assert.Equal(0, backend.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_leaves_in_the_middle_of_a_body_is_no_error_of_ours(bool byReset)
    {
        await using var backend = await Backend.Start("echo", app => app.Run(Backend.Mirror));
        await using var scene = await Scene.Start(backend);
        using (var upload = await Upload.Begin(scene, length: 10, "half"))
            upload.Leave(byReset);

        await Soon.Holds(
            "the gateway notes it",
            () => scene.Log.Text.Contains("CallerGone", StringComparison.Ordinal)
                || scene.Log.Text.Contains("was refused", StringComparison.Ordinal));

        Assert.Equal(0, backend.Requests);
        Assert.DoesNotContain("\"warn", scene.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"error", scene.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        return Task.CompletedTask;
    }

    /// <summary>A request whose body comes in parts, from when the gateway reads it.</summary>
    private sealed class Upload : IDisposable
    {
        private readonly TcpClient connection = new();

        public static async Task<Upload> Begin(Scene scene, int length, string part)
        {
            var upload = new Upload();
            var address = scene.Http.BaseAddress!;
            await upload.connection.ConnectAsync(address.Host, address.Port);
            await upload.Send(
                $"POST /echo/v1/lines HTTP/1.1\r\nHost: {address.Authority}\r\n" +
                $"Authorization: Bearer {scene.Identity.Token(TestUser.ErStaff())}\r\n" +
                $"Expect: 100-continue\r\nContent-Length: {length}\r\n\r\n");
            await upload.Answer("100 Continue\r\n\r\n");
            await upload.Send(part);
            return upload;
        }

        public async Task Send(string text) =>
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

        /// <summary>What has come, up to and with some text.</summary>
        public async Task<string> Answer(string upTo)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var said = new StringBuilder();
            var buffer = new byte[4096];
            while (!said.ToString().Contains(upTo, StringComparison.Ordinal))
            {
                var read = await connection.GetStream().ReadAsync(buffer, patience.Token);
                if (read == 0)
                    break;
                said.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }

            return said.ToString();
        }

        public void Leave(bool byReset) => connection.Client.LingerState = new(byReset, 0);

        public void Dispose() => connection.Dispose();
    }
}
