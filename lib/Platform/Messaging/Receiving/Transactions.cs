using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// Gives the messages that wait at an endpoint their effects, all in one transaction, one after the other; and when
/// that fails, each in its own, so that none suffers for another.
/// </summary>
internal sealed class Transactions<TDb>(DatabaseConnections<TDb> database, Announcements<TDb> announcements)
    where TDb : DbContext
{
    public async Task Serve(IReadOnlyList<Attempt> attempts)
    {
        try
        {
            await Together(attempts);
            return;
        }
        // For a database that is down each alone would wait as long as all of them.
        catch (Exception e) when (attempts.Count == 1 || Trouble.Of(e) is TroubleKind.Outage)
        {
            foreach (var attempt in attempts)
                attempt.Fail(e);
            return;
        }
        catch (Exception)
        {
            // Whose fault it was comes to light below, and is told to that one.
        }

        foreach (var attempt in attempts)
            await Serve([attempt]);
    }

    private async Task Together(IReadOnlyList<Attempt> attempts)
    {
        var inOrder = attempts.OrderBy(attempt => attempt.Message.Order).ToList();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var state = await InboxTable.Read(transaction, inOrder.ConvertAll(attempt => attempt.Message));
        var gates = inOrder.ConvertAll(attempt => state.Admit(attempt.Message, attempt.MayGoAhead));
        await InboxTable.Write(transaction, inOrder[0].Message.Endpoint, state);
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (attempt, gate) in inOrder.Zip(gates))
            if (gate.Admission is Admission.Admitted)
                waiting.UnionWith(await attempt.Run(transaction));
        await transaction.CommitAsync();
        announcements.Announce(waiting);
        foreach (var (attempt, gate) in inOrder.Zip(gates))
            attempt.Succeed(gate);
    }
}

/// <summary>Another delivery of a message, or of one before it, has come in between.</summary>
internal sealed class CopyWasFaster() : Exception("Another delivery of the message was faster.");
