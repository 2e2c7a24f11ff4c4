namespace NaraVard.Grpc.Tests.Hostile.Texts;

/// <summary>JSON requests, most of them wrong in one or two ways.</summary>
internal static class JsonStreams
{
    public static Plan Next(Random random)
    {
        var request = JsonTargets.Next(random);
        for (var count = random.Next(3); count > 0; count--)
        {
            var (name, change) = JsonFaults.All[random.Next(JsonFaults.All.Length)];
            if (request.Done.Contains(name))
                continue;
            change(request, random);
            request.Done.Add(name);
        }
        return request.Plan();
    }
}
