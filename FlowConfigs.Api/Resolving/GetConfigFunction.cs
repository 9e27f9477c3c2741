using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Api.Http;
using Microsoft.Extensions.Options;
using Polly;

namespace FlowConfigs.Api.Resolving;

/// <summary>
/// Invokes getConfig with an event such as Connect sends, over Lambda's own API: what comes back is what the next contact gets.
/// </summary>
internal sealed class GetConfigFunction(HttpClient http, IOptions<FunctionOptions> options, ILogger<GetConfigFunction> logger)
{
    /// <summary>Two attempts, as Connect makes: a function that has had no calls for a while starts slowly.</summary>
    public static void Resilience(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services) =>
        builder.AddOneRetry().AddTimeout(TimeSpan.FromSeconds(8));

    /// <summary>Whether this environment says which function it is.</summary>
    public bool IsKnown => options.Value.GetConfig is not null;

    /// <exception cref="GetConfigUnavailableException">It does not answer, or answers with an error.</exception>
    public async Task<IReadOnlyDictionary<string, string>> AnswerAsync(LiveCheckRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await options.Value.InvokeAsync(http, options.Value.GetConfig!, EventFor(asked), cancellationToken);
            return answer.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "");
        }
        catch (Exception e) when ((AwsClients.IsFault(e) || e is JsonException) && !cancellationToken.IsCancellationRequested)
        {
            logger.GetConfigDidNotAnswer(e);
            throw new GetConfigUnavailableException();
        }
    }

    private static byte[] EventFor(LiveCheckRequest asked)
    {
        var parameters = new JsonObject { ["id"] = asked.Id.Value };
        if (asked.Language is not null)
            parameters["lang"] = asked.Language;
        var contact = new JsonObject { ["Channel"] = asked.Channel ?? "VOICE" };
        var connect = new JsonObject { ["Details"] = new JsonObject { ["ContactData"] = contact, ["Parameters"] = parameters } };
        return Encoding.UTF8.GetBytes(connect.ToJsonString());
    }
}

/// <summary>Thrown when getConfig does not answer; what is saved holds all the same.</summary>
internal sealed class GetConfigUnavailableException()
    : UnavailableException("getConfig does not answer right now, so what callers get could not be read back. Your changes are saved. Try again.");
