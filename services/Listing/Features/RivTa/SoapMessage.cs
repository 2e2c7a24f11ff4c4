using System.Xml;
using System.Xml.Linq;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>
/// A request of RIV-TA Basic Profile 2.0: SOAP 1.1, to whom it is sent in <c>wsa:To</c>, and one element in the body.
/// </summary>
internal sealed record SoapMessage(string LogicalAddress, XElement Content)
{
    public const string MediaType = "text/xml";

    public static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    private static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";

    // The longest request of the contracts that are served names some hundred units.
    private const int CharactersMax = 256 * 1024;

    // Nothing outside the message is fetched, and nothing in it grows when it is read.
    private static readonly XmlReaderSettings Safe = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = CharactersMax,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Null with the reason when it is none.</summary>
    public static async Task<(SoapMessage? Message, string Reason)> Read(Stream body, CancellationToken cancel)
    {
        XElement? envelope;
        try
        {
            using var reader = XmlReader.Create(body, Safe);
            envelope = (await XDocument.LoadAsync(reader, LoadOptions.None, cancel)).Root;
        }
        catch (XmlException)
        {
            return (null, "Anropet är inte läsbar XML, eller för långt.");
        }

        if (envelope?.Name != Soap + "Envelope")
            return (null, "Anropet är inget SOAP 1.1-kuvert.");
        if (envelope.Element(Soap + "Header")?.Element(Addressing + "To")?.Value.Trim() is not { Length: > 0 } address)
            return (null, "Logisk adress (wsa:To) saknas.");
        return envelope.Element(Soap + "Body")?.Elements().ToArray() is [var content]
            ? (new(address, content), "")
            : (null, "Anropets innehåll (soap:Body) ska vara ett element.");
    }

    /// <summary>The text of a part of the content; null when it is not there.</summary>
    public string? Part(string name) => Content.Element(Content.Name.Namespace + name)?.Value.Trim();

    /// <summary>The texts of a part that may be there several times; empty ones are none.</summary>
    public IReadOnlyList<string> Parts(string name) =>
        [
            .. Content.Elements(Content.Name.Namespace + name)
                .Select(one => one.Value.Trim()).Where(one => one.Length > 0),
        ];
}
