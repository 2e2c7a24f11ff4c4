using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Schema;

/// <summary>Names columns as PostgreSQL's users write them.</summary>
public static class SnakeCase
{
    /// <summary>
    /// Gives each column that the mapping has not named the property's name in snake_case: <c>ErUnit</c> is
    /// <c>er_unit</c>. Call it last in <c>OnModelCreating</c>, before <see cref="PlatformTables.AddPlatformTables"/>.
    /// </summary>
    public static ModelBuilder UseSnakeCase(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation("Relational:ColumnName") is null)
                property.SetColumnName(Of(property.Name));
        }

        return model;
    }

    private static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
