using NaraVard.Listing;
using NaraVard.Platform.Hosting;

await ServiceHost.Build(args, new ListingModule()).RunAsync();
