using FlowConfigs.ConnectHandler;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;

using var telemetry = LambdaTelemetry.Start("connect-handler");
return await LambdaRuntime.RunAsync(
    () => Handlers.PickAsync(Environment.GetEnvironmentVariable("_HANDLER"), telemetry),
    telemetry);
