using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Options;
using NaraVard.Platform.Schema;
using Npgsql;

namespace NaraVard.Gateway.Sessions;

/// <summary>Sign-in for browsers, where the gateway has a database for it.</summary>
internal static class SessionSetup
{
    private const string Database = "gateway";

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString(Database) is not { Length: > 0 } address)
            return;
        var options = builder.AddChecked<SessionsOptions>("Sessions");
        if (!IsDatabase(address))
        {
            ConfigurationFaults.Of(builder).Add(
                $"ConnectionStrings:{Database}", "is not the address of a PostgreSQL database");
            return;
        }

        var services = builder.Services;
        var database = builder.AddChecked<DatabaseOptions>("Database");
        services.AddSingleton(_ => new SessionDatabase(address, database));
        services.AddDataProtection().SetApplicationName("naravard-gateway");
        services.AddSingleton<SharedKeys>().AddSingleton<KeySeal>();
        services.AddOptions<KeyManagementOptions>().Configure<SharedKeys, KeySeal>(
            (keys, shared, seal) => (keys.XmlRepository, keys.XmlEncryptor) = (shared, seal));
        services
            .AddHttpClient(nameof(Provider), client => client.Timeout = TimeSpan.FromSeconds(options.ProviderSeconds))
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<Provider>().AddSingleton<ProviderTokens>().AddSingleton<PendingSignIns>();
        services.AddSingleton<SessionCookie>().AddSingleton<SessionStore>().AddSingleton<SessionRefresh>();
        services.AddSingleton<SessionGate>().AddSingleton<SignIn>().AddSingleton<SignOut>();
        services.AddSingleton<BackChannelLogout>().AddScoped<ShowSession>();
        services.AddHostedService<SessionStart>().AddHostedService<SweepSessions>();
        services.AddSingleton<SessionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
    }

    public static void UseSessionCookies(this WebApplication app)
    {
        if (app.Services.GetService<SessionGate>() is { } gate)
            app.Use(gate.Enter);
    }

    public static void UseSessionTimes(this WebApplication app)
    {
        if (app.Services.GetService<SessionGate>() is { } gate)
            app.Use(gate.Touch);
    }

    public static void MapSessions(this WebApplication app)
    {
        if (app.Services.GetService<SignIn>() is not { } signIn)
            return;
        var signOut = app.Services.GetRequiredService<SignOut>();
        var logout = app.Services.GetRequiredService<BackChannelLogout>();
        app.MapGet("/session", context => context.RequestServices.GetRequiredService<ShowSession>().Answer(context))
            .RequireAuthorization().WithMetadata(new LooksOnly());
        app.MapGet("/session/sign-in", OrUnavailable(signIn.Start)).AllowAnonymous();
        app.MapGet(Provider.ReturnPath, OrUnavailable(signIn.Finish)).AllowAnonymous();
        app.MapPost("/session/sign-out", OrUnavailable(signOut.Answer)).AllowAnonymous();
        app.MapPost("/session/back-channel-logout", OrUnavailable(logout.Answer)).AllowAnonymous();
    }

    private static RequestDelegate OrUnavailable(RequestDelegate answer) => async context =>
    {
        try
        {
            await answer(context);
        }
        catch (NpgsqlException)
        {
            await Refusals.Refuse(context, Refusal.SignInUnavailable);
        }
    };

    private static bool IsDatabase(string address)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(address).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            // Told without the text: it may hold a password.
            return false;
        }
    }

    /// <summary>Makes the tables and the first key before anything uses them, once among all replicas.</summary>
    private sealed class SessionStart(SessionDatabase database, IDataProtectionProvider protection)
        : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => DatabaseSchema.Apply(
            database.Source, Assembly.GetExecutingAssembly(), MakeFirstKey, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private Task MakeFirstKey()
        {
            protection.CreateProtector(nameof(MakeFirstKey)).Protect([]);
            return Task.CompletedTask;
        }
    }
}
