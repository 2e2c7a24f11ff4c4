using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Faults.Worker;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;

// One replica of a service that writes, sends and receives, and nothing else: what the fault tests kill.
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration.AddEnvironmentVariables();
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Error);
// A later version of the service: it reads and accepts what this one cannot.
AppContext.SetSwitch(Edition.Mended, builder.Configuration.GetValue<bool>(Edition.Mended));
builder.AddService<WorkerDb>(WorkerDb.Service).AddConsumers<WorkerDb>(consumers => consumers
    .AddConsumer<OnEntered>()
    .AddConsumer<OnEnteredToo>()
    .AddConsumer<OnCorrected>());
builder.Services.AddHostedService<Writer>();
await builder.Build().RunAsync();
