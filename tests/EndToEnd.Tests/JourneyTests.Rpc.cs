using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.EndToEnd.Tests.Running;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    [Fact]
    public async Task GRPC_through_the_gateway_requests_watches_and_acknowledges()
    {
        using var channel = GrpcChannel.ForAddress(run.Grpc);
        var client = new HandoffService.HandoffServiceClient(channel);
        var (eva, bibbi) = (await Eva(), await Bibbi());
        var patient = run.Patients.New();
        using var watch = client.WatchHandoffs(new(), As(bibbi));
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));

        var sent = await client.RequestHandoffAsync(RequestOf(patient), As(eva));
        var taken = await client.AcknowledgeHandoffAsync(new() { HandoffId = sent.HandoffId }, As(bibbi));
        var seen = await Until(watch, told => told.Handoff?.HandoffId == sent.HandoffId && told.Handoff.Version == 2);
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.AcknowledgeHandoffAsync(new() { HandoffId = sent.HandoffId }, As(eva)));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.AcknowledgeHandoffAsync(new() { HandoffId = sent.HandoffId }));

        Assert.Equal(HandoffState.Acknowledged, taken.State);
        Assert.Equal(patient.Number, seen.Handoff.Person.Number);
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, unknown.StatusCode);
    }

    private static Metadata As(Member member) => new() { { "authorization", $"Bearer {member.Token}" } };

    private static async Task<WatchHandoffsResponse> Until(
        AsyncServerStreamingCall<WatchHandoffsResponse> watch, Predicate<WatchHandoffsResponse> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do
            Assert.True(await watch.ResponseStream.MoveNext(deadline.Token));
        while (!condition(watch.ResponseStream.Current));
        return watch.ResponseStream.Current;
    }

    private static RequestHandoffRequest RequestOf(Patient patient) => new()
    {
        HandoffId = patient.HandoffId.ToString(),
        Person = new() { Number = patient.Number, Name = patient.Name, Protection = Protection.None },
        PostalCode = A.PostalCode,
        Consent = new()
        {
            Given = true,
            AskedBy = "SE9900000176-101",
            AskedAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            Scope = ConsentScope.ResponsibleKommun,
        },
        Need = new()
        {
            ReasonCodes = { ReasonCode.Fall },
            Summary = patient.Need,
            ExpectedLeaveAt = Timestamp.FromDateTimeOffset(A.Evening),
            TriageColour = TriageColour.Green,
        },
    };
}
