using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Stacks;

namespace FlowConfigs.Publishing;

/// <summary>Writes every stack as a CloudFormation template.</summary>
internal static class Templates
{
    /// <summary>Writes templates/00-artifacts.json and the others.</summary>
    /// <param name="outputFolder">Where publish writes.</param>
    /// <param name="policies">The folder of the Cedar schema and policies.</param>
    /// <param name="zips">The functions' code.</param>
    public static void Write(string outputFolder, string policies, Zips zips)
    {
        Directory.CreateDirectory(Path.Combine(outputFolder, "templates"));
        foreach (var (stack, template) in Synthesize(policies, zips))
            File.WriteAllText(Path.Combine(outputFolder, stack.Template), ReadableJson.Text(template));
    }

    private static IEnumerable<(StackEntry Stack, JsonObject Template)> Synthesize(string policies, Zips zips)
    {
        var templates = Synthesis.Run(app =>
        {
            _ = new ArtifactsStack(app);
            _ = new DataStack(app);
            _ = new IdentityStack(app, zips.PreToken);
            _ = new AuthzStack(app, policies);
            _ = new ApiStack(app, zips);
            _ = new WebBucketStack(app);
            _ = new WebStack(app);
            _ = new ConnectStack(app);
            _ = new WatchStack(app);
        });
        return StackList.All.Select(stack => (stack, WithDeploymentNamed(templates[stack.Name])));
    }

    // A deployment of API Gateway is made anew when its name changes, which is when what it deploys does.
    private static JsonObject WithDeploymentNamed(JsonObject template)
    {
        var resources = template["Resources"]!.AsObject();
        if (!resources.ContainsKey(RestApiStage.Deployment))
            return template;
        var deployed = string.Concat(resources
            .Where(resource => resource.Key != RestApiStage.Deployment && IsDeployed((string)resource.Value!["Type"]!))
            .Select(resource => $"{resource.Key}:{resource.Value!.ToJsonString()}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deployed)))[..8];
        // The id stands in quotes wherever it is used.
        var named = ReadableJson.Text(template).Replace(
            $"\"{RestApiStage.Deployment}\"", $"\"{RestApiStage.Deployment}{hash}\"", StringComparison.Ordinal);
        return JsonNode.Parse(named)!.AsObject();
    }

    private static bool IsDeployed(string type) => type is
        "AWS::ApiGateway::RestApi" or "AWS::ApiGateway::Resource" or "AWS::ApiGateway::Method" or "AWS::ApiGateway::Authorizer"
        or "AWS::ApiGateway::GatewayResponse";
}
