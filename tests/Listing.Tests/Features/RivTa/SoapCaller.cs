using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using NaraVard.HouseRules.Tests;
using NaraVard.Listing.Features.RivTa;
using NaraVard.Listing.Tests.Features.Choosing;

namespace NaraVard.Listing.Tests.Features.RivTa;

/// <summary>Sends the fixtures of the contract's operations, as 1177 does.</summary>
internal sealed class SoapCaller(ChoiceHost host)
{
    /// <summary>The element that answers.</summary>
    public async Task<XElement> Ask(
        string operation, string person, string clinic = "", Func<string, string>? change = null,
        string? fixture = null)
    {
        var (status, answer) = await Send(operation, person, clinic, change, fixture);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        Assert.EndsWith("Response", answer.Name.LocalName, StringComparison.Ordinal);
        return answer;
    }

    public async Task<(HttpStatusCode Status, XElement Content)> Send(
        string operation, string person, string clinic, Func<string, string>? change = null, string? fixture = null)
    {
        var text = await Fixture(fixture ?? operation);
        text = (change?.Invoke(text) ?? text).Replace("PERSON", person, StringComparison.Ordinal)
            .Replace("CLINIC", clinic, StringComparison.Ordinal);
        using var answer = await Post(operation, text, host.Identity.Token(ChoiceHost.Partner));
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        var envelope = XElement.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, envelope.Element(SoapMessage.Soap + "Body")!.Elements().Single());
    }

    public async Task<HttpStatusCode> Status(string operation, string? token)
    {
        using var answer = await Post(operation, await Fixture(operation), token);
        return answer.StatusCode;
    }

    /// <summary>With one prefix for what operations share, so that it can be read.</summary>
    public static string Plain(XElement element)
    {
        element.DescendantsAndSelf().Attributes().Where(one => one.IsNamespaceDeclaration).Remove();
        element.Add(
            new XAttribute("xmlns", element.Name.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "c", CareListing.Shared));
        return element.ToString();
    }

    private async Task<HttpResponseMessage> Post(string operation, string text, string? token)
    {
        using var client = new HttpClient
        {
            BaseAddress = host.Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var body = new StringContent(text, Encoding.UTF8, "text/xml");
        return await client.PostAsync(new Uri($"/listing/v1/riv-ta/{operation}", UriKind.Relative), body);
    }

    private static Task<string> Fixture(string operation) => File.ReadAllTextAsync(Path.Combine(
        RepositoryRoot.Path, $"tests/Listing.Tests/Features/RivTa/Fixtures/{operation}.xml"));
}
