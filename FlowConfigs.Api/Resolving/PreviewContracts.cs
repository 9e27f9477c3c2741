using FlowConfigs.Api.Configs;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Saving;

namespace FlowConfigs.Api.Resolving;

/// <summary>Which answer to show.</summary>
public sealed record PreviewRequest
{
    public required ConfigId Id { get; init; }

    /// <summary>The config as the user is editing it; left out, the saved config.</summary>
    public ConfigBody? Config { get; init; }

    /// <summary>Where there is no config: an earlier version, such as 5, as if it were brought back.</summary>
    public string? Version { get; init; }

    /// <summary>Whether that version's timed changes would come back too.</summary>
    public bool? Changes { get; init; }

    public string? Language { get; init; }

    /// <summary>Connect's word: VOICE, CHAT, TASK, EMAIL; VOICE when left out.</summary>
    public string? Channel { get; init; }

    /// <summary>When, with an offset; now when left out.</summary>
    public string? At { get; init; }

    internal DateTimeOffset? Instant() => At is null ? null
        : ZonedTime.TryReadFrom(At, NodaTime.DateTimeZone.Utc, out var at, out var problem) ? at
        : throw new InvalidConfigException([new("at", problem)]);
}

/// <summary>What a flow gets, and why.</summary>
public sealed record PreviewResponse
{
    public required ConfigId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The language chosen.</summary>
    public required string Language { get; init; }

    /// <summary>Each key with its value and the reason.</summary>
    public required IReadOnlyList<ResolvedValue> Values { get; init; }

    /// <summary>The map of strings as the flow gets it.</summary>
    public required IReadOnlyDictionary<string, string> Answer { get; init; }

    /// <summary>The display names of the keys that have one; null where none has.</summary>
    public IReadOnlyDictionary<string, string>? DisplayNames { get; init; }

    public required Sizes Sizes { get; init; }

    /// <summary>For an unsaved config: the same for the saved one; null for a new config.</summary>
    public IReadOnlyList<ResolvedValue>? Now { get; init; }

    /// <summary>For an unsaved config: what stands in the way of saving it.</summary>
    public IReadOnlyList<Problem> Problems { get; init => field = value ?? []; } = [];

    /// <summary>For an unsaved config: what callers may hear or read wrong; it stops no save.</summary>
    public IReadOnlyList<Problem> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>For an unsaved config: what each changed key means for the configs below.</summary>
    public IReadOnlyList<Effect> Effects { get; init => field = value ?? []; } = [];

    internal static PreviewResponse Of(IReadOnlyList<Config> chain, PreviewRequest request, DateTimeOffset at, DateTimeOffset now)
    {
        var resolution = Resolve(chain, request, at);
        return new()
        {
            Id = request.Id,
            At = at,
            Channel = Channels.Parse(request.Channel),
            Language = resolution.Language,
            Values = resolution.Values,
            Answer = FlowAnswer.Of(resolution),
            DisplayNames = Core.Configs.DisplayNames.ByKey(Chain.Of(chain, at)),
            Sizes = Sizes.Of(chain, now),
        };
    }

    internal static IReadOnlyList<ResolvedValue> ValuesOf(IReadOnlyList<Config> chain, PreviewRequest request, DateTimeOffset at) =>
        Resolve(chain, request, at).Values;

    private static Resolution Resolve(IReadOnlyList<Config> chain, PreviewRequest request, DateTimeOffset at) =>
        Resolver.Resolve(Chain.Of(chain, at), request.Language, Channels.Parse(request.Channel));
}
