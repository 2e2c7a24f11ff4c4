using System.Xml.Linq;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Listing.Tests.Features.Doctors;

namespace NaraVard.Listing.Tests.Features.RivTa;

/// <summary>The contract's doctor: <c>healthcare_professional</c> when one is chosen, <c>resource</c> after.</summary>
[Collection(OneChoice.Name)]
public sealed class CareListingDoctorTests(ChoiceHost host)
{
    private readonly SoapCaller caller = new(host);

    [Fact]
    public async Task A_doctor_is_chosen_with_the_clinic_and_told_with_the_listing()
    {
        var (person, clinic) = (await host.Person(), await host.Clinic());
        var doctor = await host.Doctor(clinic);

        var chosen = await Choose(person, clinic, doctor.DoctorId);
        var answer = await caller.Ask("get-listing", person);

        Assert.Equal(["true", "Listningen gäller från 2026-11-21."], chosen.Elements().Select(part => part.Value));
        Assert.Equal(
            $"""
            <subjectOfCare xmlns="urn:riv:crm:carelisting:GetListingResponder:1" xmlns:c="urn:riv:crm:carelisting:1">
              <c:personId>{person}</c:personId>
              <c:listing>
                <c:validFromDate>2026-11-21T00:00:00+01:00</c:validFromDate>
                <c:listingType>HLM</c:listingType>
                <c:healthcare_facility>
                  <c:facilityId>{clinic}</c:facilityId>
                  <c:facilityName>Vårdcentralen Gripen</c:facilityName>
                </c:healthcare_facility>
                <c:resource>
                  <c:resourceId>{doctor.DoctorId}</c:resourceId>
                  <c:resourceName>Elsa Ek</c:resourceName>
                </c:resource>
              </c:listing>
            </subjectOfCare>
            """,
            SoapCaller.Plain(Assert.Single(answer.Elements())));
    }

    [Fact]
    public async Task A_doctor_who_takes_no_more_is_an_answer_that_says_no_and_nothing_is_listed()
    {
        var (person, clinic) = (await host.Person(), await host.Clinic());
        var doctor = await host.Doctor(clinic, said => said.TakesNew = false);

        var answer = await Choose(person, clinic, doctor.DoctorId);

        Assert.Equal(
            ["false", "Läkaren tar inte emot fler personer. Välj en annan läkare.", "doctor-takes-no-more"],
            answer.Elements().Select(part => part.Value));
        Assert.Empty((await host.Choices.LookUpListingsAsync(new() { PersonNumber = person })).Listings);
    }

    private Task<XElement> Choose(string person, string clinic, string doctor) => caller.Ask(
        "create-listing", person, clinic, text => text.Replace("DOCTOR", doctor, StringComparison.Ordinal),
        "create-listing-with-professional");
}
