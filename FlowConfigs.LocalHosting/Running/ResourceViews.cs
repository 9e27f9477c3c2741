using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Shows resources as the dashboard sees them.</summary>
internal static class ResourceViews
{
    public static ResourceView Initial(IResource resource) => WithCommands(
        new ResourceView
        {
            Name = resource.Name,
            Type = TypeOf(resource),
            State = "NotStarted",
            WaitsFor = [.. resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Dependency.Name).Distinct()],
        },
        resource);

    public static ResourceView Parameter(ParameterResource parameter, string value) => Initial(parameter) with
    {
        State = "Running",
        Health = "Healthy",
        Environment = [new EnvironmentView("Value", value, parameter.Secret || SecretNames.Matches(parameter.Name))],
    };

    public static IReadOnlyList<ResourceUrlView> Urls(IResource resource)
    {
        var urls = new List<ResourceUrlView>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var address = new EndpointReference((IResourceWithEndpoints)resource, endpoint.Name).Url;
            var link = new ResourceUrlAnnotation { Url = address };
            foreach (var annotation in resource.Annotations.OfType<UrlCallbackAnnotation>().Where(a => a.EndpointName == endpoint.Name))
                annotation.Callback(link);

            urls.Add(new ResourceUrlView(new Uri(new Uri(address), link.Url).ToString().TrimEnd('/'), link.DisplayText));
        }

        return urls;
    }

    public static string UrlText(ResourceView view) => string.Join(' ', view.Urls.Select(url => url.Url));

    /// <summary>Adds the commands, each enabled or not by the state that the view is in.</summary>
    public static ResourceView WithCommands(ResourceView view, IResource resource)
    {
        if (resource is ParameterResource)
            return view;

        var isUnderWay = view.State is "Waiting" or "Starting" or "Running" or "Stopping";
        var isRunning = view.State == "Running";
        return view with
        {
            Commands =
            [
                new CommandView("start", "Start", null, !isUnderWay),
                new CommandView("stop", "Stop", null, isUnderWay && view.State != "Stopping"),
                new CommandView("restart", "Restart", null, isRunning),
                .. resource.Annotations.OfType<CommandAnnotation>()
                    .Select(command => new CommandView(command.Name, command.DisplayName, command.Options.Description, isRunning)),
            ],
        };
    }

    private static string TypeOf(IResource resource) => resource switch
    {
        ParameterResource => "Parameter",
        LambdaProjectResource => "Lambda function",
        LambdaEmulatorResource => "Lambda emulator",
        ProjectResource => "Project",
        DynamoDBLocalResource => "DynamoDB Local",
        NpmInstallerResource => "npm install",
        ViteAppResource => "Vite app",
        _ => "Executable",
    };
}
