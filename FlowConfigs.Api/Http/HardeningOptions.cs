using System.Globalization;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Http;

/// <summary>Who may call from a browser, and how often. Read from the environment and checked when the program starts.</summary>
internal sealed class HardeningOptions
{
    private const int Fewest = 60;
    private const int Most = 1_000_000;

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
    public IEnumerable<string> Problems()
    {
        if (WebOrigin is not null && !IsOrigin(WebOrigin))
            yield return $"FLOWCONFIGS_WEB_ORIGIN is '{WebOrigin}': set it to an origin such as https://flows.example.com, without a path.";
        if (RequestsPerMinute is < Fewest or > Most)
            yield return $"FLOWCONFIGS_REQUESTS_PER_MINUTE is not a whole number from {Fewest} to {Most}: set it to one, or unset it.";
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text;

    internal sealed class Validation : IValidateOptions<HardeningOptions>
    {
        public ValidateOptionsResult Validate(string? name, HardeningOptions options)
        {
            string[] problems = [.. options.Problems()];
            return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
