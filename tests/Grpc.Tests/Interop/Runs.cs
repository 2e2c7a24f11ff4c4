using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.Players;
using NaraVard.Grpc.Tests.Interop.Tap;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>Runs a case between a client and a server, and holds what came of it against what should.</summary>
internal static class Runs
{
    private const uint Cancel = 8;

    public static async Task Passes(string name, Pair pair, IInteropClient client, WireTap tap)
    {
        foreach (var call in AllCases.List.Single(one => one.Name == name).CallsFor(pair))
        {
            var before = tap.Count;
            var outcomes = await client.Make(call);
            var seen = tap.Since(before);

            foreach (var outcome in outcomes)
                Assert.Equal(call.Expected, (await WithWire(outcome, seen, call.Expected)).AsFarAs(call.Expected));
        }
    }

    private static async Task<Outcome> WithWire(
        Outcome outcome, IReadOnlyList<TappedStream> seen, Outcome expected) => outcome with
        {
            Asked = Marks(seen.Select(stream => stream.Asked)),
            Answered = Marks(seen.Select(stream => stream.Answered)),
            IsCancelledOnWire = expected.IsCancelledOnWire is null ? null : await IsCancelled(seen),
        };

    // Calls made at once went over the wire in the same way, or differ here from what should be.
    private static string Marks(IEnumerable<MessageMarks> marks) =>
        string.Join(" or ", marks.Select(one => $"{one}").Distinct());

    // The reset may still be on its way when the client knows that it has cancelled.
    private static async Task<bool> IsCancelled(IReadOnlyList<TappedStream> seen) =>
        seen.Count == 1 && await seen[0].Reset.WaitAsync(TimeSpan.FromMinutes(1)) == Cancel;
}
