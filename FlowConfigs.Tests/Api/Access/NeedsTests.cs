using System.Net;
using FlowConfigs.Api;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.Tests.Api.Access;

public sealed class NeedsTests
{
    [Theory]
    [InlineData("/forgotten", HttpStatusCode.Forbidden)]
    [InlineData("/open", HttpStatusCode.OK)]
    [InlineData("/signed-in", HttpStatusCode.OK)]
    [InlineData("/of/a~b", HttpStatusCode.OK)]
    [InlineData("/of/a%20b", HttpStatusCode.BadRequest)]
    public async Task A_route_that_does_not_say_what_it_needs_is_refused_to_everybody(string path, HttpStatusCode status)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddApiJson();
        builder.AddApiProblems();
        builder.AddSignIn();
        builder.Services.AddSingleton(TimeProvider.System);
        await using var app = builder.Build();
        app.UseApiProblems();
        app.UseSignIn();
        app.UseNeeds();
        app.MapGet("/forgotten", () => "secret");
        app.MapGet("/open", () => "known").Open();
        app.MapGet("/signed-in", () => "known").NeedsSignIn();
        app.MapGet("/of/{id}", (string id) => id).Needs(Right.View);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }
}
