using System.Text;
using NaraVard.Listing.Features.RivTa;

namespace NaraVard.Listing.Tests.Features.RivTa;

public sealed class SoapMessageTests
{
    private const string Good =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:add="http://www.w3.org/2005/08/addressing" xmlns:urn="urn:riv:crm:carelisting:GetListingResponder:1">
          <soapenv:Header><add:To>17</add:To></soapenv:Header>
          <soapenv:Body>
            <!-- a remark -->
            <urn:getListing>
              <urn:personId> 18900101-9802 </urn:personId>
              <other xmlns="urn:elsewhere">what the contract lets others add</other>
            </urn:getListing>
          </soapenv:Body>
        </soapenv:Envelope>
        """;

    [Fact]
    public async Task Has_an_address_and_one_element()
    {
        var (message, _) = await Read(Good);

        Assert.Equal("17", message!.LogicalAddress);
        Assert.Equal(CareListing.Element("GetListing"), message.Content.Name);
        Assert.Equal("18900101-9802", message.Part("personId"));
        Assert.Null(message.Part("other"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task Is_read_in_the_encoding_that_it_says(string encoding)
    {
        var text = Good.Replace("utf-8", encoding, StringComparison.Ordinal)
            .Replace("18900101-9802", "åäö", StringComparison.Ordinal);

        using var body = new MemoryStream(Bytes(Encoding.GetEncoding(encoding), text));
        var (message, _) = await SoapMessage.Read(body, CancellationToken.None);

        Assert.Equal("åäö", message!.Part("personId"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no XML")]
    [InlineData("<a>")]
    [InlineData("<a/>")]
    [InlineData("<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'/>")]
    [InlineData("<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Body/></Envelope>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'bb'>]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>")]
    public async Task Anything_else_is_told_in_Swedish(string text)
    {
        var (message, reason) = await Read(text);

        Assert.Null(message);
        Assert.Matches("^(Anropet är|Logisk adress) ", reason);
    }

    [Theory]
    [InlineData("<add:To>17</add:To>", "<add:To> </add:To>", "wsa:To")]
    [InlineData("</urn:getListing>", "</urn:getListing><more/>", "soap:Body")]
    public async Task Address_and_content_are_needed_once(string part, string instead, string told)
    {
        var (message, reason) = await Read(Good.Replace(part, instead, StringComparison.Ordinal));

        Assert.Null(message);
        Assert.Contains(told, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_end_is_not_taken_in()
    {
        using var endless = new Endless(Good[..Good.IndexOf("</urn:personId>", StringComparison.Ordinal)]);

        var (message, reason) = await SoapMessage.Read(endless, CancellationToken.None);

        Assert.Null(message);
        Assert.Contains("för långt", reason, StringComparison.Ordinal);
        Assert.True(endless.Taken < 2 * 1024 * 1024, $"{endless.Taken} bytes were taken in");
    }

    private static Task<(SoapMessage? Message, string Reason)> Read(string text) =>
        SoapMessage.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    private static byte[] Bytes(Encoding encoding, string text) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    /// <summary>A beginning, and then the same letter for ever.</summary>
    private sealed class Endless(string beginning) : MemoryStream(Encoding.UTF8.GetBytes(beginning))
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = base.Read(buffer.Span);
            if (read == 0)
            {
                buffer.Span.Fill((byte)'a');
                read = buffer.Length;
            }

            Taken += read;
            return ValueTask.FromResult(read);
        }

        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
