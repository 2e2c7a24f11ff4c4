using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Gateway;

/// <summary>Debian's nginx in front of the same service: two workers, connections kept on both sides, no log.</summary>
internal static class Nginx
{
    public static async Task<ChildProcess> Start(Uri address, Uri behind, string folder)
    {
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(address, behind, folder));
        return await ChildProcess.Start("nginx", ["-c", file]);
    }

    private static string Configuration(Uri address, Uri behind, string folder) => $$"""
        daemon off;
        user root;
        worker_processes 2;
        pid {{folder}}/nginx.pid;
        error_log stderr crit;
        events { worker_connections 1024; }
        http {
            access_log off;
            keepalive_requests 100000000;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            upstream behind {
                server {{behind.Authority}};
                keepalive 64;
                keepalive_requests 100000000;
            }
            server {
                listen {{address.Authority}};
                location / {
                    proxy_pass http://behind;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                }
            }
        }

        """;
}
