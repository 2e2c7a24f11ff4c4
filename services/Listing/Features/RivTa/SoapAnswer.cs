using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>Answers as SOAP 1.1 does.</summary>
internal static class SoapAnswer
{
    public static Task Write(HttpContext http, XElement content) => Write(http, StatusCodes.Status200OK, content);

    /// <summary>A fault: whose it is, a sentence for people, and the contract's own element about it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="isCallers">Whether the caller must send something else for it to be answered.</param>
    /// <param name="text">What happened, in Swedish.</param>
    /// <param name="detail">The contract's element; null where it has none for this.</param>
    public static Task Fault(HttpContext http, bool isCallers, string text, XElement? detail) => Write(
        http,
        StatusCodes.Status500InternalServerError,
        new XElement(
            SoapMessage.Soap + "Fault",
            new XElement("faultcode", isCallers ? "soap:Client" : "soap:Server"),
            new XElement("faultstring", new XAttribute(XNamespace.Xml + "lang", "sv"), text),
            detail is null ? null : new XElement("detail", detail)));

    private static async Task Write(HttpContext http, int status, XElement content)
    {
        var envelope = new XElement(
            SoapMessage.Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soap", SoapMessage.Soap),
            new XElement(SoapMessage.Soap + "Body", content));
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = $"{SoapMessage.MediaType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + envelope.ToString(SaveOptions.DisableFormatting),
            Encoding.UTF8, http.RequestAborted);
    }
}
