using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NaraVard.Platform.Persons;

/// <summary>Stores a <see cref="PersonKey"/> as <c>uuid</c>.</summary>
public sealed class PersonKeyConverter()
    : ValueConverter<PersonKey, Guid>(key => key.Value, value => new PersonKey(value));

/// <summary>Says once per context how persons are stored.</summary>
public static class PersonKeyConvention
{
    /// <summary>
    /// Stores every <see cref="PersonKey"/> of the context as <c>uuid</c>; for <c>ConfigureConventions</c>.
    /// </summary>
    public static void StorePersonKeys(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Properties<PersonKey>().HaveConversion<PersonKeyConverter>();
    }
}
