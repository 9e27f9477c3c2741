namespace FlowConfigs.LocalHosting;

/// <summary>Adds projects of this solution.</summary>
public static class ProjectExtensions
{
    /// <summary>Adds a project; its endpoints and variables are those of its launch profile, if it has one.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddResource(new ProjectResource(name)).WithProject(new TProject());

    internal static IResourceBuilder<T> WithProject<T>(this IResourceBuilder<T> builder, IProjectMetadata project) where T : ProjectResource
    {
        builder.Annotated(project);
        if (LaunchProfile.Read(project.ProjectPath) is not { } profile)
            return builder;

        if (profile.HttpUrl is { } url)
            builder.WithEndpoint("http", http => (http.UriScheme, http.Port) = ("http", url.Port));

        return builder.WithEnvironment(context =>
        {
            foreach (var (name, value) in profile.EnvironmentVariables)
                context.EnvironmentVariables[name] = value;
        });
    }
}
