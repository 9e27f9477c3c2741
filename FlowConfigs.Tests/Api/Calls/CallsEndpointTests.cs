using FlowConfigs.Api.Calls;
using FlowConfigs.Core.Calls;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Calls;

/// <summary>/api/calls.</summary>
public sealed class CallsEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    [Fact]
    public async Task A_viewer_gets_the_number_masked_and_nothing_that_dials_it()
    {
        var contact = await CallAsync();
        using var answer = await Client(await the.Running.SignIn.AccessTokenAsync("viewer")).Send(HttpMethod.Get, "/api/calls?limit=100");
        var calls = await answer.Json();
        Assert.True((bool)calls["numbersMasked"]!);
        var call = Assert.Single(calls["items"]!.AsArray(), call => (string)call!["contactId"]! == contact)!;
        Assert.Equal("+1••••••••77", (string)call["number"]!);
        Assert.Empty(call["vanity"]!.AsArray());
        Assert.DoesNotContain("FLOWERS", calls.ToJsonString());
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("admin")]
    public async Task Managers_and_admins_see_whom_to_call_back(string account)
    {
        var contact = await CallAsync();
        using var answer = await Client(await the.Running.SignIn.AccessTokenAsync(account)).Send(HttpMethod.Get, "/api/calls?limit=100");
        var calls = await answer.Json();
        Assert.False((bool)calls["numbersMasked"]!);
        var call = Assert.Single(calls["items"]!.AsArray(), call => (string)call!["contactId"]! == contact)!;
        Assert.Equal(("+18003569377", "1-800-FLOWERS"), ((string)call["number"]!, (string)call["vanity"]![0]!));
    }

    [Trait("Rule", "R24")]
    [Fact]
    public void A_call_that_was_kept_under_a_withheld_callers_digits_has_no_number()
    {
        var call = new Call { ContactId = "c", At = A.Now, Expires = A.Now, Number = "+266696687", Vanity = ["+2666-WOOL-87"] };
        Assert.Equal((null, 0), (CallResponse.Of(call).Number, CallResponse.Of(call).Vanity.Count));
        Assert.Equal((null, 0), (CallResponse.Masked(call).Number, CallResponse.Masked(call).Vanity.Count));
    }

    [Fact]
    public async Task Who_is_narrowed_to_a_path_sees_no_calls_because_they_belong_to_none() => await Client(
        await the.Running.SignIn.AccessTokenAsync("manager-austin")).Send(HttpMethod.Get, "/api/calls").Refused(403, "view calls");

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=five", "limit")]
    [InlineData("before=", "before")]
    [InlineData("before=garbage", "before")]
    [InlineData("before=9999", "before")]
    public async Task An_invalid_page_parameter_returns_400(string query, string field) =>
        await Client(await the.Running.SignIn.AccessTokenAsync("admin")).Send(HttpMethod.Get, $"/api/calls?{query}").Refused(400, field);

    private ConfigsClient Client(string? token) => new(the.Running.ApiUnsigned, token);

    private async Task<string> CallAsync()
    {
        var contact = Guid.NewGuid().ToString();
        var caller = """{ "Address": "+18003569377" }""";
        await the.Running.InvokeAsync(
            "vanity-numbers", $$"""{ "Details": { "ContactData": { "ContactId": "{{contact}}", "CustomerEndpoint": {{caller}} } } }""");
        return contact;
    }
}
