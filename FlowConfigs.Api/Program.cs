using FlowConfigs.Api;
using FlowConfigs.Api.Auth;
using FlowConfigs.Api.Endpoints;
using FlowConfigs.Api.Hardening;
using FlowConfigs.ServiceDefaults;
using FlowConfigs.ServiceDefaults.Lambda;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddLambdaHosting();
builder.AddFlowConfigsStore();
builder.AddApiJson();
builder.AddApiProblems();
builder.AddApiDescription();
builder.AddSignIn();
builder.AddLiveCheck();
builder.AddSpeech();
builder.AddBrowserRules();
builder.AddRateLimit();

var app = builder.Build();
app.UseBrowserRules();
app.UseApiProblems();
app.UseSignIn();
app.UseRateLimiter();
app.UseNeeds();
app.UseBodyLimit();
app.MapGroup("").Open().MapDefaultEndpoints();
app.MapOpenApi("/api/openapi/{documentName}.json").NeedsSignIn();

var api = app.MapGroup("/api");
api.MapMe();
api.MapConfigs();
api.MapChanges();
api.MapVersions();
api.MapPreview();
api.MapLiveCheck();
api.MapSpeech();
api.MapAudit();
api.MapConfigMoves();
api.MapScenarios();
api.MapAliases();
api.MapSettings();
api.MapCompleteness();
api.MapLists();
api.MapCalls();
api.MapExchange();

app.Run();
