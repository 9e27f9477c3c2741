using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The two sizes at which every story is told: at a desk, and with a phone in hand.</summary>
public enum Screen
{
    Desktop,
    Phone,
}

internal static class Screens
{
    public static BrowserNewContextOptions Options(this Screen screen) => screen switch
    {
        Screen.Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true },
        _ => new() { ViewportSize = new() { Width = 1440, Height = 900 } },
    };
}
