using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>Looks into every service's database, and knows the words that no refusal may hold.</summary>
internal sealed class Witness(IReadOnlyDictionary<string, Database> databases, IReadOnlyDictionary<string, string> all)
{
    private static readonly string[] OfTheProgram =
        ["   at ", "Exception", "NaraVard.", "Npgsql", "System.", "select ", "127.0.0.1:", "Password="];

    private readonly HashSet<string> secrets = [];

    public static async Task<Witness> Of(RunningSuite suite)
    {
        var all = new Dictionary<string, string>();
        foreach (var (service, database) in suite.Databases)
            all[service] = await Everything(database);
        return new(suite.Databases, all);
    }

    /// <summary>
    /// Every row of every table, as one short text for each service. Left out are the access log, which tells of
    /// refusals, and the messages that wait or have been heard, which come and go by themselves: how many there ever
    /// were is counted by person.
    /// </summary>
    public async Task<string> State()
    {
        var states = new List<string>();
        foreach (var (service, database) in databases)
            states.Add($"{service}: {await database.Ask<string>(all[service])}");
        return string.Join('\n', states);
    }

    /// <summary>The codes of the refusals that the access logs hold, by request.</summary>
    public async Task<ILookup<string, string>> Refused()
    {
        var rows = new List<string>();
        foreach (var database in databases.Values)
            rows.AddRange(await database.AskAll<string>(
                "select request_id || ' ' || code from platform.access_log where not allowed"));
        return rows.Select(row => row.Split(' ')).ToLookup(row => row[0], row => row[1]);
    }

    /// <summary>Remembers what must not be told: numbers, names, keys.</summary>
    public void Remember(params string[] told) => secrets.UnionWith(told);

    /// <summary>What a refusal says that it must not say.</summary>
    public IEnumerable<string> Leaks(Call call, Answer answer)
    {
        var mine = call.Authorization is { Length: > 40 } header ? header[^40..] : null;
        return secrets.Concat(OfTheProgram).Append(mine)
            .Where(word => word is not null && answer.Everything.Contains(word, StringComparison.Ordinal))
            .Select(word => $"says '{word}'");
    }

    // One statement that reads every table; made once, since the tables stay the same.
    private static async Task<string> Everything(Database database)
    {
        var tables = await database.AskAll<string>(
            """
            select format('(select count(*) || '':'' || coalesce(md5(string_agg(t::text, ''|'' order by t::text)), '''')
                from %I.%I t)', schemaname, tablename)
            from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'access_log%'
                and tablename !~ '^(outbox$|inbox)'
            order by schemaname, tablename
            """);
        return $"select concat_ws('/', {string.Join(", ", tables)})";
    }
}
