using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Speech;

/// <summary>/api/speech: reads a voice text aloud as callers hear it, saved or not.</summary>
public static class SpeechEndpoints
{
    /// <summary>The answer's header that names the voice.</summary>
    public const string VoiceHeader = BrowserRules.SpeechVoice;

    private const string Mp3 = "audio/mpeg";

    public static void AddSpeech(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SpeechOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Set(name => configuration[name]))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SpeechOptions>, SpeechOptionsValidator>();
        builder.Services.AddAwsClient<AmazonPolly, SpeechOptions>(
            AmazonPolly.Service, options => options.Region, options => options.Address, AmazonPolly.Resilience);
    }

    public static void MapSpeech(this IEndpointRouteBuilder routes) => routes.MapPost("/speech", SpeakAsync)
        .WithTags("Preview").WithName("Speak").NeedsSignIn()
        .WithSummary("Reads a text aloud with Amazon Polly, if that is switched on. The header Speech-Voice names the voice.")
        .Produces<Stream>(StatusCodes.Status200OK, Mp3)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<FileContentHttpResult> SpeakAsync(
        SpeechRequest body, IServiceProvider services, SettingsStore settings, CallerAccess access, HttpResponse response,
        CancellationToken cancellationToken)
    {
        await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        body.Check();
        var polly = services.GetRequiredService<AmazonPolly>();
        if (!polly.IsOn)
            throw new NotFoundException("Amazon Polly is not switched on here: an operator sets FLOWCONFIGS_SPEECH to polly.");
        var voice = body.Voice is { } id
            ? PollyVoice.Named(id)
            : PollyVoice.For(body.Language, await settings.GetAsync(cancellationToken)) ?? throw new NotFoundException(
                $"There is no Amazon Polly voice for {body.Language}. An admin can give the language one in the settings.");
        var speech = await polly.SpeakAsync(body.Text, voice, cancellationToken);
        response.Headers[VoiceHeader] = voice.Id;
        return TypedResults.Bytes(speech, Mp3);
    }
}
