using System.Net;
using System.Xml.Linq;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.RivTa;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.RivTa;

/// <summary>The five operations as 1177 sends them, from files written after the contract's description.</summary>
[Collection(OneChoice.Name)]
public sealed class CareListingTests(ChoiceHost host)
{
    private readonly SoapCaller caller = new(host);

    private static readonly XNamespace Shared = CareListing.Shared;

    [Fact]
    public async Task Tells_where_a_person_is_listed_and_will_be()
    {
        var (first, second) = (await host.Clinic(), await host.Clinic());
        var person = await host.Person();
        var old = await host.Listed(first, person);
        await host.Database.Execute($"update listings set from_day = '2026-11-01' where id = '{old.ListingId}'");
        await host.Listed(second, person);

        var answer = await caller.Ask("get-listing", person);

        Assert.Equal(
            $"""
            <subjectOfCare xmlns="urn:riv:crm:carelisting:GetListingResponder:1" xmlns:c="urn:riv:crm:carelisting:1">
              <c:personId>{person}</c:personId>
              <c:listing>
                <c:validFromDate>2026-11-01T00:00:00+01:00</c:validFromDate>
                <c:validToDate>2026-11-21T00:00:00+01:00</c:validToDate>
                <c:listingType>HLM</c:listingType>
                <c:healthcare_facility>
                  <c:facilityId>{first}</c:facilityId>
                  <c:facilityName>Vårdcentralen Gripen</c:facilityName>
                </c:healthcare_facility>
              </c:listing>
              <c:listing>
                <c:validFromDate>2026-11-21T00:00:00+01:00</c:validFromDate>
                <c:listingType>HLM</c:listingType>
                <c:healthcare_facility>
                  <c:facilityId>{second}</c:facilityId>
                  <c:facilityName>Vårdcentralen Gripen</c:facilityName>
                </c:healthcare_facility>
              </c:listing>
            </subjectOfCare>
            """,
            SoapCaller.Plain(Assert.Single(answer.Elements())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public async Task Takes_a_number_with_and_without_the_separator(string separator)
    {
        var person = await host.Person();

        var answer = await caller.Ask("get-listing", $"{person[..8]}{separator}{person[8..]}");

        Assert.Equal("getListingResponse", answer.Name.LocalName);
    }

    [Fact]
    public async Task Tells_for_which_care_a_child_may_choose()
    {
        var answer = await caller.Ask("get-listing-types", await host.Person(host.Child()));

        Assert.Contains("FTV", answer.Elements().Select(type => type.Value));
        Assert.All(answer.Elements(), type => Assert.Equal("listingType", type.Name.LocalName));
    }

    [Fact]
    public async Task Lists_a_person_from_the_day_after()
    {
        var (person, clinic) = (await host.Person(), await host.Clinic());

        var answer = await caller.Ask("create-listing", person, clinic);

        Assert.Equal(["true", "Listningen gäller från 2026-11-21."], answer.Elements().Select(part => part.Value));
        var listed = await host.Choices.LookUpListingsAsync(new() { PersonNumber = person });
        Assert.Equal(clinic, Assert.Single(listed.Listings).ClinicId);
    }

    [Fact]
    public async Task Queues_at_a_full_clinic_and_tells_so()
    {
        var (person, clinic) = (await host.Person(), await host.Clinic());
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);

        var asked = await caller.Ask("create-listing", person, clinic);
        var (waits, not) = (
            await caller.Ask("get-person-queue-status", person),
            await caller.Ask("get-person-queue-status", await host.Person()));

        Assert.Equal(["true", "Du står i kö på plats 1."], asked.Elements().Select(part => part.Value));
        Assert.Equal("inQueue", waits.Elements().First().Value);
        Assert.Equal(clinic, waits.Descendants(Shared + "facilityId").Single().Value);
        Assert.Equal("notInQueue", Assert.Single(not.Elements()).Value);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_an_answer_with_our_sentence_and_code()
    {
        var (person, clinic) = (await host.Person(), await host.Clinic());
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);

        var answer = await caller.Ask("create-listing", person, clinic, text => text.Replace("true", "false"));

        Assert.Equal("false", answer.Elements().First().Value);
        Assert.Equal("clinic-full", answer.Elements().Last().Value);
        Assert.EndsWith(".", answer.Elements().ElementAt(1).Value, StringComparison.Ordinal);
        Assert.Empty((await host.Choices.LookUpListingsAsync(new() { PersonNumber = person })).Listings);
    }

    [Theory]
    [InlineData("get-listing", "PersonNotFound")]
    [InlineData("get-listing-types", "PersonNotFoundException")]
    [InlineData("get-person-queue-status", "PersonNotFoundException")]
    [InlineData("create-listing", "PersonNotFoundException")]
    public async Task A_person_who_is_not_there_is_the_contracts_fault(string operation, string fault)
    {
        var clinic = await host.Clinic();

        var (status, told) = await caller.Send(operation, host.Numbers.Adult(), clinic);

        var detail = Detail(status, told);
        Assert.Equal(fault, detail.Name.LocalName);
        Assert.Equal("person-unknown", detail.Element(Shared + "code")!.Value);
    }

    [Fact]
    public async Task A_clinic_that_is_not_there_is_the_contracts_fault()
    {
        var (status, told) = await caller.Send("create-listing", await host.Person(), "SE2321000016-NONE");

        var detail = Detail(status, told);
        Assert.Equal(CareListing.Of("CreateListing") + "InvalidFacilityException", detail.Name);
        Assert.Equal("clinic-unknown", detail.Element(CareListing.Of("CreateListing") + "code")!.Value);
    }

    [Fact]
    public async Task Lists_the_clinics_that_can_be_chosen_with_their_queues()
    {
        var (full, child) = (await host.Clinic(), await host.Clinic(types: [ListingType.ChildHealth]));
        var over = await host.Clinic(agreementTo: ChoiceHost.Today.AddDays(-1));
        await host.Ceiling(full, 1);
        await host.Listed(full);
        await host.Listed(full);

        var answer = await caller.Ask("get-available-facilities", "");

        var clinics = answer.Elements().ToDictionary(one => one.Element(Shared + "facilityId")!.Value);
        Assert.Equal("true", clinics[full].Element(Shared + "hasQueue")!.Value);
        Assert.Equal("HLM", clinics[full].Element(Shared + "supportedListingTypes")!.Value);
        Assert.DoesNotContain(child, clinics.Keys);
        Assert.DoesNotContain(over, clinics.Keys);
    }

    [Fact]
    public async Task Lists_those_clinics_that_are_asked_for_by_id()
    {
        var (one, _) = (await host.Clinic(), await host.Clinic());

        var answer = await caller.Ask("get-available-facilities", "", "", text => text.Replace(
            "<urn:listingType>HLM</urn:listingType>",
            $"<urn:healthcare_facilities>{one}</urn:healthcare_facilities>"));

        Assert.Equal(
            ["HLM", "BVC", "FTV"],
            Assert.Single(answer.Elements()).Elements(Shared + "supportedListingTypes").Select(type => type.Value));
    }

    [Theory]
    [InlineData("create-listing", "17</add:To>", "01</add:To>", "länskoden 17")]
    [InlineData("create-listing", "<urn:addToQueue>true</urn:addToQueue>", "", "addToQueue saknas")]
    [InlineData("get-listing", "PERSON", "", "personId saknas")]
    [InlineData("get-listing", "urn:getListing>", "urn:getListingTypes>", "getListing")]
    [InlineData("get-available-facilities", "countyCode>17", "countyCode>01", "ingen sådan mottagning")]
    [InlineData("get-listing", "Envelope", "Letter", "SOAP")]
    public async Task What_cannot_be_answered_is_told_as_a_fault_of_the_caller(
        string operation, string part, string instead, string told)
    {
        var (status, fault) = await caller.Send(operation, "PERSON", "CLINIC", text => text.Replace(part, instead));

        Assert.Equal("TechnicalException", Detail(status, fault).Name.LocalName);
        Assert.Equal("soap:Client", fault.Element("faultcode")!.Value);
        Assert.Contains(told, fault.Element("faultstring")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_leaves_its_row_in_the_access_log()
    {
        var person = await host.Person(change: said => said.Protection = Protection.SecrecyMarking);
        var key = host.KeyOf(person).Value;

        await caller.Ask("get-listing", person);

        Assert.Equal(1, await host.Database.Ask<long>(
            $"select count(*) from platform.access_log where person = '{key}' and allowed"));
        Assert.DoesNotContain(person, host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get-listing")]
    [InlineData("create-listing")]
    [InlineData("get-available-facilities")]
    public async Task Lets_in_only_the_administration_and_partner_systems(string operation)
    {
        foreach (var user in People.AllRoles.Except([Roles.ListingAdmin, Roles.Partner]).Select(People.In))
            Assert.Equal(HttpStatusCode.Forbidden, await caller.Status(operation, host.Identity.Token(user)));
        Assert.Equal(HttpStatusCode.Unauthorized, await caller.Status(operation, null));
    }

    private static XElement Detail(HttpStatusCode status, XElement fault)
    {
        Assert.Equal((HttpStatusCode.InternalServerError, SoapMessage.Soap + "Fault"), (status, fault.Name));
        return Assert.Single(fault.Element("detail")!.Elements());
    }
}
