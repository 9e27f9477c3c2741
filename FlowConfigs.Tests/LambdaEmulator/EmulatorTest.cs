using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Tests.LambdaEmulator;

/// <summary>An emulator by its HTTP surface alone: the test plays both the caller and the function's process.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private protected const string Invocations = "/2015-03-31/functions/get-config/invocations";
    private protected const string Runtime = "/get-config/2018-06-01/runtime";

    private protected List<string> Log { get; } = [];

    private protected Emulator Emulator { get; }

    private protected HttpClient Http { get; } = new();

    protected EmulatorTest()
    {
        Emulator = new Emulator(TimeProvider.System) { Log = (function, line) => Log.Add($"{function} {line}") };
        Emulator.AddFunction("get-config", startLimit: TimeSpan.FromSeconds(10));
        Emulator.AddFunction("impatient", timeout: TimeSpan.FromMilliseconds(300), startLimit: TimeSpan.FromMilliseconds(300));
    }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Emulator.StartAsync("127.0.0.1", 0, Token);
        Http.BaseAddress = new Uri($"http://127.0.0.1:{Emulator.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    private protected static string Id(HttpResponseMessage taken) => taken.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();

    private protected static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, Token);
    }

    private protected async Task<HttpResponseMessage> InvokeAsync(string payload, string path = Invocations, string? type = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(payload) };
        if (type is not null)
            request.Headers.Add("X-Amz-Invocation-Type", type);
        return await Http.SendAsync(request, Token);
    }

    private protected Task<HttpResponseMessage> NextAsync() => Http.GetAsync($"{Runtime}/invocation/next", Token);

    private protected Task<HttpResponseMessage> RespondAsync(string id, string answer) =>
        Http.PostAsync($"{Runtime}/invocation/{id}/response", new StringContent(answer), Token);
}
