using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Benchmarks;

/// <summary>The API as it is published, on Kestrel, with 1,500 and with 15,000 offices below one config.</summary>
internal static class ApiBenchmark
{
    private const int Rounds = 10;
    private static readonly int[] Sizes = [1500, 15_000];

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        var parent = new Config
        {
            Id = ConfigId.Parse("office"),
            Version = 0,
            Variables = [.. Enumerable.Range(0, 10).Select(i => new Variable { Name = $"Key{i}", Kind = VariableKind.Text, Value = "a value" })],
        };
        await dynamo.Configs.SaveAsync(parent, null, new("benchmark", null, Permit.Everything), cancellationToken);
        using var api = Start(dynamo, out var address);
        try
        {
            using var http = new HttpClient { BaseAddress = new(address) };
            await HealthyAsync(http, api, cancellationToken);
            var pages = new List<Figure>();
            var written = 0;
            foreach (var size in Sizes)
            {
                report.Progress($"{size:N0} offices");
                await Offices.WriteAsync(dynamo, written, size, cancellationToken);
                written = size;
                pages.Add(await MeasureAsync(report, http, size));
            }

            report.Compare("list page of 50, 15,000 configs / 1,500", pages[1], pages[0], 1.2);
        }
        finally
        {
            api.Kill();
            await api.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Figure> MeasureAsync(Report report, HttpClient http, int size)
    {
        var of = $"{size:N0} configs";
        var page = await OfAsync("list, a page of 50", 50, () => GetAsync(http, $"/api/configs?limit=50&after={Some(size)}"));
        await OfAsync("list, a page of 50 by text", 10, () => GetAsync(http, "/api/configs?limit=50&text=0001"));
        await OfAsync("get an office", 50, () => GetAsync(http, $"/api/configs/{Some(size).Replace("/", "~", StringComparison.Ordinal)}"));
        await OfAsync("save an office", 20, () => SaveAsync(http, Some(size).Replace("/", "~", StringComparison.Ordinal)));
        await OfAsync("preview a change of the parent", 2, () => PreviewAsync(http));
        return page;

        async Task<Figure> OfAsync(string what, int calls, Func<Task> call)
        {
            await Measured.TimesAsync(calls, call);
            var rounds = new List<double>();
            for (var round = 0; round < Rounds; round++)
                rounds.Add((await Measured.TimesAsync(calls, call)).Percentile(50));
            return report.Add(what, of, rounds, "ms");
        }
    }

    private static string Some(int size) => Offices.Id(Random.Shared.Next(size - 60)).Value;

    private static async Task GetAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task SaveAsync(HttpClient http, string id)
    {
        using var read = await http.GetAsync(new Uri($"/api/configs/{id}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/configs/{id}")
        {
            Content = Json($$"""{ "overrides": { "Key1": { "value": "{{Random.Shared.Next()}}" } } }"""),
        };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(read.Headers.ETag!.Tag));
        using var saved = await http.SendAsync(request);
        saved.EnsureSuccessStatusCode();
    }

    private static async Task PreviewAsync(HttpClient http)
    {
        using var body = Json(
            """{ "id": "office", "config": { "variables": [ { "name": "Key0", "kind": "text", "value": "new" } ] } }""");
        using var preview = await http.PostAsync(new Uri("/api/preview", UriKind.Relative), body);
        preview.EnsureSuccessStatusCode();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Process Start(DynamoDb dynamo, out string address)
    {
        address = $"http://127.0.0.1:{DynamoDb.FreePort()}";
        var program = Path.Combine(Report.Repository, "artifacts", "bin", "FlowConfigs.Api", "release", "FlowConfigs.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true };
        foreach (var (variable, value) in new[]
        {
            ("ASPNETCORE_URLS", address), ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"),
            ("AWS_ENDPOINT_URL_DYNAMODB", dynamo.Url), ("AWS_REGION", "us-east-1"), ("FLOWCONFIGS_TABLE", DynamoDb.Table),
            ("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("FLOWCONFIGS_REQUESTS_PER_MINUTE", "1000000"),
            ("Logging__LogLevel__Default", "Warning"),
        })
        {
            start.Environment[variable] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task HealthyAsync(HttpClient http, Process api, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var health = await http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
                health.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!api.HasExited)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
