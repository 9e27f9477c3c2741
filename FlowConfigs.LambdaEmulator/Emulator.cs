using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// Serves, in this process, Lambda's invoke API to callers (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html) and the
/// Runtime API to the functions' processes (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). A function finds the latter
/// at AWS_LAMBDA_RUNTIME_API = host:port/function-name.
/// </summary>
internal sealed class Emulator(TimeProvider time) : IAsyncDisposable
{
    /// <summary>Under this path the emulator says that it is up.</summary>
    public const string HealthPath = "/lambda-runtime-api/healthcheck";

    private readonly ConcurrentDictionary<string, LambdaFunction> functions = new(StringComparer.Ordinal);
    private WebApplication? app;

    /// <summary>Called with a function's name and a line about one of its invocations. Payloads are never part of it.</summary>
    public Action<string, string>? Log { get; init; }

    /// <summary>The Region in the functions' ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The port in use, once started.</summary>
    public int Port { get; private set; }

    internal TimeProvider Time { get; } = time;

    /// <summary>Makes a function known: until then an invocation answers 404. A second call for the same name changes nothing.</summary>
    /// <param name="name">The name that callers use.</param>
    /// <param name="timeout">How long one invocation may take; 30 seconds unless given.</param>
    /// <param name="startLimit">How long an invocation waits for a process to ask for work; 15 seconds unless given.</param>
    public void AddFunction(string name, TimeSpan? timeout = null, TimeSpan? startLimit = null)
    {
        var arn = $"arn:aws:lambda:{Region}:000000000000:function:{name}";
        functions.TryAdd(name, new LambdaFunction(
            name, arn, timeout ?? TimeSpan.FromSeconds(30), startLimit ?? TimeSpan.FromSeconds(15), Time)
        {
            Log = line => Log?.Invoke(name, line),
        });
    }

    /// <summary>Whether a process of the function waits for an invocation, or is answering one: it has started and lives.</summary>
    public bool IsWaiting(string functionName) => functions.TryGetValue(functionName, out var function) && function.IsAlive;

    /// <summary>Fails the invocations that a process of the function took and can no longer answer.</summary>
    public void FunctionExited(string functionName, int exitCode)
    {
        if (functions.TryGetValue(functionName, out var function))
            function.Exited(exitCode);
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="host">An address such as 127.0.0.1, or localhost.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="cancellationToken">Calls the start off.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(string host, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        // the program decides when to stop
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(host), port);
            // an invocation may take 15 minutes, during which its process says nothing
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(20);
            // the invoke API has its own limit and its own answer
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        app = builder.Build();
        app.RefuseForeignRequests();
        app.UseRouting();
        app.MapInvokeApi(this);
        app.MapRuntimeApi(this);
        app.MapHostApi(this);
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Port = new Uri(addresses.Addresses.Single()).Port;
    }

    /// <summary>Stops listening. Invocations under way end without an answer.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is null)
            return;
        foreach (var function in functions.Values)
            function.Close();
        await app.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is null)
            return;
        await StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    internal LambdaFunction? Find(string name) => functions.GetValueOrDefault(name);

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
