using System.Globalization;
using System.Text;
using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>
/// A key of a list's entry as one segment of a URL. A key may be any text, so what is not a letter from A to Z, a digit, or one of
/// + - _ is written ~ and two digits for each byte of its UTF-8: <c>ada~40example~2Ecom</c>, <c>+15551230000</c>. It is what
/// percent-encoding does, with another sign: proxies decode %2F and drop dots, each in its own way, and leave ~ alone.
/// </summary>
internal static class PathKey
{
    public static string Format(string key) =>
        string.Concat(Encoding.UTF8.GetBytes(key).Select(b => StandsForItself((char)b) ? $"{(char)b}" : $"~{b:X2}"));

    /// <exception cref="InvalidConfigException">It is no key in this form; answered with 400.</exception>
    public static string Parse(string token)
    {
        var parts = token.Split('~');
        // What follows each ~ begins with two digits. One key has one address: ~41 for A would be another.
        var key = parts.Skip(1).All(part => part.Length >= 2 && part[..2].All(char.IsAsciiHexDigit))
            ? Encoding.UTF8.GetString([.. Encoding.UTF8.GetBytes(parts[0]), .. parts.Skip(1).SelectMany(Decode)])
            : null;
        return key is not null && Format(key) == token ? key : throw NotEncoded(key ?? token);
    }

    private static IEnumerable<byte> Decode(string part) =>
        [byte.Parse(part.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), .. Encoding.UTF8.GetBytes(part[2..])];

    private static bool StandsForItself(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '_';

    private static InvalidConfigException NotEncoded(string key) => new(
        [new("key", $"In a URL, write every character except letters A–Z, digits, + - and _ as ~ and two hexadecimal digits for each UTF-8 byte: {Format(key)}.")]);
}
