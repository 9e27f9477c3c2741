using System.Globalization;
using System.Text.Json;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// A resolution as a contact flow reads it: one flat map of strings, as Connect's STRING_MAP response validation demands
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html#verify-function). Keys that begin
/// with _ are the product's own.
/// </summary>
public static class FlowAnswer
{
    /// <summary>Most bytes of UTF-8 that Connect takes; one byte more sends the contact to the Error branch.</summary>
    public const int MaxBytes = 32 * 1024;

    /// <summary>Whether the id exists: "true" or "false".</summary>
    public const string Found = "_found";

    /// <summary>The config's version.</summary>
    public const string Version = "_version";

    /// <summary>The language that the config answers in.</summary>
    public const string Language = "_language";

    /// <summary>"true" where the config is remembered, because the store did not answer; otherwise absent.</summary>
    public const string Stale = "_stale";

    /// <summary>The answer for an id that does not exist: an answer, not an error.</summary>
    public static IReadOnlyDictionary<string, string> Unknown { get; } = new Dictionary<string, string> { [Found] = "false" };

    /// <summary>The answer for a config.</summary>
    /// <param name="resolution">What the flow gets.</param>
    /// <param name="isStale">Whether the config is remembered, because the store did not answer.</param>
    public static IReadOnlyDictionary<string, string> Of(Resolution resolution, bool isStale = false)
    {
        var map = new Dictionary<string, string>(resolution.Values.Count + 4)
        {
            [Found] = "true",
            [Version] = resolution.Version.ToString(CultureInfo.InvariantCulture),
            [Language] = resolution.Language,
        };
        if (isStale)
            map[Stale] = "true";
        foreach (var value in resolution.Values)
            map[value.Key] = value.Value;
        return map;
    }

    /// <summary>The answer as the bytes that are sent. Letters such as á stay themselves: escaped they would take three times the room.</summary>
    public static byte[] ToJson(IReadOnlyDictionary<string, string> answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Relaxed.IReadOnlyDictionaryStringString);
}
