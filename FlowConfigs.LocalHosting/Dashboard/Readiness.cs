namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>Whether a resource has reached what it is meant to reach.</summary>
internal enum ReadinessLevel
{
    /// <summary>It runs and is healthy, or it has done its work.</summary>
    Ready,

    /// <summary>It may still get there by itself.</summary>
    NotYet,

    /// <summary>It will not get there unless somebody acts.</summary>
    Failed,
}

/// <summary>Reads a resource's <see cref="ReadinessLevel"/> from its state, its health and its exit code.</summary>
internal static class Readiness
{
    public static ReadinessLevel Of(ResourceView resource) => resource switch
    {
        { State: "FailedToStart" or "Exited" } => ReadinessLevel.Failed,
        { State: "Finished" } => resource.ExitCode is null or 0 ? ReadinessLevel.Ready : ReadinessLevel.Failed,
        { Type: "Parameter" } => resource.State == "ValueMissing" ? ReadinessLevel.Failed : ReadinessLevel.Ready,
        { State: "Running", Health: "Healthy" } => ReadinessLevel.Ready,
        _ => ReadinessLevel.NotYet,
    };

    /// <summary>For people: <c>api is Running but Unhealthy (http: connection refused)</c>.</summary>
    public static string Describe(ResourceView resource)
    {
        var health = resource.Health is null or "Healthy" ? "" : $" but {resource.Health}";
        var exit = resource.ExitCode is { } code ? $" with exit code {code}" : "";
        var failed = resource.HealthReports.Where(report => !report.Healthy).Select(report => $"{report.Name}: {report.Description}");
        var reasons = string.Join(", ", failed);
        return $"{resource.Name} is {resource.State}{health}{exit}" + (reasons == "" ? "" : $" ({reasons})");
    }
}
