namespace NaraVard.Platform.Errors;

/// <summary>One thing that is wrong with one field of a request.</summary>
/// <param name="Field">Path of the field as it stands in JSON: <c>contact.phoneNumbers[0]</c>.</param>
/// <param name="Code">Stable kebab-case code for programs, such as <c>required</c> or <c>too-long</c>.</param>
/// <param name="Message">What a person should do about it; never repeats the value.</param>
public sealed record Violation(string Field, string Code, Text Message);
