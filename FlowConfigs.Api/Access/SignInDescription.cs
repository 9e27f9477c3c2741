using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowConfigs.Api.Access;

/// <summary>Says in the OpenAPI document which routes need a token, and how they refuse.</summary>
internal static class SignInDescription
{
    private const string Scheme = "bearer";

    private static readonly (string Status, string Description)[] Refusals =
        [("401", "Unauthorized"), ("403", "Forbidden"), ("429", "Too Many Requests"), ("503", "Service Unavailable")];

    public static void DescribeSignIn(this OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Scheme,
                BearerFormat = "JWT",
                Description = "An access token of the user pool.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Need>().LastOrDefault() is not { IsOpen: true })
                Require(operation, context.Document!);
            return Task.CompletedTask;
        });
    }

    private static void Require(OpenApiOperation operation, OpenApiDocument document)
    {
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        operation.Responses ??= [];
        foreach (var (status, description) in Refusals)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) },
                },
            });
        }
    }
}
