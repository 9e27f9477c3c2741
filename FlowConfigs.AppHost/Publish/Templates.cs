using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using FlowConfigs.AppHost.Publish.Stacks;

namespace FlowConfigs.AppHost.Publish;

/// <summary>Writes every stack as a CloudFormation template.</summary>
internal static class Templates
{
    // CDK's classes talk to one Node process by one pipe, and mix up their answers when two threads speak at once.
    private static readonly Lock OneAtATime = new();

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes templates/00-artifacts.json and the others.</summary>
    /// <param name="outputFolder">Where publish writes.</param>
    /// <param name="policies">The folder of the Cedar schema and policies.</param>
    /// <param name="zips">The functions' code.</param>
    public static void Write(string outputFolder, string policies, Zips zips)
    {
        Directory.CreateDirectory(Path.Combine(outputFolder, "templates"));
        foreach (var (stack, template) in Synthesize(policies, zips))
            File.WriteAllText(Path.Combine(outputFolder, stack.Template), template.ToJsonString(Readable) + "\n");
    }

    private static List<(StackEntry Stack, JsonObject Template)> Synthesize(string policies, Zips zips)
    {
        using var alone = OneAtATime.EnterScope();
        // CDK's warning that it has no use for here: Node 20 is the oldest that the web app builds with.
        System.Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        var scratch = Directory.CreateTempSubdirectory("flow-configs-synth-");
        try
        {
            var app = new App(new AppProps { Outdir = scratch.FullName, AnalyticsReporting = false, TreeMetadata = false });
            _ = new ArtifactsStack(app);
            _ = new DataStack(app);
            _ = new IdentityStack(app, zips.PreToken);
            _ = new AuthzStack(app, policies);
            _ = new ApiStack(app, zips);
            _ = new WebBucketStack(app);
            _ = new WebStack(app);
            _ = new ConnectStack(app);
            _ = new WatchStack(app);
            app.Synth();
            return [.. StackList.All.Select(stack => (stack, Read(Path.Combine(scratch.FullName, $"{stack.Name}.template.json"))))];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static JsonObject Read(string file)
    {
        var template = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var resources = template["Resources"]!.AsObject();
        if (!resources.ContainsKey(RestApiStage.Deployment))
            return template;
        var deployed = string.Concat(resources
            .Where(resource => resource.Key != RestApiStage.Deployment && IsDeployed((string)resource.Value!["Type"]!))
            .Select(resource => $"{resource.Key}:{resource.Value!.ToJsonString()}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deployed)))[..8];
        // The id stands in quotes wherever it is used.
        var named = template.ToJsonString(Readable).Replace(
            $"\"{RestApiStage.Deployment}\"", $"\"{RestApiStage.Deployment}{hash}\"", StringComparison.Ordinal);
        return JsonNode.Parse(named)!.AsObject();
    }

    private static bool IsDeployed(string type) => type is
        "AWS::ApiGateway::RestApi" or "AWS::ApiGateway::Resource" or "AWS::ApiGateway::Method" or "AWS::ApiGateway::Authorizer"
        or "AWS::ApiGateway::GatewayResponse";
}
