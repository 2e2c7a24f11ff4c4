using NaraVard.EndToEnd.Tests.Running;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    [Theory]
    [InlineData("bash", "Who and what", "curl")]
    [InlineData("bash", "Who and what", "buf curl (gRPC)")]
    [InlineData("python3", "Python")]
    public async Task The_README_does_what_it_says(string program, params string[] headings)
    {
        var written = string.Join('\n', headings.Select(Readme.BlockUnder));
        var script = written
            .Replace("127.0.0.1:5080", run.Http.Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:5081", run.Grpc.Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:5085", run.SignInAt.Authority, StringComparison.Ordinal);

        var (code, output) = await Tool.Run(program, ["-"], script);

        Assert.True(code == 0, output);
        Assert.Matches("outcomeKind\"?: *\"OUTCOME_KIND_ADVISORY_TALK\"", output);
    }
}
