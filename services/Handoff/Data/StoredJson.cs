using System.Text.Json.Serialization;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Data;

/// <summary>The JSON of columns. Enums by name, so that a stored row can be read without this code.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Disclosed))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(List<Receiver>))]
[JsonSerializable(typeof(List<HistoryEntry>))]
internal sealed partial class StoredJson : JsonSerializerContext;
