using System.Text.Json.Serialization;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Access;

/// <summary>
/// Questions in the service's form.
/// https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchIsAuthorizedWithToken.html
/// </summary>
internal sealed record PolicyRequest(
    string PolicyStoreId, string AccessToken, PolicyEntities Entities, IReadOnlyList<PolicyQuestion> Requests)
{
    private const string Namespace = "FlowConfigs";

    public static PolicyRequest Of(string policyStore, Caller caller, IReadOnlyCollection<AccessQuestion> questions) => new(
        policyStore,
        caller.Token,
        new([.. questions.SelectMany(question => UpToRoot(question.Resource)).Distinct().Select(Entity)]),
        [.. questions.Select(Question)]);

    public static PolicyQuestion Question(AccessQuestion question) =>
        new(new($"{Namespace}::Action", question.Right.ToString()), Identifier(question.Resource));

    private static PolicyEntity Entity(AccessResource resource) => new(
        Identifier(resource),
        new() { ["within"] = new([.. resource.Within.Select(path => new PolicyText(path))]) },
        resource.Parent is { } parent ? [Identifier(parent)] : []);

    private static PolicyIdentifier Identifier(AccessResource resource) => new($"{Namespace}::{resource.Kind}", resource.ToString());

    private static IEnumerable<AccessResource> UpToRoot(AccessResource resource)
    {
        for (var next = resource; next is not null; next = next.Parent)
            yield return next;
    }
}

internal sealed record PolicyEntities(IReadOnlyList<PolicyEntity> EntityList);

internal sealed record PolicyEntity(
    PolicyIdentifier Identifier, Dictionary<string, PolicyTexts> Attributes, IReadOnlyList<PolicyIdentifier> Parents);

internal sealed record PolicyIdentifier(string EntityType, string EntityId);

internal sealed record PolicyTexts(IReadOnlyList<PolicyText> Set);

internal sealed record PolicyText(string String);

internal sealed record PolicyAction(string ActionType, string ActionId);

internal sealed record PolicyQuestion(PolicyAction Action, PolicyIdentifier Resource);

internal sealed record PolicyAnswer(IReadOnlyList<PolicyDecision>? Results);

internal sealed record PolicyDecision(PolicyQuestion? Request, string? Decision);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PolicyRequest))]
[JsonSerializable(typeof(PolicyAnswer))]
internal sealed partial class PolicyJson : JsonSerializerContext;
