using FlowConfigs.Api.Phones;
using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>
/// A config id as one segment of a URL: / is written ~, the rest stands for itself. Neither ~ nor any character of an id needs
/// escaping in a path (RFC 3986, 2.3 and 3.3), and no id contains ~, so the form survives every proxy and is unambiguous.
/// %2F would not be: API Gateway and ASP.NET Core treat it differently.
/// </summary>
internal static class PathId
{
    public static string Format(ConfigId id) => id.Value.Replace('/', '~');

    /// <exception cref="InvalidConfigException">It is no id; answered with 400.</exception>
    /// <exception cref="NumberWithoutPlusException">It is no id but a phone number, as people write one; answered with 400.</exception>
    public static ConfigId Parse(string token, string parameter = "id")
    {
        // A / here can only have come escaped; taking it would give one config two addresses.
        if (token.Contains('/') || token.Contains('%'))
            throw new InvalidConfigException([new(parameter, "In a URL the / of an id is written ~, as in field-office~austin.")]);
        if (ConfigId.TryParse(token.Replace('~', '/'), out var id, out var problem))
            return id;
        throw PhoneReader.OtherwiseWritten(token) is { } number
            ? NumberWithoutPlusException.OfNoId(token, number)
            : new InvalidConfigException([new(parameter, problem)]);
    }

    /// <summary>Reads an id that a body has, with its / as they are.</summary>
    /// <exception cref="InvalidConfigException">It is no id; answered with 400.</exception>
    public static ConfigId ParseText(string text, string path) =>
        ConfigId.TryParse(text, out var id, out var problem) ? id : throw new InvalidConfigException([new(path, problem)]);

    public static ConfigId? ParseOptional(string? token, string parameter) =>
        string.IsNullOrEmpty(token) ? null : Parse(token.Replace('/', '~'), parameter);
}
