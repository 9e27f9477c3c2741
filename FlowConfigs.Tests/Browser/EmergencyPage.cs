using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The scenarios, and one of them: a second look, the switch, and what getConfig answers.</summary>
internal sealed class EmergencyPage(IPage page) : AppPage(page.MainFrame)
{
    public ILocator Banner => Frame.GetByRole(AriaRole.Region, new() { Name = "Scenarios that are on" });

    public ILocator Switch => Frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Switch on until") });

    public ILocator Outcome => Frame.GetByRole(AriaRole.Status);

    public ILocator Scenario(string id) => Frame.GetByRole(AriaRole.Listitem).Filter(new() { Has = Link(Name(id)) });

    /// <summary>A tile of the ends to choose from.</summary>
    public ILocator End(string name) => Frame.GetByRole(AriaRole.Radio, new() { Name = name });

    /// <summary>What a config's key is now and would be.</summary>
    public ILocator Effect(string config) => Frame.GetByRole(AriaRole.Listitem).Filter(new() { Has = Heading(config) });

    /// <summary>As the screen writes a scenario's id.</summary>
    public static string Name(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
