namespace NaraVard.Platform.Access.Chain;

/// <summary>The columns of the log in the order that the hash takes them.</summary>
internal static class ChainColumns
{
    public const string All =
        """
        position, at, allowed, code, activity, method, purpose, reason, emergency, subject, hsa_id, user_name,
        user_title, unit, caregiver, organisation, client, resource_type, resource_id, resource_owner, person,
        request_id, trace_id, previous_hash, hash
        """;

    public const int Count = 25;

    public const int HashBytes = 32;
}
