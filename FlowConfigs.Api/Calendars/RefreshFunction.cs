using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FlowConfigs.Api.Http;
using Microsoft.Extensions.Options;
using Polly;

namespace FlowConfigs.Api.Calendars;

/// <summary>Invokes refreshCalendar for a user who does not want to wait for the schedule.</summary>
internal sealed partial class RefreshFunction(
    HttpClient http, IOptions<FunctionOptions> functions, IOptions<RefreshOptions> options, ILogger<RefreshFunction> logger)
{
    // API Gateway waits 29 s.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>One attempt: the user sees why a refresh failed, and can ask for it again.</summary>
    public static void Resilience(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services) => builder.AddTimeout(Limit);

    /// <exception cref="NotFoundException">Microsoft 365 is not set up.</exception>
    /// <exception cref="RefreshUnavailableException">The function does not answer.</exception>
    public async Task<RefreshResponse> RefreshAsync(CancellationToken cancellationToken)
    {
        var function = options.Value.Function
            ?? throw new NotFoundException("Microsoft 365 is not set up here. An administrator sets M365_TENANT_ID and installs again.");
        try
        {
            var answer = await functions.Value.InvokeAsync(http, function, """{"now":true}"""u8.ToArray(), cancellationToken);
            return new((int?)answer["refreshed"] ?? 0, [.. answer["problems"]?.AsArray().Select(problem => (string?)problem ?? "") ?? []]);
        }
        catch (Exception e) when ((AwsClients.IsFault(e) || e is JsonException) && !cancellationToken.IsCancellationRequested)
        {
            DidNotAnswer(e);
            throw new RefreshUnavailableException();
        }
    }

    [LoggerMessage(9, LogLevel.Warning, "refreshCalendar did not answer")]
    private partial void DidNotAnswer(Exception exception);
}

/// <summary>The name of refreshCalendar. Read from the environment and checked when the program starts.</summary>
internal sealed class RefreshOptions
{
    public const string Variable = "FLOWCONFIGS_REFRESH_CALENDAR_FUNCTION";

    /// <summary>Null where Microsoft 365 is not set up.</summary>
    [RegularExpression(FunctionOptions.Name, ErrorMessage = $"{Variable} must be the function's name, without ARN or alias.")]
    public string? Function { get; set; }
}

[OptionsValidator]
internal sealed partial class RefreshOptionsValidator : IValidateOptions<RefreshOptions>;

/// <summary>Thrown when refreshCalendar does not answer; what was read before stays.</summary>
internal sealed class RefreshUnavailableException()
    : UnavailableException("The calendars were not refreshed, because the function did not answer in time. Try again.");
