namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>gRPC requests, most of them wrong in one to three ways.</summary>
internal static class GrpcStreams
{
    public static Plan Next(Random random)
    {
        var request = new GrpcRequest(random);
        for (var count = random.Next(4); count > 0; count--)
        {
            var (name, change) = GrpcFaults.All[random.Next(GrpcFaults.All.Length)];
            if (request.Done.Contains(name))
                continue;
            change(request, random);
            request.Done.Add(name);
        }
        return request.Plan();
    }
}
