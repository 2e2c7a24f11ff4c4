using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>What the connection says of the client.</summary>
internal static class Peers
{
    /// <summary>Its address as gRPC writes it, such as <c>ipv4:127.0.0.1:5000</c>.</summary>
    public static string Address(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6 } v6 => $"ipv6:[{v6}]:{connection.RemotePort}",
        var v4 => $"ipv4:{v4}:{connection.RemotePort}",
    };

    /// <summary>Its certificate, when TLS asked for one.</summary>
    public static AuthContext Authenticated(ConnectionInfo connection)
    {
        if (connection.ClientCertificate is not { } certificate)
            return new AuthContext(null, []);
        var name = certificate.GetNameInfo(X509NameType.SimpleName, false);
        return new AuthContext("x509_common_name", new Dictionary<string, List<AuthProperty>>
        {
            ["x509_common_name"] = [AuthProperty.Create("x509_common_name", Encoding.UTF8.GetBytes(name))],
        });
    }
}
