namespace Grpc.Json;

/// <summary>One fault of one field of a request.</summary>
/// <param name="Field">Path of the field as it stands in JSON, such as <c>items[2].personNumber</c>.</param>
/// <param name="Code">Stable code in kebab-case.</param>
/// <param name="Swedish">What is wrong, in Swedish, for people.</param>
/// <param name="English">What is wrong, in English.</param>
public sealed record ProblemViolation(string Field, string Code, string Swedish, string English);
