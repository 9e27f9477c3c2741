using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>
/// Takes secrets out of everything that leaves the AppHost: the variables marked as secret, and their values wherever else they occur.
/// </summary>
internal sealed class SecretMask
{
    public const string Hidden = "********";

    /// <summary>
    /// Shorter values are hidden in the environment only. "local", a usual secret of emulators, occurs in too much honest text.
    /// </summary>
    private const int ShortestSought = 8;

    private readonly string[] secrets;

    public SecretMask(IEnumerable<ResourceView> resources) =>
        secrets = resources
            .SelectMany(resource => resource.Environment)
            .Where(variable => variable.IsSecret && variable.Value.Length >= ShortestSought)
            .Select(variable => variable.Value)
            .Distinct()
            .OrderByDescending(value => value.Length)
            .ToArray();

    public string Apply(string text) =>
        secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, Hidden, StringComparison.Ordinal));

    /// <summary>Takes secrets out of JSON, as they are and as JSON writes them.</summary>
    public string ApplyToJson(string json) => secrets.Aggregate(json, (masked, secret) => masked
        .Replace(secret, Hidden, StringComparison.Ordinal)
        .Replace(JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value, Hidden, StringComparison.Ordinal));

    public ConsoleLine Apply(ConsoleLine line) => line with { Text = Apply(line.Text) };

    public ResourceView Apply(ResourceView resource) => resource with
    {
        Environment = [.. resource.Environment.Select(Apply)],
        Urls = [.. resource.Urls.Select(url => url with { Url = Apply(url.Url) })],
        HealthReports = [.. resource.HealthReports.Select(report => report with { Description = ApplyOrNull(report.Description) })],
    };

    public ExecuteCommandResult Apply(ExecuteCommandResult result) => new()
    {
        Success = result.Success,
        Canceled = result.Canceled,
        Message = ApplyOrNull(result.Message),
        Data = result.Data is not { } data ? null : new CommandResultData
        {
            Value = Apply(data.Value),
            Format = data.Format,
            DisplayImmediately = data.DisplayImmediately,
        },
    };

    private EnvironmentView Apply(EnvironmentView variable) =>
        variable with { Value = variable.IsSecret ? Hidden : Apply(variable.Value) };

    private string? ApplyOrNull(string? text) => text is null ? null : Apply(text);
}
