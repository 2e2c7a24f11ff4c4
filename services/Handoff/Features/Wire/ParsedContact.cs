using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Wire to domain: somebody to reach.</summary>
internal static class ParsedContact
{
    private const int NameMax = 120;
    private const int PhoneMax = 40;

    /// <summary>The contact; null when none was given. One that is given has a name and a telephone.</summary>
    public static Contact? Of(string field, Proto.Contact? contact, Violations faults) => contact is null
        ? null
        : new Contact(
            faults.Required($"{field}.name", contact.Name, NameMax),
            faults.Required($"{field}.phone", contact.Phone, PhoneMax),
            faults.Optional($"{field}.relation", contact.Relation, NameMax) ?? "");
}
