using FlowConfigs.ConnectHandler;
using FlowConfigs.ServiceDefaults.Lambda;
using FlowConfigs.ServiceDefaults.Telemetry;

using var telemetry = LambdaTelemetry.Start("connect-handler");
return await LambdaRuntime.RunAsync(
    () => Task.FromResult(Handlers.Pick(Environment.GetEnvironmentVariable("_HANDLER"), telemetry)),
    telemetry);
