using NaraVard.Handoff;
using NaraVard.Platform.Hosting;

await ServiceHost.Build(args, new HandoffModule()).RunAsync();
