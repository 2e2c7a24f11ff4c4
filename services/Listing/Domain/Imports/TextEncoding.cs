namespace NaraVard.Listing.Domain.Imports;

/// <summary>How the text of a file is read.</summary>
internal enum TextEncoding
{
    Utf8 = 1,

    /// <summary>With a byte order mark.</summary>
    Utf8Bom = 2,

    Latin1 = 3,
}
