using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using NaraVard.Gateway.Tests.Testing;

namespace NaraVard.Gateway.Tests;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gateway-tls-");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task With_a_certificate_both_versions_of_HTTP_are_spoken_and_browsers_stay(int major, int minor)
    {
        var (certificate, key) = MakeCertificate();
        await using var scene = await Scene.With(
            new() { ["Endpoints:CertificateFile"] = certificate, ["Endpoints:CertificateKeyFile"] = key },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=gateway" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(scene.Http.BaseAddress!, "/docs"))
        {
            Version = new Version(major, minor),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await client.SendAsync(request);

        Assert.Equal("https", request.RequestUri!.Scheme);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(request.Version, answer.Version);
        Assert.StartsWith("max-age=", answer.Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private (string Certificate, string Key) MakeCertificate()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gateway", pair, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
        var (certificate, key) = (Path.Combine(folder.FullName, "tls.crt"), Path.Combine(folder.FullName, "tls.key"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(key, pair.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }
}
