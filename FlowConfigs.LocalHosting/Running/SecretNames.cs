namespace FlowConfigs.LocalHosting.Running;

/// <summary>Tells by its name that a variable's value must be masked.</summary>
internal static class SecretNames
{
    private static readonly string[] Parts = ["SECRET", "TOKEN", "PASSWORD", "PASSWD", "KEY", "CREDENTIAL", "OTLP_HEADERS"];

    public static bool Matches(string name) => Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
