using NaraVard.Handoff.Data;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Features;

/// <summary>
/// The way home from the ER. Each RPC has a file of its own: what the ER does in Sending, what the desk does in
/// Answering, what both follow in Following, what is looked up in Reference.
/// </summary>
internal sealed partial class HandoffService(
    HandoffDb db, Changes changes, Rulebook rules, Acting acting, PersonKeys keys)
    : Proto.HandoffService.HandoffServiceBase;
