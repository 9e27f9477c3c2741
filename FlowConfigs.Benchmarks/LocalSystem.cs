using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace FlowConfigs.Benchmarks;

/// <summary>The system as the AppHost runs it, without sign-in and with the web app as AWS gets it; and Chromium for its pages.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private readonly Process process;

    private LocalSystem(int portOffset)
    {
        var offset = portOffset.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
            [typeof(AppHost.AppHostOptions).Assembly.Location, "--sign-in", "off", "--web", "built", "--port-offset", offset];
        process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        Web = new($"http://localhost:{5173 + portOffset}");
    }

    public Uri Web { get; }

    public static async Task<LocalSystem> StartAsync(int portOffset, CancellationToken cancellationToken)
    {
        var system = new LocalSystem(portOffset);
        try
        {
            await system.AnswersAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu"],
    });

    public async ValueTask DisposeAsync()
    {
        using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                // The API's answer, by way of the web app's server.
                using var answer = await http.GetAsync(new Uri(Web, "/api/me"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
            }

            await Task.Delay(200, cancellationToken);
        }
    }
}
