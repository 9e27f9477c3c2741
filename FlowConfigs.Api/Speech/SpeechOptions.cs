using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Speech;

/// <summary>Whether Amazon Polly speaks, and where it is. Read from the environment and checked when the program starts.</summary>
internal sealed class SpeechOptions : IValidatableObject
{
    private const string Polly = "polly";
    private const string Off = "off";

    /// <summary>From FLOWCONFIGS_SPEECH: polly or off, which it is unless set.</summary>
    [RegularExpression($"{Polly}|{Off}", ErrorMessage = $"FLOWCONFIGS_SPEECH must be {Polly} or {Off}.")]
    public string Speech { get; private set; } = Off;

    /// <summary>Polly's Region, from AWS_REGION.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Another address of Polly, from AWS_ENDPOINT_URL_POLLY; null for AWS's own.</summary>
    public string? Endpoint { get; private set; }

    public bool IsOn => Speech == Polly;

    // https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html
    public Uri Address => new($"{Endpoint?.TrimEnd('/') ?? $"https://polly.{Region}.amazonaws.com"}/v1/speech");

    public void Set(Func<string, string?> value)
    {
        Speech = Text("FLOWCONFIGS_SPEECH") ?? Off;
        Region = Text("AWS_REGION") ?? "";
        Endpoint = Text("AWS_ENDPOINT_URL_POLLY");

        string? Text(string name) => value(name) is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && Region == "")
            yield return new("AWS_REGION is not set: set it to the Region in which Amazon Polly speaks.");
        if (IsOn && Endpoint is not null && !IsSafe(Endpoint))
            yield return new($"AWS_ENDPOINT_URL_POLLY is '{Endpoint}': set it to an address with https (http is for this machine only).");
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}

[OptionsValidator]
internal sealed partial class SpeechOptionsValidator : IValidateOptions<SpeechOptions>;
