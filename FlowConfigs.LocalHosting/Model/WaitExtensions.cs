namespace FlowConfigs.LocalHosting;

/// <summary>Orders the starts of resources.</summary>
public static class WaitExtensions
{
    /// <summary>Starts the resource only when <paramref name="dependency"/> is healthy and its ready callbacks are done.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.Annotated(new WaitAnnotation(dependency.Resource, null));

    /// <summary>Starts the resource only when <paramref name="dependency"/> has ended with <paramref name="exitCode"/>.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.Annotated(new WaitAnnotation(dependency.Resource, exitCode));

    /// <summary>Calls <paramref name="callback"/> each time the resource has become healthy after a start; others wait for it.</summary>
    public static IResourceBuilder<T> OnResourceReady<T>(
        this IResourceBuilder<T> builder, Func<T, ResourceReadyEvent, CancellationToken, Task> callback)
        where T : IResource =>
        builder.Annotated(new ReadyAnnotation((ready, cancellationToken) => callback(builder.Resource, ready, cancellationToken)));
}
