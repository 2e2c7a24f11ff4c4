using Microsoft.AspNetCore.Http;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Identity;

/// <summary>Why a request does not get in: the status, a stable code, and what to do about it.</summary>
internal sealed record Refusal(int HttpStatus, string Code, Text Text)
{
    public static readonly Refusal NotSignedIn = new(StatusCodes.Status401Unauthorized, "not-signed-in", new(
        "Logga in först.", "Sign in first."));

    public static readonly Refusal TokenInvalid = new(StatusCodes.Status401Unauthorized, "token-invalid", new(
        "Inloggningen är inte giltig. Logga in igen.", "The access token is not valid. Sign in again."));

    public static readonly Refusal TokenExpired = new(StatusCodes.Status401Unauthorized, "token-expired", new(
        "Inloggningen har gått ut. Logga in igen.", "The access token has expired. Sign in again."));

    public static readonly Refusal OrganisationMissing = new(
        StatusCodes.Status403Forbidden, "organisation-missing", new(
            "Inloggningen säger inte vilken organisation du arbetar för.",
            "The access token does not say for which organisation the caller acts."));

    public static readonly Refusal OrganisationAmbiguous = new(
        StatusCodes.Status403Forbidden, "organisation-ambiguous", new(
            "Inloggningen anger flera organisationer. Välj en vid inloggningen.",
            "The access token names several organisations. Choose one when signing in."));

    public static readonly Refusal OrganisationNotServed = new(
        StatusCodes.Status403Forbidden, "organisation-not-served", new(
            "Din organisation använder inte den här installationen.",
            "The caller's organisation is not served by this deployment."));

    public static readonly Refusal RoleMissing = new(StatusCodes.Status403Forbidden, "role-missing", new(
        "Du har inte den roll som krävs i din organisation.",
        "The caller does not have the role that is required, in the caller's organisation."));

    public static readonly Refusal ActingUserMissing = new(StatusCodes.Status403Forbidden, "acting-user-missing", new(
        "Anropet rör en persons uppgifter men anger ingen användare.",
        "The request touches a person's data but names no acting user."));

    public static readonly Refusal ActingUserInvalid = new(StatusCodes.Status403Forbidden, "acting-user-invalid", new(
        "Uppgiften om användare (x-acting-user) går inte att lita på.",
        "The statement of the acting user (x-acting-user) cannot be trusted."));

    public static readonly Refusal SignInUnavailable = new(
        StatusCodes.Status503ServiceUnavailable, "sign-in-unavailable", new(
            "Inloggningstjänsten svarar inte. Försök igen om en stund.",
            "The sign-in service does not answer. Try again in a while."));
}
