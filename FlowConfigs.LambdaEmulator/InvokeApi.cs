using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// The invoke API, so that AWS's own clients work with an --endpoint-url. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </summary>
internal static class InvokeApi
{
    /// <summary>6 MB each way. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    public const int PayloadLimit = 6 * 1024 * 1024;

    public static void MapInvokeApi(this IEndpointRouteBuilder endpoints, Emulator emulator) =>
        endpoints.MapPost("/2015-03-31/functions/{name}/invocations", (RequestDelegate)(context => InvokeAsync(context, emulator)));

    private static async Task InvokeAsync(HttpContext context, Emulator emulator)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        var name = FunctionName.Parse((string)context.GetRouteValue("name")!, context.Request.Query["Qualifier"]);
        if (emulator.Find(name.Name) is not { } function)
        {
            var arn = $"arn:aws:lambda:{emulator.Region}:000000000000:function:{name.Name}";
            await RefuseAsync(context, StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {arn}");
            return;
        }

        if (await ReadAsync(context.Request.Body, context.RequestAborted) is not { } payload)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "RequestTooLargeException",
                $"Request must be smaller than {PayloadLimit} bytes for the InvokeFunction operation");
            return;
        }

        if (ProblemOf(payload) is { } problem)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestContentException",
                $"Could not parse request body into json: {problem}");
            return;
        }

        var invocation = new Invocation(payload, function.Arn + name.Suffix, TraceHeader.Of(context.Request.Headers, emulator.Time));
        await (context.Request.Headers["X-Amz-Invocation-Type"].ToString() switch
        {
            "" or "RequestResponse" => AnswerAsync(context, function, invocation),
            "Event" => AcceptAsync(context, function, invocation),
            "DryRun" => EndAsync(context, StatusCodes.Status204NoContent),
            var type => RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidParameterValueException",
                $"X-Amz-Invocation-Type is '{type}': use RequestResponse, Event or DryRun."),
        });
    }

    private static async Task AnswerAsync(HttpContext context, LambdaFunction function, Invocation invocation)
    {
        InvocationResult result;
        try
        {
            result = await function.InvokeAsync(invocation, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (result.IsError)
            context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = result.Body.Length;
        await context.Response.Body.WriteAsync(result.Body, context.RequestAborted);
    }

    // An event is handled once; AWS tries a failed one twice more, which would only hide a fault during development.
    private static async Task AcceptAsync(HttpContext context, LambdaFunction function, Invocation invocation)
    {
        _ = HandleLaterAsync(function, invocation);
        await EndAsync(context, StatusCodes.Status202Accepted);
    }

    private static async Task HandleLaterAsync(LambdaFunction function, Invocation invocation)
    {
        var result = await function.InvokeAsync(invocation, CancellationToken.None);
        if (result.IsError)
            function.Log($"RequestId: {invocation.Id} The event failed; it is not tried again here, AWS would try twice more.");
    }

    private static Task EndAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["X-Amzn-ErrorType"] = type;
        return context.Response.WriteAsJsonAsync(new InvokeError("User", message), EmulatorJson.Default.InvokeError);
    }

    /// <returns>Null when the payload is over the limit.</returns>
    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                // the rest is read as well, so that the caller gets to see the answer
                if (bytes.Length <= PayloadLimit)
                    bytes.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        // an invocation without a payload is one with an empty object
        return bytes.Length > PayloadLimit ? null : bytes.Length == 0 ? "{}"u8.ToArray() : bytes.ToArray();
    }

    private static string? ProblemOf(byte[] payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException error)
        {
            return error.Message;
        }
    }
}
