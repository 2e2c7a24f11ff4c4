using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>The keys for cookies and tokens, in the database: every replica opens what another sealed.</summary>
internal sealed class SharedKeys(SessionDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        using var command = new NpgsqlCommand("select xml from gateway.keys order by made_at", connection);
        using var rows = command.ExecuteReader();
        var elements = new List<XElement>();
        while (rows.Read())
            elements.Add(XElement.Parse(rows.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Source.OpenConnection();
        using var command = new NpgsqlCommand(
            "insert into gateway.keys (name, xml) values ($1, $2) on conflict (name) do nothing", connection);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
