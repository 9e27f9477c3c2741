using System.Xml.Linq;
using PhoneNumbers;

namespace FlowConfigs.Tests.Api.Phones;

/// <summary>
/// Phones/unused-phone-data.xml names what a native build of the API leaves out of the phone library;
/// FLOWCONFIGS_UPDATE=on brings the list up to date with the package.
/// </summary>
public sealed class UnusedPhoneDataTests
{
    private static readonly string[] Unused = ["PhoneNumbers.geocoding.", "PhoneNumbers.carrier.", "PhoneNumbers.locale."];
    private static readonly string File = Repository.Path("FlowConfigs.Api/Phones/unused-phone-data.xml");

    [Fact]
    public void The_list_names_every_place_and_carrier_of_the_package_and_no_number_format()
    {
        var ofPackage = typeof(PhoneNumberUtil).Assembly.GetManifestResourceNames()
            .Where(name => Unused.Any(name.StartsWith)).Order(StringComparer.Ordinal).ToList();
        var list = XDocument.Load(File);
        var assembly = list.Root!.Element("assembly")!;
        if (Environment.GetEnvironmentVariable("FLOWCONFIGS_UPDATE") == "on")
        {
            assembly.ReplaceNodes(ofPackage.Select(name => new XElement("resource", new XAttribute("name", name), new XAttribute("action", "remove"))));
            list.Save(File);
        }

        Assert.NotEmpty(ofPackage);
        Assert.Equal(ofPackage, assembly.Elements("resource").Select(resource => (string)resource.Attribute("name")!));
    }
}
