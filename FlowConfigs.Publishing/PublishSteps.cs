namespace FlowConfigs.Publishing;

/// <summary>The steps of publishing, which replace Aspire's own ways to deploy.</summary>
public static class PublishSteps
{
    /// <summary>Adds the steps cloudformation, templates and connect to <c>aspire publish</c> and <c>--operation publish</c>.</summary>
    /// <param name="builder">The AppHost's.</param>
    /// <param name="contactCenter">The file of a Connect instance's model; null for the examples in the AppHost's folder.</param>
    public static void AddPublishSteps(this IDistributedApplicationBuilder builder, string? contactCenter)
    {
        var publisher = new Publisher(builder.AppHostDirectory, contactCenter);
        builder.AddPlainStep(
            "cloudformation", publisher.PublishAsync, WellKnownPipelineSteps.PublishPrereq, WellKnownPipelineSteps.Publish);
        builder.AddPlainStep("templates", publisher.WriteTemplatesAsync);
        builder.AddPlainStep("connect", publisher.WriteConnectAsync);
    }
}
