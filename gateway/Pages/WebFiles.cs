using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using NaraVard.Gateway.Sessions;

namespace NaraVard.Gateway.Pages;

/// <summary>
/// The web client as it was built: read once, and answered from memory. A file may lie there compressed too, as
/// <c>name.br</c> and <c>name.gz</c>. Where there is no client, nothing is there.
/// </summary>
internal sealed class WebFiles
{
    private const string Page = "/index.html";
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Addresses that a person can go to; the page itself knows what to show there.</summary>
    private static readonly string[] Screens = ["/", "/board", "/er", "/er/new", "/shift", "/wall"];

    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly FrozenDictionary<string, WebFile> files;

    public WebFiles(string folder) => files = !Directory.Exists(folder)
        ? FrozenDictionary<string, WebFile>.Empty
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToFrozenDictionary(
            file => "/" + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
            WebFile.Read, StringComparer.Ordinal);

    /// <summary>Answers with the file or the page; false when there is none at this path.</summary>
    public async Task<bool> TryAnswer(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return false;
        var path = IsScreen(request.Path.Value!) && Navigation.Is(request) ? Page : request.Path.Value!;
        if (!files.TryGetValue(path, out var file) || !MediaTypes.TryGetValue(Path.GetExtension(path), out var type))
            return false;
        await Answer(context, path, file, type);
        return true;
    }

    private static bool IsScreen(string path) =>
        Screens.Contains(path) || path.StartsWith("/handoffs/", StringComparison.Ordinal);

    private async Task Answer(HttpContext context, string path, WebFile file, string type)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? Forever : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        (file, var encoding) = Smallest(request, path, file);
        response.Headers.ETag = file.Tag;
        // Also of 304: the browser takes the policy of the newest answer for what it has kept.
        response.ContentType = type;
        if (request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = file.Content.Length;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private (WebFile File, string? Encoding) Smallest(HttpRequest request, string path, WebFile file)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        foreach (var (name, end) in new[] { ("br", ".br"), ("gzip", ".gz") })
            if (Accepts(accepted, name) && files.TryGetValue(path + end, out var smaller))
                return (smaller, name);
        return (file, null);
    }

    private static bool Accepts(string accepted, string name) => accepted.Split(',')
        .Select(one => one.Split(';'))
        .Any(one => one[0].Trim() == name && !(one.Length > 1 && one[1].Trim() is "q=0" or "q=0.0"));

    /// <summary>One file, and the tag that changes with it.</summary>
    private sealed record WebFile(byte[] Content, string Tag)
    {
        public static WebFile Read(string file)
        {
            var content = File.ReadAllBytes(file);
            return new(content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        }
    }
}

internal static class WebFilesSetup
{
    /// <summary>
    /// Before everything that costs something or is limited: a hospital comes from one address, and its computers start
    /// their day together.
    /// </summary>
    public static void UseWebFiles(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<WebFiles>();
        app.Use(async (context, next) =>
        {
            if (!await files.TryAnswer(context))
                await next(context);
        });
    }
}
