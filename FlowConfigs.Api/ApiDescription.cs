using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FlowConfigs.Api.Access;
using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowConfigs.Api;

/// <summary>The OpenAPI document, from which the web app's types are made.</summary>
internal static class ApiDescription
{
    /// <summary>Whether this build writes the document from its routes. A function serves the committed one.</summary>
    [FeatureSwitchDefinition("FlowConfigs.DescribesRoutes")]
    private static bool DescribesRoutes => !AppContext.TryGetSwitch("FlowConfigs.DescribesRoutes", out var describes) || describes;

    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        if (!DescribesRoutes)
            return;
        // The build starts the program only to read its routes, without the environment that it runs in.
        // https://learn.microsoft.com/aspnet/core/fundamentals/openapi/aspnetcore-openapi#customize-run-time-behavior-during-build-time-document-generation
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider")
        {
            builder.Configuration["AWS_REGION"] ??= "us-east-1";
            builder.Configuration["FLOWCONFIGS_USER_POOL"] ??= "https://example.com/none";
            builder.Configuration["FLOWCONFIGS_USER_POOL_CLIENT"] ??= "none";
            builder.Configuration["FLOWCONFIGS_POLICY_STORE"] ??= "none";
        }

        builder.Services.AddOpenApi(Describe);
    }

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        if (DescribesRoutes)
            app.MapOpenApi("/api/openapi/{documentName}.json").NeedsSignIn();
        else
            app.MapGet("/api/openapi/v1.json", Committed).ExcludeFromDescription().NeedsSignIn();
    }

    private static FileStreamHttpResult Committed() => TypedResults.Stream(
        typeof(ApiDescription).Assembly.GetManifestResourceStream("openapi.json")!, "application/json");

    private static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Flow Configs", Version = "1" };
            // Where the document was asked for says nothing about where the API is.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.DescribeSignIn();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ConfigId) || context.JsonTypeInfo.Type == typeof(ExportCursor))
                schema.Type = JsonSchemaType.String;
            // Of a list's items it knows only what their converter says, which is nothing.
            if (context.JsonTypeInfo.ElementType == typeof(ConfigId) && schema.Type == JsonSchemaType.Array)
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
            // A problem carries members of its own, such as errors and currentVersion.
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
                schema.AdditionalPropertiesAllowed = true;
            return Task.CompletedTask;
        });
    }
}
