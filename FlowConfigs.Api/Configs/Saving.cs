using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Configs;

/// <summary>What every save of a config needs: taken together as one parameter of an endpoint ([AsParameters]).</summary>
public sealed record Saving(ConfigWriter Writer, ConfigHistory History, TimeProvider Time, HttpContext Http)
{
    internal Author Author(string? comment, SaveAction? action = null) => Editor.Author(Http, comment, action);

    /// <exception cref="MissingIfMatchException">The request does not say which version it is based on.</exception>
    internal int BasedOn => ETags.Required(Http.Request);

    /// <summary>The saved config as the answer, with its ETag.</summary>
    internal ConfigResponse Answer(IReadOnlyList<Config> chain) => ConfigResponse.Of(chain, Time.GetUtcNow()).Tagged(Http.Response);
}
