using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>What a request names does not exist; answered with 404.</summary>
internal sealed class NotFoundException(string message) : Exception(message)
{
    public static NotFoundException Config(ConfigId id) => new($"There is no config {id}.");
}
