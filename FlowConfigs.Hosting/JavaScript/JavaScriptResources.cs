using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>A program that runs on Node.js in a folder with a package.json.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="command">The command that starts the program.</param>
/// <param name="workingDirectory">The folder with package.json.</param>
public class JavaScriptAppResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IResourceWithServiceDiscovery;

/// <inheritdoc/>
public class NodeAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory);

/// <summary>A web app that Vite serves.</summary>
/// <inheritdoc/>
public class ViteAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory);
