using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Http;

/// <summary>Where the functions are that the API invokes. Read from the environment and checked when the program starts.</summary>
internal sealed class FunctionOptions : IValidatableObject
{
    /// <summary>The name by which AWS signs.</summary>
    public const string Service = "lambda";

    // https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
    public const string Name = "[A-Za-z0-9_-]{1,64}";

    /// <summary>getConfig's name, from FLOWCONFIGS_GET_CONFIG_FUNCTION; null asks the store in its place.</summary>
    [RegularExpression(Name, ErrorMessage = "FLOWCONFIGS_GET_CONFIG_FUNCTION must be the function's name, without ARN or alias.")]
    public string? GetConfig { get; private set; }

    /// <summary>
    /// The ARNs under which flows invoke getConfig, one for each Region of the installation, from FLOWCONFIGS_GET_CONFIG_ARNS with commas
    /// between them; empty where they are not known, as on a developer's machine.
    /// </summary>
    public IReadOnlyList<string> GetConfigArns { get; private set; } = [];

    /// <summary>The functions' Region, from AWS_REGION.</summary>
    public string Region { get; private set; } = "";

    /// <summary>The address of the local Lambda, from AWS_ENDPOINT_URL_LAMBDA; null for AWS's own.</summary>
    public string? Endpoint { get; private set; }

    /// <summary>Lambda's own address.</summary>
    public Uri Address => new(Endpoint?.TrimEnd('/') ?? $"https://lambda.{Region}.amazonaws.com");

    public void Set(Func<string, string?> value)
    {
        GetConfig = Text("FLOWCONFIGS_GET_CONFIG_FUNCTION");
        GetConfigArns = [.. (Text("FLOWCONFIGS_GET_CONFIG_ARNS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Region = Text("AWS_REGION") ?? "";
        Endpoint = Text("AWS_ENDPOINT_URL_LAMBDA");

        string? Text(string name) => value(name) is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var arn in GetConfigArns.Where(arn => !FunctionArn.IsOne(arn)))
            yield return new($"FLOWCONFIGS_GET_CONFIG_ARNS has '{arn}': set it to ARNs of Lambda functions, with commas between them.");
        if (GetConfig is null)
            yield break;
        if (Region == "")
            yield return new("AWS_REGION is not set: set it to getConfig's Region.");
        if (Endpoint is not null && !IsSafe(Endpoint))
            yield return new($"AWS_ENDPOINT_URL_LAMBDA is '{Endpoint}': set it to an address with https (http is for this machine only).");
    }

    /// <summary>Invokes a function and waits for its answer. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html</summary>
    /// <exception cref="HttpRequestException">The function answers with an error.</exception>
    public async Task<JsonObject> InvokeAsync(HttpClient http, string function, byte[] payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"/2015-03-31/functions/{function}/invocations"));
        request.Content = new ByteArrayContent(payload) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.Headers.Contains("X-Amz-Function-Error"))
            throw new HttpRequestException("The function answered with an error.");
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)) as JsonObject ?? [];
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}

[OptionsValidator]
internal sealed partial class FunctionOptionsValidator : IValidateOptions<FunctionOptions>;
