namespace FlowConfigs.LocalHosting;

/// <summary>A part of the system: a program, a function, a parameter.</summary>
public interface IResource
{
    /// <summary>The name that is unique in the AppHost.</summary>
    string Name { get; }

    /// <summary>What is known about the resource beyond its type.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>A resource that takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that takes command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens on ports.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can wait for another one.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource whose endpoints other resources find through their environment.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>Something known about a resource.</summary>
public interface IResourceAnnotation;

/// <summary>Where a project lies and what its build gives. The AppHost's build generates one class a project.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>The full path of the built program (.dll), which the AppHost starts without building again.</summary>
    string TargetPath { get; }
}

/// <summary>A value that is known when the system runs.</summary>
public interface IValueProvider
{
    /// <summary>Reads the value.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value that can be written as a placeholder when it is published.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The placeholder, such as <c>{stage.value}</c>.</summary>
    string ValueExpression { get; }
}
