using System.Text.RegularExpressions;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Http;

/// <summary>What the programs write to their logs while they are used, well and badly.</summary>
public sealed partial class LogTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const string CustomerNumber = "+15125550199";
    private static readonly string[] Programs =
        ["api", "api-on-lambda", "api-without-engine", "get-config", "vanity-numbers", "verified-permissions", "cognito"];

    [Fact]
    public async Task No_log_holds_a_token_or_a_customers_number()
    {
        await the.Running.StopEngineAsync();
        var refused = new ForgedTokens(the.Running.SignIn).Signed(claims => claims["client_id"] = CustomerNumber);
        var token = await the.Running.SignIn.AccessTokenAsync("admin");
        foreach (var http in new[] { the.Running.ApiUnsigned, the.Running.ApiOnLambdaUnsigned, the.Running.ApiWithStoppedEngine })
        {
            foreach (var sent in new[] { token, refused, token[..^9] })
            {
                var client = new ConfigsClient(http, sent);
                using var list = await client.Send(HttpMethod.Get, $"/api/configs?text={CustomerNumber}");
                using var read = await client.Get(CustomerNumber);
                using var wrong = await client.Post("log-test", $$"""{ "{{CustomerNumber}}": 1 }""");
            }
        }

        foreach (var id in new[] { "null", "1", "\"no-such-config\"", "{" })
            (await InvokeAsync("get-config", Call(id))).Dispose();
        (await InvokeAsync("vanity-numbers", Call("1"))).Dispose();

        List<string> logs = [];
        foreach (var program in Programs)
            logs.AddRange((await the.Running.ConsoleAsync(program)).Select(line => $"{program}: {line}"));
        Assert.Contains(logs, line => line.Contains("A token was refused: client", StringComparison.Ordinal));
        Assert.Contains(logs, line => line.Contains("Verified Permissions is asked again", StringComparison.Ordinal));
        Assert.Contains(logs, line => line.StartsWith("get-config: ", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, line => Token().IsMatch(line));
        Assert.DoesNotContain(logs, line => line.Contains(CustomerNumber[1..], StringComparison.Ordinal));
    }

    /// <summary>An event of Connect's with a customer who calls.</summary>
    private static string Call(string id) => $$$"""
        {"Details":{"ContactData":{"CustomerEndpoint":{"Address":"{{{CustomerNumber}}}","Type":"TELEPHONE_NUMBER"},"Channel":"VOICE"},
        "Parameters":{"id":{{{id}}},"note":"{{{CustomerNumber}}}"} } }
        """;

    private async Task<HttpResponseMessage> InvokeAsync(string function, string call)
    {
        using var body = new StringContent(call);
        return await the.Running.Lambda.PostAsync(
            $"/2015-03-31/functions/{function}/invocations", body, TestContext.Current.CancellationToken);
    }

    // A JWT begins with {" in base64.
    [GeneratedRegex(@"eyJ[\w-]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
