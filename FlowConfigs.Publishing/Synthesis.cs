using System.Text.Json.Nodes;
using Amazon.CDK;

namespace FlowConfigs.Publishing;

/// <summary>CDK's work: classes become templates.</summary>
internal static class Synthesis
{
    // CDK's classes talk to one Node process by one pipe, and mix up their answers when two threads speak at once.
    private static readonly Lock OneAtATime = new();

    /// <summary>The templates of stacks, by the stacks' ids.</summary>
    /// <param name="add">Adds the stacks to CDK's app.</param>
    public static IReadOnlyDictionary<string, JsonObject> Run(Action<App> add)
    {
        using var alone = OneAtATime.EnterScope();
        // CDK's warning that it has no use for here: Node 20 is the oldest that the web app builds with.
        System.Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        var scratch = Directory.CreateTempSubdirectory("flow-configs-synth-");
        try
        {
            const string Suffix = ".template.json";
            var app = new App(new AppProps { Outdir = scratch.FullName, AnalyticsReporting = false, TreeMetadata = false });
            add(app);
            app.Synth();
            return scratch.EnumerateFiles($"*{Suffix}").ToDictionary(
                file => file.Name[..^Suffix.Length], file => JsonNode.Parse(File.ReadAllText(file.FullName))!.AsObject());
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
