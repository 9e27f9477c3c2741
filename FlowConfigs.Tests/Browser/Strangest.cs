using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Browser;

/// <summary>The strangest values that the API accepts: what no person would type on purpose, and a spreadsheet or a script sends.</summary>
internal static class Strangest
{
    // Written from right to left, in markup, without a blank, of characters that are several, and named as what every object has.
    private const string Line = "\u202Egnirts \u2066<img src=x onerror=alert(1)>&amp;{{constructor}} 👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 \uFDFA\u200B\uFEFFZ͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢";

    private static readonly string[] Names = ["constructor", "valueOf", "toString", "hasOwnProperty", "0", "-1", "1e9"];

    // Tags that RFC 5646 has no meaning for, and of which Intl refuses some.
    private static readonly string[] Languages = ["qaa", "zz-Zzzz-ZZ", "en-a", "en-x-klingon", "aaaaaaaa-1-2-3-4-5-6-7-8-9"];

    /// <summary>Lays them into a copy of BasicQueue.</summary>
    public static void Fill(JsonNode config)
    {
        config["description"] = Line + new string('W', 1500);
        var variables = config["variables"]!.AsArray();
        foreach (var name in Names)
            variables.Add(Variable(name, "text", "2026-99-99T00:00:00Z"));
        variables.Add(Variable("Line", "text", Line + "\n\n\t" + new string('m', 2000)));
        variables.Add(Variable("Empty", "text", ""));
        variables.Add(Variable("Largest", "number", "79228162514264337593543950335", null));
        variables.Add(Variable("Smallest", "number", "-0.0000000000000000000000000001", new { min = -999999999999999m, max = 0.000000000000001m }));
        variables.Add(Variable("Pattern", "text", "Ω", new { pattern = @"(?i)(?<year>[\p{IsGreek}-[\u0370]])*\z" }));
        variables.Add(Variable("Pick", "select", Line, new { options = new[] { Line, "__proto__", "<b>", "toString" } }));
        var texts = Languages.ToDictionary(tag => tag, tag => new { voice = $"<speak>{{{{Pick}}}}<break time=\"1s\"/>{tag}</speak>", chat = Line });
        config["prompts"]!.AsArray().Add(JsonSerializer.SerializeToNode(new { name = "-__proto__", description = Line, texts }));
        config["changes"] = new JsonArray(Change());
    }

    /// <summary>A comment as strange.</summary>
    public static string Comment => Line;

    /// <summary>A CSV of a list of texts.</summary>
    public static string Entries => $"""
        key,note,owner
        constructor,"=HYPERLINK(""http://example.com"")",toString
        "{Line}",{Line[..40]},__proto__
        0,,
        """;

    private static JsonNode Variable(string name, string kind, string value, object? constraints = null) =>
        JsonSerializer.SerializeToNode(
            new { name, kind, value, description = Line, section = name.Length % 2 == 0 ? "constructor" : Line[..40], constraints })!;

    private static JsonNode Change() => JsonSerializer.SerializeToNode(new
    {
        id = "toString",
        from = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
        until = TimeProvider.System.GetUtcNow().AddDays(300).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
        timeZone = "Etc/GMT+12",
        note = Line[..100],
        values = new { constructor = new { value = Line } },
    })!;
}
