using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Http;

/// <summary>Who may call from a browser, and how often. Read from the environment and checked when the program starts.</summary>
internal sealed class HardeningOptions : IValidatableObject
{
    private const int FewestRequests = 60;
    private const int MostRequests = 1_000_000;

    /// <summary>The web app's origin, from FLOWCONFIGS_WEB_ORIGIN; null where it has the API's own.</summary>
    public string? WebOrigin { get; private set; }

    /// <summary>
    /// Most requests of one user a minute, from FLOWCONFIGS_REQUESTS_PER_MINUTE. In AWS each instance of the function counts for
    /// itself.
    /// </summary>
    public int RequestsPerMinute { get; private set; } = 1200;

    public void Set(Func<string, string?> value)
    {
        WebOrigin = value("FLOWCONFIGS_WEB_ORIGIN") is { Length: > 0 } origin ? origin : null;
        if (value("FLOWCONFIGS_REQUESTS_PER_MINUTE") is { Length: > 0 } text)
            RequestsPerMinute = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Not by [Range]: the generated validator leaves its ErrorMessage out, and the default one does not name the variable.
        if (RequestsPerMinute is < FewestRequests or > MostRequests)
        {
            yield return new(
                $"FLOWCONFIGS_REQUESTS_PER_MINUTE must be a whole number from {FewestRequests} to {MostRequests}: set it to one, or unset it.");
        }

        if (WebOrigin is not null && !IsOrigin(WebOrigin))
            yield return new($"FLOWCONFIGS_WEB_ORIGIN is '{WebOrigin}': set it to an origin such as https://flows.example.com, without a path.");
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text;
}

[OptionsValidator]
internal sealed partial class HardeningOptionsValidator : IValidateOptions<HardeningOptions>;
