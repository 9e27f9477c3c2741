using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.LocalHosting;

/// <summary>Adds web apps, and programs in JavaScript.</summary>
public static class JavaScriptExtensions
{
    /// <summary>Adds a program: <c>node {scriptPath}</c> in <paramref name="appDirectory"/>.</summary>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string scriptPath)
    {
        var app = new NodeAppResource(name, "node", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        app.Annotations.Add(new ArgsAnnotation([scriptPath]));
        return builder.AddResource(app).WithEnvironment("NODE_ENV", "development");
    }

    /// <summary>Adds an app served by Vite: <c>npm run dev -- --port {port}</c> in <paramref name="appDirectory"/>.</summary>
    public static IResourceBuilder<ViteAppResource> AddViteApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var app = new ViteAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        var port = new EndpointReference(app, "http").Property(EndpointProperty.Port);
        app.Annotations.Add(new ArgsAnnotation(["run", runScriptName, "--"]));
        return builder.AddResource(app)
            .WithHttpEndpoint(env: "PORT")
            .WithEnvironment("NODE_ENV", "development")
            .Annotated(new PortArgumentAnnotation("--port", port));
    }

    /// <summary>
    /// Installs the app's packages before it starts, unless package-lock.json is as it was after the last good install.
    /// </summary>
    /// <param name="resource">The app.</param>
    /// <param name="install">Whether to install at all.</param>
    /// <param name="installCommand">npm's command; <c>install</c> if null.</param>
    /// <param name="installArgs">More arguments for npm.</param>
    public static IResourceBuilder<T> WithNpm<T>(
        this IResourceBuilder<T> resource, bool install = true, string? installCommand = null, string[]? installArgs = null)
        where T : JavaScriptAppResource
    {
        if (!install)
            return resource;

        var app = resource.Resource;
        var installer = new NpmInstallerResource($"{app.Name}-installer", app.WorkingDirectory);
        installer.Annotations.Add(new ArgsAnnotation([installCommand ?? "install", "--no-audit", "--no-fund", .. installArgs ?? []]));
        var added = resource.ApplicationBuilder.AddResource(installer);
        return resource.Annotated(new WaitAnnotation(added.Resource, 0));
    }
}
