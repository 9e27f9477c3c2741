using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// The Runtime API for each function, under /function-name. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
internal static class RuntimeApi
{
    private const string Prefix = "/{function}/2018-06-01/runtime";

    public static void MapRuntimeApi(this IEndpointRouteBuilder endpoints, Emulator emulator)
    {
        endpoints.MapGet(Prefix + "/invocation/next", Of(emulator, NextAsync));
        endpoints.MapPost(Prefix + "/invocation/{id}/response", Of(emulator, (http, function) => EndAsync(http, function, isError: false)));
        endpoints.MapPost(Prefix + "/invocation/{id}/error", Of(emulator, (http, function) => EndAsync(http, function, isError: true)));
        endpoints.MapPost(Prefix + "/init/error", Of(emulator, FailInitAsync));
    }

    private static RequestDelegate Of(Emulator emulator, Func<HttpContext, LambdaFunction, Task> answer) => context =>
    {
        var name = (string)context.GetRouteValue("function")!;
        return emulator.Find(name) is { } function
            ? answer(context, function)
            : RefuseAsync(context, StatusCodes.Status404NotFound, "UnknownFunction", $"The emulator knows no function {name}.");
    };

    private static async Task NextAsync(HttpContext context, LambdaFunction function)
    {
        Invocation invocation;
        try
        {
            invocation = await function.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // the process has gone, or the emulator stops
            context.Abort();
            return;
        }

        try
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            await WriteAsync(context, invocation);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            function.GiveBack(invocation);
        }
    }

    private static async Task WriteAsync(HttpContext context, Invocation invocation)
    {
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.Id;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.Arn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceHeader;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private static async Task EndAsync(HttpContext context, LambdaFunction function, bool isError)
    {
        var id = (string)context.GetRouteValue("id")!;
        var body = await ReadAsync(context);
        if (body.Length > InvokeApi.PayloadLimit)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge",
                $"Exceeded maximum allowed payload size ({InvokeApi.PayloadLimit} bytes).");
            return;
        }

        if (function.Complete(id, new InvocationResult(body, isError)))
            await AcceptAsync(context);
        else
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
    }

    private static async Task FailInitAsync(HttpContext context, LambdaFunction function)
    {
        function.FailInit(new InvocationResult(await ReadAsync(context), IsError: true));
        await AcceptAsync(context);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.ToArray();
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return context.Response.WriteAsJsonAsync(new RuntimeStatus("OK"), EmulatorJson.Default.RuntimeStatus);
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new FunctionError(type, message), EmulatorJson.Default.FunctionError);
    }
}
