using NaraVard.Gateway;

await GatewayHost.Build(args).RunAsync();
