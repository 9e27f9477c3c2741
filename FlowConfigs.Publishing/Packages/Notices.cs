using System.Text;

namespace FlowConfigs.Publishing.Packages;

/// <summary>The licences of what others have written, as they ask to be handed on: in each zip, and beside the web app.</summary>
internal static class Notices
{
    public const string File = "THIRD-PARTY-NOTICES.txt";

    private static readonly string[] Beginnings = ["LICENSE", "LICENCE", "NOTICE", "COPYING", "THIRD-PARTY", "THIRDPARTY"];

    /// <summary>Writes them into a folder, and returns the file.</summary>
    public static string Write(string folder, IReadOnlyList<ShippedPackage> packages)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, File);
        System.IO.File.WriteAllText(file, Text(packages));
        return file;
    }

    /// <summary>A list of the packages, and each text once with the packages that it is of.</summary>
    public static string Text(IReadOnlyList<ShippedPackage> packages)
    {
        var text = new StringBuilder("Flow Configs contains these packages of others, under their own licences.\n\n");
        foreach (var package in packages)
            text.Append($"{package.Name} {package.Version} ({package.Licence ?? "see its package"})\n");
        var texts = packages.SelectMany(package => TextsOf(package).Select(licence => (package.Name, licence)))
            .GroupBy(entry => entry.licence, entry => entry.Name);
        foreach (var licence in texts)
            text.Append($"\n{new string('-', 80)}\n{string.Join(", ", licence.Distinct())}\n\n{licence.Key}\n");
        return text.ToString();
    }

    private static IEnumerable<string> TextsOf(ShippedPackage package) => Directory.Exists(package.Folder)
        ? Directory.EnumerateFiles(package.Folder)
            .Where(file => Beginnings.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
            .Select(file => System.IO.File.ReadAllText(file).ReplaceLineEndings("\n").Trim())
        : [];
}
