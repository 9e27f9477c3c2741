using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Mail;

/// <summary>
/// A mail as a config has it: the variable MailTo, and the prompts Subject and Body. It is a config below <see cref="Root"/>, so it has
/// languages, history and a preview as any other.
/// </summary>
public sealed partial record MailTemplate
{
    /// <summary>Only configs below this one are templates: a flow can't make a mail of any config.</summary>
    public const string Root = "mail/";

    /// <summary>Most recipients.</summary>
    public const int MaxTo = 10;

    // Exchange cuts longer ones (https://learn.microsoft.com/graph/api/resources/message).
    private const int MaxSubject = 255;
    private const int MaxText = 30_000;

    // What a mail shows for a value that the flow did not pass.
    private const string NotGiven = "(not given)";

    /// <summary>The recipients' addresses.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The subject, with placeholders.</summary>
    public required string Subject { get; init; }

    /// <summary>The text, with placeholders.</summary>
    public required string Text { get; init; }

    /// <summary>What is missing for a mail, as a sentence; null where nothing is.</summary>
    public string? Problem => To.Count is 0 or > MaxTo ? $"MailTo must have 1 to {MaxTo} addresses."
        : To.FirstOrDefault(address => !MailAddress.Is(address)) is not null ? "MailTo must have e-mail addresses."
        : Subject == "" || Text == "" ? "The config must have the prompts Subject and Body."
        : null;

    /// <summary>Reads a template from its config and the parents of that, nearest first.</summary>
    public static MailTemplate Of(IReadOnlyList<Config> chain, string? language, DateTimeOffset now)
    {
        var values = Resolver.Resolve(Chain.Of(chain, now), language, Channel.Chat).Values.ToDictionary(value => value.Key, value => value.Value);
        return new()
        {
            To = MailAddress.Split(values.GetValueOrDefault("MailTo", "")),
            Subject = values.GetValueOrDefault("Subject", "").Trim(),
            Text = values.GetValueOrDefault("Body", "").Trim(),
        };
    }

    /// <summary>The subject in one line, with values in place of <c>{name}</c> and <c>{{name}}</c>.</summary>
    public string SubjectWith(IReadOnlyDictionary<string, string> values) => Cut(Breaks().Replace(Filled(Subject, values), " "), MaxSubject);

    /// <summary>The text with values in place of <c>{name}</c> and <c>{{name}}</c>.</summary>
    public string TextWith(IReadOnlyDictionary<string, string> values) => Cut(Filled(Text, values), MaxText);

    private static string Filled(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, NotGiven));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    [GeneratedRegex(@"\{{1,2}\s*([\w.-]{1,100})\s*\}{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Breaks();
}
