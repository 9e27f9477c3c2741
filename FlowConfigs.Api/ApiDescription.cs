using System.Reflection;
using FlowConfigs.Api.Access;
using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowConfigs.Api;

/// <summary>The OpenAPI document, from which the web app's types are made.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
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
