using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Aliases;

/// <summary>What is sent to create or change an alias.</summary>
public sealed record AliasBody
{
    /// <summary>The id of a config.</summary>
    public required string Target { get; init; }

    /// <summary>Takes an id that looks like a phone number without its + as it is.</summary>
    public bool AsWritten { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }
}

/// <summary>An alias as it is saved.</summary>
public sealed record AliasResponse(string Id, int Version, ConfigId Target, Saved Saved)
{
    internal static AliasResponse Of(Stored<Alias> stored, HttpResponse response)
    {
        ETags.Tag(response, stored.Version);
        return new(stored.Id, stored.Version, stored.Value.Target, stored.Saved);
    }
}
