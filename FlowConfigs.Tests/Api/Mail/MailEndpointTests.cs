using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Mail;

/// <summary>/api/mails and /api/office-calendars, with mail that went through the function, the outbox, the sender and the emulator.</summary>
public sealed class MailEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_of_a_flow_is_sent_and_viewers_see_it_without_addresses()
    {
        var contact = Guid.NewGuid().ToString();
        var answer = await the.Running.InvokeAsync("send-mail", new JsonObject
        {
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["ContactId"] = contact,
                    ["Channel"] = "VOICE",
                    ["CustomerEndpoint"] = new JsonObject { ["Address"] = "+15125550177" },
                },
                ["Parameters"] = new JsonObject { ["template"] = "mail/missed-call", ["Queue"] = "Sales" },
            },
        }.ToJsonString());
        Assert.Equal("queued", (string)answer["Reason"]!);
        var manager = await UntilSentAsync("manager", contact);
        Assert.Equal(("Missed call from +15125550177", "team@example.com"), ((string)manager["subject"]!, (string)manager["to"]![0]!));
        var viewer = await UntilSentAsync("viewer", contact);
        Assert.Equal(("", 0), ((string)viewer["subject"]!, viewer["to"]!.AsArray().Count));
        Assert.DoesNotContain("@", viewer.ToJsonString());
        Assert.DoesNotContain("0177", viewer.ToJsonString());

        var client = await ClientAsync("manager");
        await client.Send(HttpMethod.Post, "/api/mails/resend", $$"""{"contactId":"{{contact}}","template":"mail/missed-call"}""")
            .Refused(409, "Only a mail that has failed or is uncertain can be sent again.");
        await client.Send(HttpMethod.Post, "/api/mails/resend", """{"contactId":"nobody","template":"mail/missed-call"}""")
            .Refused(404, "The outbox has no mail");
    }

    [Fact]
    public async Task Test_mail_goes_to_oneself()
    {
        var client = await ClientAsync("manager");
        using var sent = await client.Send(HttpMethod.Post, "/api/mails/test", """{"template":"mail/missed-call"}""");
        var mail = await sent.Json();
        Assert.Equal(("manager@example.com", "[Test] Missed call from +15551230000"), ((string)mail["to"]![0]!, (string)mail["subject"]!));
        await UntilSentAsync("manager", (string)mail["contactId"]!);
        await client.Send(HttpMethod.Post, "/api/mails/test", """{"template":"BasicQueue"}""").Refused(404, "Templates are configs below mail/");
    }

    [Fact]
    public async Task Office_calendar_tells_what_flows_get_now()
    {
        using var answer = await (await ClientAsync("viewer")).Send(HttpMethod.Get, "/api/office-calendars");
        var calendar = Assert.Single((await answer.Json())["items"]!.AsArray(), calendar => (string)calendar!["id"]! == "office-calendar")!;
        Assert.Equal(("openHours", "America/Chicago", false), ((string)calendar["rule"]!, (string)calendar["zone"]!, (bool)calendar["isTooOld"]!));
        Assert.NotNull(calendar["now"]);
        Assert.NotEmpty(calendar["open"]!.AsArray());
        Assert.DoesNotContain("Board meeting", calendar.ToJsonString());
    }

    private async Task<ConfigsClient> ClientAsync(string account) =>
        new(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync(account));

    private async Task<JsonNode> UntilSentAsync(string account, string contact)
    {
        var client = await ClientAsync(account);
        while (true)
        {
            using var answer = await client.Send(HttpMethod.Get, "/api/mails?limit=100");
            var mail = (await answer.Json())["items"]!.AsArray().FirstOrDefault(mail => (string)mail!["contactId"]! == contact);
            if ((string?)mail?["state"] == "sent")
                return mail!;
            await Task.Delay(200, Cancelled);
        }
    }
}
