using System.Net;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class SessionStreamTests
{
    private const string Watch = "/echo/v1/watch";

    [Theory]
    [InlineData("signed out at another replica")]
    [InlineData("ended by the sign-in service")]
    [InlineData("ended by time")]
    public async Task Ends_with_the_problem_when_its_session_is(string why)
    {
        await using var scene = await SessionScene.Start(2, ("Sessions:IdleMinutes", "1"));
        var browser = await scene.SignedIn();
        var value = (await browser.Session()).GetProperty("antiForgery").GetString()!;
        using var events = await EventStream.Of(await browser.Get(Watch));
        Assert.Equal("data: first", await events.Next());

        if (why == "signed out at another replica")
            (await browser.SignOut(value, 1)).Dispose();
        else if (why == "ended by the sign-in service")
            await scene.Database.Execute("delete from gateway.sessions");
        else
            scene.Clock.Advance(TimeSpan.FromSeconds(61));
        var last = events.Next();
        await Soon.Holds("the stream hears of it", () =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            return last.IsCompleted;
        });

        var problem = EventStream.Problem(await last);
        Assert.Equal("session-ended", problem.GetProperty("code").GetString());
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Says_come_back_when_only_the_token_ends_and_goes_on_with_the_same_cookie()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        using var events = await EventStream.Of(await browser.Get(Watch));
        Assert.Equal("data: first", await events.Next());

        scene.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.Equal("retry: 1000", await events.Next());
        using var again = await EventStream.Of(await browser.Get(Watch));
        Assert.Equal("data: first", await again.Next());
        Assert.Equal(1, scene.Provider.Refreshes);
    }

    [Fact]
    public async Task Keeps_nobody_signed_in_who_has_left_the_computer()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        for (var minutes = 0; minutes < 28; minutes += 4)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(4));
            using var events = await EventStream.Of(
                await browser.Get(Watch, headers: ("Accept", "text/event-stream")));
            Assert.Equal("data: first", await events.Next());
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        using var answer = await browser.Get("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task Is_not_opened_without_a_session_nor_sent_elsewhere()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        await scene.Database.Execute("delete from gateway.sessions");

        using var answer = await browser.Get(Watch, 0, ("Accept", "text/event-stream"));

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
        Assert.Null(answer.Headers.Location);
    }
}
