using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Forwarding;

public sealed class RoutingTests
{
    [Fact]
    public async Task Each_configured_service_has_its_own_part_of_the_paths()
    {
        await using var scene = await Scene.Start(
            await Backend.Start("echo", app => app.Run(context => context.Response.WriteAsync("echo"))),
            await Backend.Start("visits", app => app.Run(context => context.Response.WriteAsync("visits"))));
        using var client = scene.As();

        Assert.Equal("echo", await client.GetStringAsync("/echo/v1/lines"));
        Assert.Equal("visits", await client.GetStringAsync("/visits/v2/visits/1?day=2026-03-10"));
    }

    [Fact]
    public async Task Method_path_query_body_and_answer_go_through_unchanged()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = context.Request;
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = "/echo/v1/lines/1";
            context.Response.Headers.ETag = "\"7\"";
            await context.Response.WriteAsync(
                $"{request.Method} {request.Path}{request.QueryString} {await reader.ReadToEndAsync()}");
        })));
        using var client = scene.As();

        using var answer = await client.PostAsync(
            "/echo/v1/lines%20two?a=1&a=2", new StringContent("åäö", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/echo/v1/lines/1", answer.Header("Location"));
        Assert.Equal("\"7\"", answer.Header("ETag"));
        Assert.Equal("POST /echo/v1/lines%20two?a=1&a=2 åäö", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A query may hold what somebody searched for.</summary>
    [Fact]
    public async Task Traces_hold_no_query()
    {
        var trace = ActivityTraceId.CreateRandom();
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "System.Net.Http"
                || source.Name.StartsWith("Yarp", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        using var answer = await client.GetAsync("/echo/v1/lines?name=Selma");
        await Soon.Holds(
            "gateway and service have told their spans",
            () => spans.Count(span => span.Source.Name == "Microsoft.AspNetCore") >= 2);

        Assert.Contains(spans, span => span.Source.Name == "System.Net.Http");
        var tags = spans.SelectMany(span => span.TagObjects).ToList();
        Assert.DoesNotContain(tags, tag => tag.Key == "url.query");
        Assert.DoesNotContain(tags, tag => $"{tag.Value}".Contains("Selma", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_request_id_and_the_trace_go_through_and_come_back()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        var trace = ActivityTraceId.CreateRandom();
        client.DefaultRequestHeaders.Add("x-request-id", "request-0042");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.Equal("request-0042", answer.Header("x-request-id"));
        Assert.Equal("request-0042", answer.Header("seen-x-request-id"));
        Assert.Contains(trace.ToString(), answer.Header("seen-traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_is_made_when_there_is_none_and_the_service_sees_the_same()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.NotNull(answer.Header("x-request-id"));
        Assert.Equal(answer.Header("x-request-id"), answer.Header("seen-x-request-id"));
    }

    [Fact]
    public async Task For_whom_a_system_acts_is_carried_to_the_service_which_knows_its_key()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As(TestUser.System("er-system", "er-staff"));
        client.DefaultRequestHeaders.Add("x-acting-user", scene.Identity.ActingUser(TestUser.ErStaff(), "er-system"));

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(answer.Header("seen-x-acting-user")!);
    }

    [Fact]
    public async Task The_cursor_and_the_condition_go_through_but_no_cookie_does()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        client.DefaultRequestHeaders.Add("Last-Event-ID", "cursor-17");
        client.DefaultRequestHeaders.Add("If-Match", "\"3\"");
        client.DefaultRequestHeaders.Add("Cookie", "session=secret");

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.Equal("cursor-17", answer.Header("seen-Last-Event-ID"));
        Assert.Equal("\"3\"", answer.Header("seen-If-Match"));
        Assert.StartsWith("Bearer", answer.Header("seen-Authorization"), StringComparison.Ordinal);
        Assert.Null(answer.Header("seen-Cookie"));
    }

    [Fact]
    public async Task No_service_is_told_from_where_somebody_came()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        string[] told = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto"];
        foreach (var header in told)
            client.DefaultRequestHeaders.TryAddWithoutValidation(header, "made-up");

        using var silent = await scene.As().GetAsync("/echo/v1/lines");
        using var forged = await client.GetAsync("/echo/v1/lines");

        foreach (var answer in (HttpResponseMessage[])[silent, forged])
            Assert.All(told, header => Assert.Null(answer.Header($"seen-{header}")));
    }

    [Fact]
    public async Task A_bare_error_of_a_service_becomes_a_problem()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", _ => { }));
        using var client = scene.As();

        using var answer = await client.GetAsync("/echo/v1/nothing");

        await answer.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Answers_have_the_headers_for_data_and_no_server_name()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(context =>
        {
            context.Response.Headers.Server = "backend";
            return context.Response.WriteAsync("{}");
        })));
        using var client = scene.As();

        using var answer = await client.GetAsync("/echo/v1/lines");
        using var refused = await scene.Http.GetAsync("/echo/v1/lines");

        foreach (var one in new[] { answer, refused })
        {
            Assert.Null(one.Header("Server"));
            Assert.Equal("nosniff", one.Header("X-Content-Type-Options"));
            Assert.Equal("no-store", one.Header("Cache-Control"));
            Assert.Equal("no-referrer", one.Header("Referrer-Policy"));
            Assert.Contains("default-src 'none'", one.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }
}
