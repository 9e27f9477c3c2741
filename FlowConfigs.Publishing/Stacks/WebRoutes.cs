using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// Answers the app's own addresses, such as /configs/BasicQueue, with index.html. Error pages would do that too, but they would stand in
/// the way of the failover on 403.
/// </summary>
internal static class WebRoutes
{
    /// <summary>
    /// Files are where the build puts them; an id of a config may have a dot, so the last part of an address does not tell.
    /// </summary>
    public const string Code =
        """
        function handler(event) {
          var request = event.request;
          if (!/^\/(assets\/|auth\/|[^\/]+\.(json|svg|html|txt|ico)$)/.test(request.uri)) {
            request.uri = '/index.html';
          }
          return request;
        }
        """;

    public static CfnFunction In(Stack stack) => new(stack, "Routes", new CfnFunctionProps
    {
        Name = Fn.Sub("flow-configs-${Stage}-routes"),
        AutoPublish = true,
        FunctionCode = Code,
        FunctionConfig = new CfnFunction.FunctionConfigProperty
        {
            Comment = "The app's own addresses lead to index.html",
            Runtime = "cloudfront-js-2.0",
        },
    });
}
