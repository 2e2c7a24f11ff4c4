using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Telemetry;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Telemetry;

/// <summary>A request leaves at most our own lines.</summary>
public class LogLevelTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    private const string Sql = "select 'the text of a command'";

    [Fact]
    public async Task The_text_of_a_command_is_not_logged_unless_it_is_asked_for()
    {
        Assert.DoesNotContain(Sql, await LogOf(Sql), StringComparison.Ordinal);
        Assert.Contains(Sql, await LogOf(Sql, "--Logging:LogLevel:Npgsql=Information"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Npgsql.Command", false)]
    [InlineData("MassTransit", false)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Command", false)]
    [InlineData("Microsoft.Hosting.Lifetime", true)]
    [InlineData("NaraVard.Platform.Rest", true)]
    public void What_is_told_of_everyday_life(string category, bool isTold)
    {
        using var log = new CapturedLog();
        using var services = Services(log);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        Assert.Equal(isTold, logger.IsEnabled(LogLevel.Information));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
    }

    [Theory]
    [InlineData("Microsoft")]
    [InlineData("Microsoft.AspNetCore")]
    public void Settings_win(string category)
    {
        using var log = new CapturedLog();
        using var services = Services(log, $"--Logging:LogLevel:{category}=Debug");

        Assert.True(services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Debug));
    }

    [Fact]
    public async Task No_line_of_a_request_holds_its_path()
    {
        var requestId = "request-" + Guid.CreateVersion7().ToString("N");
        using var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.Add("x-request-id", requestId);

        await client.GetAsync("/sample/v1/items/anna-andersson");

        Assert.Contains(requestId, service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna-andersson", service.Log.Text, StringComparison.Ordinal);
    }

    private async Task<string> LogOf(string sql, params string[] settings)
    {
        using var log = new CapturedLog();
        await using var services = Services(log, settings);
        await using var source = new NpgsqlDataSourceBuilder(service.Database.ConnectionString)
            .UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteScalarAsync();
        return log.Text;
    }

    private static ServiceProvider Services(CapturedLog log, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.AddTelemetry("sample");
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
        return builder.Services.BuildServiceProvider();
    }
}
