using System.Globalization;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Works out the variables of a resource when it starts: what Aspire gives such a resource, then the AppHost's own.</summary>
internal sealed class ResourceEnvironment(IConfiguration configuration, DistributedApplicationExecutionContext executionContext)
{
    public async Task<IReadOnlyList<EnvironmentView>> ReadAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken);
        AddDefaults(resource, context.EnvironmentVariables);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentAnnotation>())
            annotation.Callback(context);

        var variables = new List<EnvironmentView>();
        foreach (var (name, value) in context.EnvironmentVariables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var text = await TextAsync(value, cancellationToken);
            variables.Add(new EnvironmentView(name, text, SecretNames.Matches(name) || IsSecret(value)));
        }

        return variables;
    }

    private static async Task<string> TextAsync(object value, CancellationToken cancellationToken) => value is IValueProvider provider
        ? await provider.GetValueAsync(cancellationToken) ?? ""
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static bool IsSecret(object value) => value switch
    {
        ParameterResource parameter => parameter.Secret,
        ReferenceExpression expression => expression.ValueProviders.Any(IsSecret),
        _ => false,
    };

    private void AddDefaults(IResource resource, Dictionary<string, object> variables)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.PortVariable is { } name)
                variables[name] = endpoint.AllocatedPort!;
        }

        if (resource is ProjectResource)
        {
            variables["DOTNET_ENVIRONMENT"] = "Development";
            variables["ASPNETCORE_ENVIRONMENT"] = "Development";
            if (Urls(resource) is { Length: > 0 } urls)
                variables["ASPNETCORE_URLS"] = urls;
        }

        if (resource is ProjectResource or ViteAppResource)
            AddTelemetry(resource, variables);
    }

    private static string Urls(IResource resource) => string.Join(';', resource.Annotations.OfType<EndpointAnnotation>()
        .Where(endpoint => endpoint.UriScheme == "http")
        .Select(endpoint => $"http://localhost:{endpoint.AllocatedPort}"));

    private void AddTelemetry(IResource resource, Dictionary<string, object> variables)
    {
        variables["OTEL_SERVICE_NAME"] = resource.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Guid.NewGuid().ToString("N")[..8]}";
        if (configuration[DashboardInProcess.ReceiverSetting] is not { Length: > 0 } receiver)
            return;

        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        if (configuration[DashboardInProcess.ReceiverKeySetting] is { Length: > 0 } key)
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"{OtlpReceiver.KeyHeader}={key}";

        // Soon enough to be seen while someone looks; the defaults are 5 to 60 seconds.
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
    }
}
