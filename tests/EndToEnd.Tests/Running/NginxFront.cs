namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>
/// An nginx before the gateway, as many organisations have one: it holds back what it may, and gives up on what is
/// silent.
/// </summary>
internal static class NginxFront
{
    public static async Task<Deployable> Describe(
        Uri address, Uri gateway, DirectoryInfo folder, HttpClient client, Spoken spoken)
    {
        var file = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(address, gateway, folder.FullName));
        return new("nginx", ["nginx", "-c", file], [], new Uri(address, "/front-is-there"), client, spoken);
    }

    private static string Configuration(Uri address, Uri gateway, string folder) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        error_log stderr;
        events {}
        http {
            access_log /dev/stdout;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            server {
                listen {{address.Authority}};
                proxy_buffering on;
                proxy_read_timeout {{TestRun.StreamIdleSeconds}}s;
                location = /front-is-there { return 204; }
                location / { proxy_pass {{gateway.GetLeftPart(UriPartial.Authority)}}; }
            }
        }

        """;
}
