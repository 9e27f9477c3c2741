using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.LocalHosting;

/// <summary>The part of Properties/launchSettings.json that counts here: its first profile of kind Project.</summary>
internal sealed partial record LaunchProfile
{
    public string? CommandName { get; init; }

    public string? ApplicationUrl { get; init; }

    public Dictionary<string, string> EnvironmentVariables { get; init; } = [];

    [JsonIgnore]
    public Uri? HttpUrl => ApplicationUrl?.Split(';', StringSplitOptions.TrimEntries)
        .Where(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        .Select(url => new Uri(url))
        .FirstOrDefault();

    public static LaunchProfile? Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return null;

        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllText(file), LaunchJson.Default.LaunchSettings);
            return settings?.Profiles.Values.FirstOrDefault(profile => profile.CommandName == "Project");
        }
        catch (JsonException problem)
        {
            throw new DistributedApplicationException($"{file} is not valid JSON: {problem.Message}", problem);
        }
    }

    internal sealed record LaunchSettings(Dictionary<string, LaunchProfile> Profiles);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
    [JsonSerializable(typeof(LaunchSettings))]
    private sealed partial class LaunchJson : JsonSerializerContext;
}
