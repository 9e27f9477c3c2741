using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Api.Aliases;
using FlowConfigs.Api.Calls;
using FlowConfigs.Api.Configs;
using FlowConfigs.Api.History;
using FlowConfigs.Api.Lists;
using FlowConfigs.Api.Me;
using FlowConfigs.Api.Resolving;
using FlowConfigs.Api.Scenarios;
using FlowConfigs.Api.Settings;
using FlowConfigs.Api.Speech;
using FlowConfigs.Api.WebErrors;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Saving;
using Microsoft.AspNetCore.Mvc;

namespace FlowConfigs.Api;

/// <summary>
/// JSON of the API: strict in what it takes, so that a misspelt or doubled member is an error and not a lost value. A tool on this base
/// has a context of its own (<see cref="ApiJsonSettings.AddJson"/>).
/// </summary>
[JsonSerializable(typeof(ConfigBody))]
[JsonSerializable(typeof(ConfigResponse))]
[JsonSerializable(typeof(ConfigPage))]
[JsonSerializable(typeof(Config))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(VersionPage))]
[JsonSerializable(typeof(VersionDiff))]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(PreviewResponse))]
[JsonSerializable(typeof(LiveCheckRequest))]
[JsonSerializable(typeof(LiveCheckResponse))]
[JsonSerializable(typeof(SpeechRequest))]
[JsonSerializable(typeof(OverridePage))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(IReadOnlyList<FieldDifference>))]
[JsonSerializable(typeof(ScenarioBody))]
[JsonSerializable(typeof(ScenarioOnBody))]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(ScenarioCheckResponse))]
[JsonSerializable(typeof(ScenarioResponse))]
[JsonSerializable(typeof(IReadOnlyList<ScenarioSummary>))]
[JsonSerializable(typeof(ScenarioPreviewResponse))]
[JsonSerializable(typeof(CloneBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(MovedResponse))]
[JsonSerializable(typeof(ConfigsDeleted))]
[JsonSerializable(typeof(IReadOnlyList<EntryColumn>))]
[JsonSerializable(typeof(AliasBody))]
[JsonSerializable(typeof(AliasResponse))]
[JsonSerializable(typeof(AliasPage))]
[JsonSerializable(typeof(SettingsBody))]
[JsonSerializable(typeof(SettingsResponse))]
[JsonSerializable(typeof(Completeness))]
[JsonSerializable(typeof(Functions))]
[JsonSerializable(typeof(IncompletePage))]
[JsonSerializable(typeof(TextPage))]
[JsonSerializable(typeof(Me.Me))]
[JsonSerializable(typeof(PublicSettings))]
[JsonSerializable(typeof(ListBody))]
[JsonSerializable(typeof(ListResponse))]
[JsonSerializable(typeof(ListsResponse))]
[JsonSerializable(typeof(ListRemainder))]
[JsonSerializable(typeof(EntryBody))]
[JsonSerializable(typeof(EntryResponse))]
[JsonSerializable(typeof(EntryPage))]
[JsonSerializable(typeof(PasteBody))]
[JsonSerializable(typeof(PasteResponse))]
[JsonSerializable(typeof(CallsResponse))]
[JsonSerializable(typeof(ExportDocument))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(WebError))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(Dictionary<string, int?>))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class ApiJson : JsonSerializerContext;

internal static class ApiJsonSettings
{
    private const int MaxDepth = 16;

    /// <summary>Adds the types of a tool.</summary>
    public static void AddJson(this WebApplicationBuilder builder, JsonSerializerContext types) =>
        builder.Services.ConfigureHttpJsonOptions(http => http.SerializerOptions.TypeInfoResolverChain.Add(types));

    public static void AddApiJson(this WebApplicationBuilder builder) => builder.Services.ConfigureHttpJsonOptions(http =>
    {
        var json = http.SerializerOptions;
        json.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.ReadCommentHandling = JsonCommentHandling.Disallow;
        json.MaxDepth = MaxDepth;
    });
}
