using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Resolving;

/// <summary>Where getConfig is. Read from the environment and checked when the program starts.</summary>
internal sealed class GetConfigOptions : IValidatableObject
{
    /// <summary>The function's name, from FLOWCONFIGS_GET_CONFIG_FUNCTION; null asks the store in its place.</summary>
    // https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
    [RegularExpression(
        "[A-Za-z0-9_-]{1,64}", ErrorMessage = "FLOWCONFIGS_GET_CONFIG_FUNCTION must be the function's name, without ARN or alias.")]
    public string? Function { get; private set; }

    /// <summary>The function's Region, from AWS_REGION.</summary>
    public string Region { get; private set; } = "";

    /// <summary>The address of the local Lambda, from AWS_ENDPOINT_URL_LAMBDA; null for AWS's own.</summary>
    public string? Endpoint { get; private set; }

    public Uri Address => new($"{Endpoint?.TrimEnd('/') ?? $"https://lambda.{Region}.amazonaws.com"}/2015-03-31/functions/{Function}/invocations");

    public void Set(Func<string, string?> value)
    {
        Function = Text("FLOWCONFIGS_GET_CONFIG_FUNCTION");
        Region = Text("AWS_REGION") ?? "";
        Endpoint = Text("AWS_ENDPOINT_URL_LAMBDA");

        string? Text(string name) => value(name) is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Function is null)
            yield break;
        if (Region == "")
            yield return new("AWS_REGION is not set: set it to getConfig's Region.");
        if (Endpoint is not null && !IsSafe(Endpoint))
            yield return new($"AWS_ENDPOINT_URL_LAMBDA is '{Endpoint}': set it to an address with https (http is for this machine only).");
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}

[OptionsValidator]
internal sealed partial class GetConfigOptionsValidator : IValidateOptions<GetConfigOptions>;
