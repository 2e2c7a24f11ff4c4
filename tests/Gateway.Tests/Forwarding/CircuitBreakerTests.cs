using NaraVard.Gateway.Forwarding;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Forwarding;

public sealed class CircuitBreakerTests
{
    private readonly TestClock clock = new();
    private readonly CircuitBreaker breaker;

    public CircuitBreakerTests() => breaker = new(3, TimeSpan.FromSeconds(5), clock);

    [Fact]
    public void Stays_closed_while_failures_are_not_in_a_row()
    {
        for (var i = 0; i < 10; i++)
        {
            breaker.Failed();
            breaker.Failed();
            breaker.Succeeded();
        }

        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void Opens_at_the_limit_and_says_how_long()
    {
        Open();

        Assert.False(breaker.TryEnter(out var wait));
        Assert.Equal(TimeSpan.FromSeconds(5), wait);
    }

    [Fact]
    public void Only_the_failure_that_opens_it_is_told()
    {
        bool[] told = [breaker.Failed(), breaker.Failed(), breaker.Failed(), breaker.Failed()];

        Assert.Equal([false, false, true, false], told);
    }

    [Fact]
    public void Lets_one_request_try_when_the_time_is_over()
    {
        Open();
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(breaker.TryEnter(out _));
        Assert.False(breaker.TryEnter(out _));
    }

    [Fact]
    public void Closes_when_the_try_succeeds_and_stays_open_when_it_fails()
    {
        Open();
        clock.Advance(TimeSpan.FromSeconds(5));
        breaker.TryEnter(out _);
        breaker.Failed();
        Assert.False(breaker.TryEnter(out _));

        clock.Advance(TimeSpan.FromSeconds(5));
        breaker.TryEnter(out _);
        breaker.Succeeded();
        Assert.True(breaker.TryEnter(out _));
    }

    private void Open()
    {
        for (var i = 0; i < 3; i++)
            breaker.Failed();
    }
}
