using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using FlowConfigs.Microsoft365.Graph;
using FlowConfigs.Microsoft365.SignIn;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>The client against the emulator of Microsoft 365.</summary>
public sealed class GraphClientTests : IAsyncLifetime
{
    private static readonly DateTimeOffset From = Offices.Utc("2026-12-01T00:00");

    private EmulatedMicrosoft365 m365 = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => m365 = await EmulatedMicrosoft365.StartAsync(
        Enumerable.Range(1, 25).Select(day => EmulatedMicrosoft365.Event($"Day {day}", $"2026-12-{day:00}T09:00", $"2026-12-{day:00}T17:00")));

    public ValueTask DisposeAsync() => m365.DisposeAsync();

    [Fact]
    public async Task Events_of_all_pages_are_read()
    {
        var events = await m365.Graph(top: 10).EventsAsync(null, From, From.AddDays(30), Cancelled);
        Assert.Equal(Enumerable.Range(1, 25).Select(day => $"Day {day}"), events.Select(e => e.Subject));
        Assert.Equal(new DateTime(2026, 12, 1, 9, 0, 0), events[0].Start);
        Assert.Equal(3, (await m365.RequestsAsync()).Count(request => request.Contains("calendarView", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_token_is_enough_for_many_requests()
    {
        var graph = m365.Graph();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => graph.EventsAsync(null, From, From.AddDays(1), Cancelled)));
        Assert.Single(await m365.RequestsAsync(), request => request.Contains("/token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_that_Graph_throttles_is_sent_again_after_the_time_that_it_asks_for()
    {
        await m365.FaultAsync(new() { ["status"] = 429, ["code"] = "TooManyRequests", ["retryAfter"] = 1, ["path"] = "calendarView" });
        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(25, (await m365.Graph().EventsAsync(null, From, From.AddDays(30), Cancelled)).Count);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Expired_token_is_replaced_once()
    {
        var graph = m365.Graph();
        await graph.EventsAsync(null, From, From.AddDays(1), Cancelled);
        await m365.ExpireTokensAsync();
        Assert.Single(await graph.EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Equal(2, (await m365.RequestsAsync()).Count(request => request.Contains("/token", StringComparison.Ordinal)));
        await m365.FaultAsync(new() { ["status"] = 401, ["code"] = "InvalidAuthenticationToken", ["times"] = 2, ["path"] = "calendarView" });
        var refused = await Assert.ThrowsAsync<Microsoft365Exception>(() => graph.EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Equal(401, refused.Status);
    }

    [Fact]
    public async Task Secret_that_was_replaced_is_read_again_by_a_warm_function()
    {
        var stored = "Local-Secret-1";
        var cached = stored;
        var graph = m365.Graph(secret: (again, _) => Task.FromResult(new AppSecret { ClientSecret = cached = again ? stored : cached }));
        await graph.EventsAsync(null, From, From.AddDays(1), Cancelled);
        await m365.ChangeAppAsync(new() { ["secret"] = stored = "Local-Secret-2" });
        await m365.ExpireTokensAsync();
        Assert.Single(await graph.EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Equal("Local-Secret-2", cached);
    }

    [Theory]
    [InlineData("wrong", null, null, null, "Store the secret's value, not its id (step 5 of todo/5-microsoft-365.md)")]
    [InlineData("Local-Expired-Secret", null, null, null, "has expired. Create another one and store it (steps 2 and 5 of todo/5-microsoft-365.md)")]
    [InlineData("Local-Secret-1", "00000000-0000-0000-0000-000000000001", null, null, "Correct M365_TENANT_ID (step 1 of todo/5-microsoft-365.md)")]
    [InlineData("Local-Secret-1", null, "00000000-0000-0000-0000-000000000001", null, "Correct M365_CLIENT_ID (step 2 of todo/5-microsoft-365.md)")]
    [InlineData("Local-Secret-1", null, null, "manager@example.com", "Run steps 3 and 4 of todo/5-microsoft-365.md")]
    [InlineData("Local-Secret-1", null, null, "nobody@example.com", "Correct M365_MAILBOX (step 1 of todo/5-microsoft-365.md)")]
    public async Task Refusal_names_the_step_that_removes_its_cause(string secret, string? tenant, string? client, string? mailbox, string step)
    {
        var options = Microsoft365Options.Read(m365.Variables(
            tenant ?? EmulatedMicrosoft365.Tenant, client ?? EmulatedMicrosoft365.Client, mailbox ?? "office@example.com"));
        var graph = m365.Graph(options, (_, _) => Task.FromResult(new AppSecret { ClientSecret = secret }));
        var refused = await Assert.ThrowsAsync<Microsoft365Exception>(() => graph.EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Contains(step, refused.Message);
        Assert.True(refused.NeedsAdministrator);
        Assert.DoesNotContain(secret, refused.Message);
    }

    [Fact]
    public async Task Calendar_that_is_gone_names_the_value_to_correct()
    {
        var refused = await Assert.ThrowsAsync<Microsoft365Exception>(() => m365.Graph().EventsAsync("AAMkGone=", From, From.AddDays(1), Cancelled));
        Assert.Contains("Correct CalendarId in the config", refused.Message);
        Assert.Empty(await m365.Graph().EventsAsync("AAMkHolidays=", From, From.AddDays(1), Cancelled));
    }

    [Fact]
    public async Task Certificate_signs_in_without_a_secret()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=flow-configs", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(From, From.AddYears(1));
        await m365.ChangeAppAsync(new() { ["certificatePem"] = certificate.ExportCertificatePem() });
        var secret = new AppSecret { CertificatePem = certificate.ExportCertificatePem(), PrivateKeyPem = key.ExportPkcs8PrivateKeyPem() };
        Assert.Single(await m365.Graph(secret: (_, _) => Task.FromResult(secret)).EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Equal(From.AddYears(1), secret.EndsAt());
    }

    [Fact]
    public async Task Token_of_AWS_signs_in_without_any_secret()
    {
        await m365.ChangeAppAsync(new() { ["federated"] = new JsonObject { ["issuer"] = "https://aws.example", ["subject"] = "role" } });
        var secret = new AppSecret { FederatedToken = Jwt("""{"iss":"https://aws.example","sub":"role","aud":"api://AzureADTokenExchange"}""") };
        Assert.Single(await m365.Graph(secret: (_, _) => Task.FromResult(secret)).EventsAsync(null, From, From.AddDays(1), Cancelled));
        secret = new() { FederatedToken = Jwt("""{"iss":"https://aws.example","sub":"another","aud":"api://AzureADTokenExchange"}""") };
        var refused = await Assert.ThrowsAsync<Microsoft365Exception>(
            () => m365.Graph(secret: (_, _) => Task.FromResult(secret)).EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.Contains("Add the federated credential (step 2 of todo/5-microsoft-365.md)", refused.Message);
    }

    [Fact]
    public async Task Mail_is_accepted_with_the_contact_in_a_header()
    {
        await m365.Graph().SendAsync(new(["team@example.com"], "Missed call", "Please call back.", "contact-1"), Cancelled);
        var sent = Assert.Single(await m365.SentAsync())!;
        Assert.Equal("Missed call", (string?)sent["subject"]);
        Assert.Equal("contact-1", (string?)sent["internetMessageHeaders"]![0]!["value"]);
        await Assert.ThrowsAsync<Microsoft365Exception>(() => m365.Graph().SendAsync(new([], "", "", "contact-2"), Cancelled));
    }

    [Fact]
    public async Task Microsoft_that_does_not_answer_is_told_as_such()
    {
        await m365.StopAsync();
        var silent = await Assert.ThrowsAsync<Microsoft365Exception>(() => m365.Graph().EventsAsync(null, From, From.AddDays(1), Cancelled));
        Assert.True(silent is { Passes: true, NeedsAdministrator: false });
        Assert.Contains("does not answer", silent.Message);
    }

    [Theory]
    [InlineData("M365_TENANT_ID", "example.com", "must be the tenant's GUID")]
    [InlineData("M365_MAILBOX", "office", "must be the mailbox's e-mail address")]
    [InlineData("M365_AUTH", "ropc", "Microsoft advises against signing in with a user's password")]
    [InlineData("M365_TIME_ZONE", "Central Standard Time", "Did you mean America/Chicago?")]
    [InlineData("M365_GRAPH_URL", "http://graph.example.com", "begins with https://")]
    public void Wrong_setting_is_told_with_its_name(string name, string value, string problem)
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => Microsoft365Options.Read(asked => asked == name ? value : m365.Variables()(asked)));
        Assert.Contains(name, refused.Message);
        Assert.Contains(problem, refused.Message);
    }

    [Theory]
    [InlineData("Local-Secret-1")]
    [InlineData("{}")]
    [InlineData("""{"clientSecret":""}""")]
    public void Secret_of_another_form_is_refused_without_quoting_it(string json)
    {
        var refused = Assert.Throws<Microsoft365Exception>(() => AppSecret.Parse(json));
        Assert.Contains("step 5 of todo/5-microsoft-365.md", refused.Message);
        Assert.DoesNotContain("Local-Secret-1", refused.Message);
    }

    private static string Jwt(string claims) => $"{Part("""{"alg":"RS256"}""")}.{Part(claims)}.";

    private static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
}
