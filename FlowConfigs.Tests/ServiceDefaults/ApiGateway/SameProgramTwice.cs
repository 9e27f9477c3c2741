using FlowConfigs.LambdaEmulator;
using Microsoft.AspNetCore.Builder;

namespace FlowConfigs.Tests.ServiceDefaults.ApiGateway;

/// <summary>The echo program on Kestrel, and once more as a function behind API Gateway.</summary>
public sealed class SameProgramTwice : IAsyncLifetime
{
    private readonly Emulator emulator = new(TimeProvider.System);
    private WebApplication? onKestrel;
    private WebApplication? onLambda;

    internal Uri Emulator => new($"http://127.0.0.1:{emulator.Port}");

    public async ValueTask InitializeAsync()
    {
        emulator.AddFunction("echo", timeout: TimeSpan.FromSeconds(5));
        await emulator.StartAsync("127.0.0.1", 0, CancellationToken.None);
        onKestrel = await EchoApp.StartAsync(null, CancellationToken.None);
        onLambda = await EchoApp.StartAsync($"127.0.0.1:{emulator.Port}/echo", CancellationToken.None);
    }

    public HttpClient Kestrel() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        BaseAddress = new Uri(onKestrel!.Urls.Single()),
    };

    internal HttpClient Lambda(ApiGatewayTransport? transport = null) => new(transport ?? new ApiGatewayTransport(Emulator, "echo"))
    {
        // the same address, so that Host is the same
        BaseAddress = new Uri(onKestrel!.Urls.Single()),
    };

    public async ValueTask DisposeAsync()
    {
        if (onLambda is not null)
            await onLambda.DisposeAsync();
        if (onKestrel is not null)
            await onKestrel.DisposeAsync();
        await emulator.DisposeAsync();
    }
}
