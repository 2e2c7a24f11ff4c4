using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Platform.Persons;

/// <summary>
/// A person inside one deployment, without saying who: 128 bits made by <see cref="PersonKeys"/> from the national
/// number. Nobody without the deployment's key can go back to the number. Stored as <c>uuid</c>.
/// </summary>
public readonly record struct PersonKey : IParsable<PersonKey>
{
    /// <summary>The key whose 128 bits are these.</summary>
    public PersonKey(Guid value)
    {
        if (value == Guid.Empty)
            throw new ArgumentException("A person key is never all zeros.", nameof(value));
        Value = value;
    }

    /// <summary>The 128 bits in the form that the database holds.</summary>
    public Guid Value { get; }

    /// <summary>True for the default value, which is nobody.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    /// <summary>Reads 32 hexadecimal digits; throws <see cref="FormatException"/> for anything else.</summary>
    public static PersonKey Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException("A person key is 32 hexadecimal digits.");

    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out PersonKey result) => TryParse(s, null, out result);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonKey result)
    {
        var parsed = Guid.TryParseExact(s, "N", out var value) && value != Guid.Empty;
        result = parsed ? new PersonKey(value) : default;
        return parsed;
    }

    /// <summary>32 hexadecimal digits in lower case.</summary>
    public override string ToString() => Value.ToString("N");
}
