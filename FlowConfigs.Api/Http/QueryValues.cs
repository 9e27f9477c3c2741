using System.Globalization;
using FlowConfigs.Core;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowConfigs.Api.Http;

/// <summary>
/// Refuses values in an address that are no number and neither true nor false, with a sentence. In native code the framework answers
/// 400 without a reason where such a value is optional.
/// </summary>
internal static class QueryValues
{
    public static void UseQueryValues(this WebApplication app) => app.Use((http, next) =>
    {
        var parameters = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        var problems = parameters
            .Where(parameter => !string.IsNullOrEmpty(http.Request.Query[parameter.Name]))
            .Select(parameter => (parameter.Name, Fault: Fault(parameter.ParameterInfo.ParameterType, http.Request.Query[parameter.Name]!)))
            .Where(parameter => parameter.Fault is not null)
            .Select(parameter => new Problem(parameter.Name, parameter.Fault!)).ToList();
        return problems.Count == 0 ? next() : throw new InvalidConfigException(problems);
    });

    private static string? Fault(Type type, string value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) =>
            "Must be a whole number.",
        var choice when choice == typeof(bool) && !bool.TryParse(value, out _) => "Must be true or false.",
        _ => null,
    };
}
