using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>A number is of a country that Connect has, and begins as that country's numbers do.</summary>
internal static class NumberCheck
{
    public static IEnumerable<Fault> Faults(Number number, string path)
    {
        if (Countries.CodeOf(number.Country) is not { } code)
        {
            yield return new($"{path}.country", $"Amazon Connect has no country {number.Country}. " + (Countries.Meant(number.Country) is { } meant
                ? $"Write {meant}."
                : "Write its code by ISO 3166, such as GB."));
        }
        else if (number is { Prefix: { } prefix, Type: not NumberType.Uifn } && !Fits(prefix, $"+{code}"))
        {
            yield return new($"{path}.prefix", $"Numbers of {number.Country} begin with +{code}, and {prefix} does not. "
                + "Change the prefix or the country.");
        }
    }

    // A prefix may end within the code, and go on after it.
    private static bool Fits(string prefix, string code) =>
        prefix.StartsWith(code, StringComparison.Ordinal) || code.StartsWith(prefix, StringComparison.Ordinal);
}
