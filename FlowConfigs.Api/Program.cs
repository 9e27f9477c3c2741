using FlowConfigs.Api;
using FlowConfigs.Api.Auth;
using FlowConfigs.Api.Endpoints;
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

var app = builder.Build();
app.UseApiProblems();
app.UseSignIn();
app.UseBodyLimit();
app.MapGroup("").Open().MapDefaultEndpoints();
app.MapOpenApi("/api/openapi/{documentName}.json").NeedsSignIn();

var api = app.MapGroup("/api");
api.MapMe();
api.MapConfigs();
api.MapChanges();
api.MapVersions();
api.MapPreview();
api.MapAudit();
api.MapConfigMoves();
api.MapScenarios();
api.MapAliases();
api.MapSettings();
api.MapCompleteness();
api.MapLists();
api.MapExchange();

app.Run();
