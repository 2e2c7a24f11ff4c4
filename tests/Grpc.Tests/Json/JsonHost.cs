using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.AspNetCore.Server;
using Grpc.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>A real server with the test services on a free port, and a client that speaks JSON to it.</summary>
internal sealed class JsonHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private JsonHost(WebApplication app)
    {
        this.app = app;
        Http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public VisitsState State => app.Services.GetRequiredService<VisitsState>();

    public static async Task<JsonHost> Start(
        Action<JsonTranscodingOptions>? json = null,
        Action<GrpcServiceOptions>? grpc = null,
        HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols));
        builder.Services.AddSingleton<VisitsState>();
        builder.Services.AddGrpc(grpc ?? (_ => { }));
        builder.Services.Configure(json ?? (_ => { }));
        var app = builder.Build();
        app.UseProblems();
        app.UseRouting();
        app.MapGrpcService<VisitsService>();
        app.MapGrpcService<KindsService>();
        await app.StartAsync();
        return new(app);
    }

    public Task Stop() => app.StopAsync();

    /// <summary>Sends and reads the whole answer.</summary>
    public async Task<Answer> Send(
        string verb, string path, string? body = null, string type = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(verb), new Uri(path, UriKind.Relative))
        {
            Version = Http.DefaultRequestVersion,
            VersionPolicy = Http.DefaultVersionPolicy,
        };
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type.Length > 0)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return await Answer.Of(response);
    }

    public async ValueTask DisposeAsync()
    {
        State.LetGo.TrySetResult();
        Http.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Type, string Text, Dictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Code => Json.GetProperty("code").GetString()!;

    public (string, string)[] Violations => Json.GetProperty("violations").EnumerateArray()
        .Select(v => (v.GetProperty("field").GetString()!, v.GetProperty("code").GetString()!)).ToArray();

    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType ?? "",
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
}
