using System.Globalization;

namespace NaraVard.Platform.Errors;

/// <summary>The sentences that Platform itself says, in one place so that they read alike.</summary>
internal static class Messages
{
    public static readonly Text Required = new("Fältet måste fyllas i.", "The field is required.");

    public static readonly Text Malformed = new("Värdet går inte att tolka.", "The value cannot be understood.");

    public static readonly Text InvalidInput = new(
        "Begäran innehåller fält som inte går att tolka.", "The request has fields that cannot be understood.");

    public static readonly Text VersionMismatch = new(
        "Uppgiften har ändrats av någon annan sedan du läste den. Läs om den och försök igen.",
        "It has been changed by somebody else since you read it. Read it again and retry.");

    public static readonly Text NotFound = new("Det du söker finns inte.", "What you look for is not there.");

    public static readonly Text Exists = new("Det finns redan.", "It exists already.");

    public static readonly Text Concurrent = new(
        "Någon annan ändrade samma sak samtidigt. Försök igen.",
        "Somebody else changed the same thing at the same time. Try again.");

    public static readonly Text Unavailable = new(
        "Tjänsten är tillfälligt otillgänglig. Försök igen om en stund.",
        "The service is temporarily unavailable. Try again in a while.");

    public static readonly Text Internal = new(
        "Något gick fel hos oss. Ange ärendenumret (x-request-id) om du kontaktar supporten.",
        "Something went wrong on our side. Give the request id (x-request-id) when you contact support.");

    public static Text TooLong(int max) => new(
        string.Create(CultureInfo.InvariantCulture, $"Värdet får ha högst {max} tecken."),
        string.Create(CultureInfo.InvariantCulture, $"The value may have at most {max} characters."));
}
