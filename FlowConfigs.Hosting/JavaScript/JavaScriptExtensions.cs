using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;
using FlowConfigs.Hosting.JavaScript;

namespace Aspire.Hosting;

/// <summary>Adds programs that run on Node.js to an AppHost. The names are those of Aspire.Hosting.JavaScript.</summary>
public static class JavaScriptExtensions
{
    private const string NodeSource = "https://nodejs.org";

    /// <summary>Adds a script that Node.js runs.</summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The folder with package.json, relative to the AppHost's.</param>
    /// <param name="scriptPath">The script, relative to that folder.</param>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string scriptPath) =>
        builder.AddResource(new NodeAppResource(name, "node", Path.GetFullPath(appDirectory, builder.AppHostDirectory)))
            .ExcludeFromManifest()
            .WithRequiredCommand("node", NodeSource)
            .WithIconName("CodeJsRectangle")
            .WithArgs(scriptPath)
            .WithEnvironment("NODE_ENV", "development")
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf);

    /// <summary>Adds a web app that an npm script serves with Vite.</summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The folder with package.json, relative to the AppHost's.</param>
    /// <param name="runScriptName">The npm script.</param>
    public static IResourceBuilder<ViteAppResource> AddViteApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var app = new ViteAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        return builder.AddResource(app)
            .ExcludeFromManifest()
            .WithRequiredCommand("npm", NodeSource)
            .WithIconName("CodeJsRectangle")
            .WithHttpEndpoint(env: "PORT")
            .WithArgs("run", runScriptName, "--", "--port")
            .WithArgs(context => context.Args.Add(app.GetEndpoint("http").Property(EndpointProperty.TargetPort)))
            .WithEnvironment("NODE_ENV", "development")
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf);
    }

    /// <summary>
    /// Installs the app's packages before the app starts. The installer has nothing to do while package-lock.json is the one of the last
    /// successful install; it can still be started by hand.
    /// </summary>
    /// <param name="resource">The app.</param>
    /// <param name="install">False when another app of the same folder installs the packages.</param>
    /// <param name="installCommand">npm's command: install, or ci.</param>
    public static IResourceBuilder<T> WithNpm<T>(this IResourceBuilder<T> resource, bool install = true, string installCommand = "install")
        where T : JavaScriptAppResource
    {
        if (!install)
            return resource;

        var app = resource.Resource;
        var turn = new InstallLock(app.WorkingDirectory);
        var installer = resource.ApplicationBuilder
            .AddResource(new JavaScriptInstallerResource($"{app.Name}-installer", app.WorkingDirectory))
            .ExcludeFromManifest()
            .WithRequiredCommand("npm", NodeSource)
            .WithParentRelationship(app)
            .WithHiddenOnCompletion()
            .OnBeforeResourceStarted((_, _, cancellation) => turn.TakeAsync(cancellation))
            .WithArgs(context => AddArguments(context, installCommand))
            .OnResourceStopped((npm, stopped, _) =>
            {
                if (stopped.ResourceEvent.Snapshot.ExitCode == 0)
                    npm.Remember();
                turn.Dispose();
                return Task.CompletedTask;
            });
        if (installer.Resource.IsCurrent)
            installer.WithExplicitStart();
        else
            resource.WaitForCompletion(installer);
        return resource;
    }

    private static void AddArguments(CommandLineArgsCallbackContext context, string installCommand)
    {
        // Another AppHost has installed the packages while this one waited for the lock, and runs on them.
        if (((JavaScriptInstallerResource)context.Resource).IsCurrent)
        {
            context.Args.Add("--version");
            return;
        }

        foreach (var argument in (string[])[installCommand, "--no-audit", "--no-fund"])
            context.Args.Add(argument);
    }
}
