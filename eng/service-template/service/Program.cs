using NaraVard.Platform.Hosting;
using NaraVard.Visits;

await ServiceHost.Build(args, new VisitsModule()).RunAsync();
