using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>Installs a folder's npm packages, and remembers from which package-lock.json, so that the next start needs no npm.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="workingDirectory">The folder with package.json.</param>
public class JavaScriptInstallerResource(string name, string workingDirectory) : ExecutableResource(name, "npm", workingDirectory)
{
    private string LockFile => Path.Combine(WorkingDirectory, "package-lock.json");

    private string Remembered => Path.Combine(WorkingDirectory, "node_modules", ".installed-from");

    /// <summary>Whether the packages of this very package-lock.json are installed.</summary>
    internal bool IsCurrent => File.Exists(Remembered) && File.Exists(LockFile) && File.ReadAllText(Remembered) == Hash();

    /// <summary>Call after an install that succeeded.</summary>
    internal void Remember()
    {
        if (File.Exists(LockFile) && Directory.Exists(Path.GetDirectoryName(Remembered)))
            File.WriteAllText(Remembered, Hash());
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(LockFile)));
}
