using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.AppHost;

/// <summary>
/// Makes each saved event a command of its function: it sends the event as Connect would, and shows the answer. An event is that of
/// the function whose name its own begins with, else of get-config.
/// </summary>
internal static class SampleEvents
{
    private static readonly string[] Functions = ["is-listed", "vanity-numbers", "office-calendar", "send-mail"];

    private static readonly HttpClient Http = new();

    // For people to read: Spanish texts and quotes as they are.
    private static readonly JsonSerializerOptions Indentation = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResourceBuilder<T> WithSampleEvents<T>(this IResourceBuilder<T> function, string folder, EndpointReference emulator)
        where T : LambdaProjectResource
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (FunctionOf(name) != function.Resource.Name)
                continue;
            function.WithCommand($"send-{name}", $"Send {name}", context => SendAsync(function.Resource.Name, file, emulator, context), new CommandOptions
            {
                Description = $"Sends requests/{name}.json to the function and shows what it answers",
            });
        }

        return function;
    }

    private static string FunctionOf(string name) =>
        Functions.FirstOrDefault(function => name.StartsWith($"{function}-", StringComparison.Ordinal)) ?? "get-config";

    // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    private static async Task<ExecuteCommandResult> SendAsync(
        string function, string file, EndpointReference emulator, ExecuteCommandContext context)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file, context.CancellationToken));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var answer = await Http.PostAsync(
                new Uri($"{emulator.Url}/2015-03-31/functions/{function}/invocations"), body, context.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(context.CancellationToken);
            var name = Path.GetFileName(file);
            return answer.IsSuccessStatusCode && !answer.Headers.Contains("X-Amz-Function-Error")
                ? CommandResults.Success($"{function} answered {name}", Indented(text), CommandResultFormat.Json)
                : CommandResults.Failure($"{function} failed on {name}", Indented(text), CommandResultFormat.Json);
        }
        catch (HttpRequestException problem)
        {
            return CommandResults.Failure($"The Lambda emulator does not answer: {problem.Message}");
        }
    }

    private static string Indented(string json)
    {
        try
        {
            return JsonNode.Parse(json)?.ToJsonString(Indentation) ?? json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
