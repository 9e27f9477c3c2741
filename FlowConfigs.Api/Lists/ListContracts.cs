using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Lists;

/// <summary>What is sent to create or save a list: the whole of it, without its entries.</summary>
public sealed record ListBody
{
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>What its keys are; it stays as it was made.</summary>
    public required KeyKind Keys { get; init; }

    /// <summary>Where phone numbers without a country code are from, such as US.</summary>
    public string? Country { get; init; }

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    internal ListHead ToHead() => new() { Description = Description, Keys = Keys, Country = Country };
}

/// <summary>All lists, by id.</summary>
public sealed record ListsResponse(IReadOnlyList<ListResponse> Items);

/// <summary>A list as it is saved.</summary>
public sealed record ListResponse
{
    public required ConfigId Id { get; init; }

    public required int Version { get; init; }

    public required string Description { get; init; }

    public required KeyKind Keys { get; init; }

    public string? Country { get; init; }

    /// <summary>Whether its deletion has begun; deleting it again goes on with that.</summary>
    public bool Deleting { get; init; }

    public required Saved Saved { get; init; }

    /// <summary>Counted up to 1,000, for one list; not counted where all are listed.</summary>
    public EntryCount? Entries { get; init; }

    internal static ListResponse Of(Stored<ListHead> list, EntryCount? entries = null) => new()
    {
        Id = ConfigId.Parse(list.Id),
        Version = list.Version,
        Description = list.Value.Description,
        Keys = list.Value.Keys,
        Country = list.Value.Country,
        Deleting = list.Value.Deleting,
        Saved = list.Saved,
        Entries = entries,
    };
}

/// <summary>What is left when a list could not be deleted in one go: delete it again, with this version.</summary>
public sealed record ListRemainder(ConfigId Id, int Version);
