using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Tests.Sample;

public sealed class SampleModule : IModule
{
    public string Name => "sample";

    public void Add(IHostApplicationBuilder builder)
    {
        builder.AddService<SampleDb>(Name);
        builder.Services.AddSingleton<SampleHooks>();
    }

    public void Map(IEndpointRouteBuilder app) => app.MapGrpcService<SampleService>();
}
