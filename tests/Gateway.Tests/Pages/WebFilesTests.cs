using System.Net;
using Microsoft.AspNetCore.Builder;
using NaraVard.Gateway.Tests.Testing;

namespace NaraVard.Gateway.Tests.Pages;

/// <summary>The web client's files as the gateway serves them.</summary>
public sealed class WebFilesTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("web-");
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        Write("index.html", "<!doctype html>page");
        Write("index.html.br", "brotli page");
        Write("icon.svg", "<svg/>");
        Write("assets/app-1a2b.js", "script");
        Write("assets/app-1a2b.js.br", "brotli");
        Write("assets/app-1a2b.js.gz", "gzip");
        Write("secret.key", "secret");
        scene = await Scene.With(
            new() { ["Web:Folder"] = folder.FullName }, await Backend.Start("echo", app => app.Run(Backend.Mirror)));
    }

    public async Task DisposeAsync()
    {
        await scene.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    [InlineData("/board?colour=red")]
    [InlineData("/handoffs/019c2f4e-7a10-7c3b-9d55-0242ac120002")]
    [InlineData("/er")]
    [InlineData("/er/new")]
    [InlineData("/shift")]
    [InlineData("/wall")]
    public async Task A_person_who_goes_to_a_screen_gets_the_page(string path)
    {
        using var answer = await Get(path, ("Accept", "text/html,*/*"));

        Assert.Equal("<!doctype html>page", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_hospital_behind_one_address_gets_its_pages()
    {
        for (var i = 0; i < 300; i++)
        {
            using var answer = await Get("/assets/app-1a2b.js");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api", "navigate")]
    [InlineData("/board/x", "navigate")]
    [InlineData("/nothing/v1/lines", "navigate")]
    [InlineData("/secret.key", "navigate")]
    [InlineData("/assets/../secret.key", "navigate")]
    [InlineData("/index.html.br", "navigate")]
    [InlineData("/session", "navigate")]
    [InlineData("/board", "cors")]
    [InlineData("/", "cors")]
    public async Task What_is_neither_a_screen_nor_a_file_is_a_problem_404_whoever_asks(string path, string mode)
    {
        using var answer = await Get(path, ("Sec-Fetch-Mode", mode), ("Accept", "text/html"));

        await answer.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_API_path_is_the_services_also_for_who_wants_a_page()
    {
        using var answer = await Get("/echo/v1/board", ("Sec-Fetch-Mode", "navigate"), ("Accept", "text/html"));

        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("br, gzip", "brotli", "br")]
    [InlineData("gzip", "gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip", "gzip")]
    [InlineData("identity", "script", null)]
    public async Task A_hashed_file_is_kept_for_ever_in_the_smallest_form_that_is_taken(
        string accepted, string content, string? encoding)
    {
        using var answer = await Get("/assets/app-1a2b.js", ("Accept-Encoding", accepted));

        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
        Assert.Equal(encoding, answer.Header("Content-Encoding"));
        Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        Assert.Equal("Accept-Encoding", answer.Header("Vary"));
        Assert.Equal("text/javascript; charset=utf-8", answer.Header("Content-Type"));
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/assets/app-1a2b.js")]
    public async Task Pages_and_scripts_take_everything_from_here_and_nothing_inline(string path)
    {
        using var answer = await Get(path, ("Accept", "text/html"));

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "font-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'",
            answer.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_that_the_browser_has_is_not_sent_again()
    {
        using var first = await Get("/board", ("Accept", "text/html"));

        using var again = await Get(
            "/board", ("Accept", "text/html"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var compressed = await Get(
            "/board", ("Accept", "text/html"), ("Accept-Encoding", "br"),
            ("If-None-Match", first.Headers.ETag.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, compressed.StatusCode);
        // The browser takes the newest answer's policy for the page that it has.
        Assert.NotNull(first.Header("Content-Security-Policy"));
        Assert.Equal(first.Header("Content-Security-Policy"), again.Header("Content-Security-Policy"));
    }

    private void Write(string name, string content)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
    }

    private Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return scene.Http.SendAsync(request);
    }
}
