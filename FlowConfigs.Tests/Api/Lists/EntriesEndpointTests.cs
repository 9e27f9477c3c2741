using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Lists;

/// <summary>/api/lists/{id}/entries as a client sees it, on Kestrel and as the Lambda function that it is in AWS.</summary>
public abstract class EntriesEndpointTests(HttpClient http)
{
    private readonly ListsClient api = new(http);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+15551230000")]
    [InlineData("%2B15551230000")]
    [InlineData("5551230000")]
    [InlineData("~28555~29~20123-0000")]
    public async Task A_number_is_found_however_it_is_written(string key)
    {
        var id = await api.New();
        const string body = """{ "note": "Threats", "expires": "2026-03-02T07:00:00-05:00" }""";
        var created = await api.Send(HttpMethod.Put, $"{id}/entries/{key}", body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"/api/lists/{id}/entries/+15551230000", created.Headers.Location?.OriginalString);
        var entry = await (await api.Get($"{id}/entries/{key}")).Json();
        Assert.Equal(("+15551230000", "Threats"), ((string)entry["key"]!, (string)entry["note"]!));
        Assert.Equal((A.Now, true), ((DateTimeOffset)entry["expires"]!, (bool)entry["expired"]!));
    }

    [Theory]
    [InlineData("a~2Fb", "a/b")]
    [InlineData("a+b", "a+b")]
    [InlineData("~2E~2E", "..")]
    [InlineData("100~25~20~7E", "100% ~")]
    [InlineData("m~C3~A1s~20~F0~9F~92~90", "más 💐")]
    public async Task Any_text_is_a_key(string token, string key)
    {
        var id = await api.New(ListsClient.Texts);
        var etag = await api.NewEntry(id, token);
        Assert.Equal([key], await api.Keys($"{id}/entries"));
        Assert.Equal(key, (string)(await (await api.Get($"{id}/entries/{token}")).Json())["key"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Send(HttpMethod.Delete, $"{id}/entries/{token}", ifMatch: etag)).StatusCode);
        await api.Get($"{id}/entries/{token}").Refused(404, "is not in");
    }

    [Trait("Rule", "R27")]
    [Fact]
    public async Task Without_If_Match_an_entry_is_made_and_with_it_changed_and_never_one_for_the_other()
    {
        var id = await api.New();
        var path = $"{id}/entries/+15551230000";
        await api.Send(HttpMethod.Put, path, "{}", "\"1\"").Refused(404, "There is no entry");
        var etag = await api.NewEntry(id, "+15551230000");
        var version = int.Parse(etag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(version, (int)(await api.Send(HttpMethod.Put, path, "{}").Refused(412, "first"))["currentVersion"]!);

        var changed = await api.Send(HttpMethod.Put, path, """{ "note": "mine" }""", etag);
        Assert.Equal((HttpStatusCode.OK, $"\"{version + 1}\""), (changed.StatusCode, changed.Headers.ETag?.Tag));
        var problem = await api.Send(HttpMethod.Put, path, """{ "note": "lost" }""", etag).Refused(412, "first");
        Assert.Equal(version + 1, (int)problem["currentVersion"]!);
        await api.Send(HttpMethod.Put, path, "{}", "*").Refused(428, "If-Match");
        await api.Send(HttpMethod.Delete, path).Refused(428, "If-Match");
        await api.Send(HttpMethod.Delete, path, ifMatch: etag).Refused(412, "first");
        Assert.Equal("mine", (string)(await (await api.Get(path)).Json())["note"]!);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task A_paste_says_what_it_would_do_and_does_it_when_asked_to()
    {
        var id = await api.New();
        await api.NewEntry(id, "+15551230000", """{ "note": "Known" }""");
        const string csv = "key,note\n(555) 123-0000,Known\n5551230001,New\n5551230001,New";

        var plan = await (await api.Send(HttpMethod.Post, $"{id}/entries", csv, type: "text/csv")).Json();
        Assert.True((bool)plan["dryRun"]!);
        Assert.Equal((1, 0, 1, 1, 0), Counts(plan));
        Assert.Equal(["+15551230000"], await api.Keys($"{id}/entries"));

        Assert.Equal((1, 0, 1, 1, 0), Counts(await (await api.Paste(id, csv, dryRun: false)).Json()));
        Assert.Equal(["+15551230000", "+15551230001"], await api.Keys($"{id}/entries"));
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task A_refused_line_keeps_no_other_from_being_written_and_is_reported()
    {
        var id = await api.New();
        const string csv = "5551230000\nFLOWERS\n5551230001";
        var plan = await (await api.Paste(id, csv, dryRun: true)).Json();
        Assert.Equal((2, 0, 0, 0, 1), Counts(plan));
        var line = plan["lines"]![0]!;
        Assert.Equal(
            (2, "refused", "line 2, key"),
            ((int)line["line"]!, (string)line["outcome"]!, (string)line["problems"]![0]!["path"]!));
        var report = await (await api.Paste(id, csv, dryRun: false)).Json();
        Assert.Equal((2, 0, 0, 0, 1), Counts(report));
        Assert.Contains("letters", (string)report["lines"]![0]!["problems"]![0]!["message"]!);
        Assert.Equal(["+15551230000", "+15551230001"], await api.Keys($"{id}/entries"));

        var problem = await api.Paste(id, "FLOWERS\nCANDLES", dryRun: false).Refused(400, "2 fields need a fix");
        Assert.Contains("letters", (string)problem["errors"]!["line 2, key"]![0]!);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task Empty_columns_of_a_spreadsheet_are_passed_over_and_a_column_called_Phone_has_the_keys()
    {
        var id = await api.New();
        Assert.Equal((1, 0, 0, 0, 0), Counts(await (await api.Paste(id, "key,note,,\r\n+15125550100,a,,\r\n", dryRun: false)).Json()));
        Assert.Equal((0, 0, 1, 0, 0), Counts(await (await api.Paste(id, "Note;Phone;\r\na;(512) 555-0100;\r\n;;", dryRun: true)).Json()));
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task Columns_that_are_not_known_are_asked_for_and_read_as_the_person_says()
    {
        var id = await api.New();
        const string csv = "Branch,Durchwahl\nAustin,512 555 0100";
        var problem = await api.Paste(id, csv, dryRun: false).Refused(400, "'Durchwahl' is not known");
        Assert.Equal(
            [("Branch", null, "Austin"), ("Durchwahl", null, "512 555 0100")],
            problem["columns"]!.AsArray().Select(c => ((string)c!["name"]!, (string?)c["field"], (string)c["sample"]!)));
        Assert.Empty(await api.Keys($"{id}/entries"));

        var path = $"{id}/entries?dryRun=false&columns=note,key";
        Assert.Equal((1, 0, 0, 0, 0), Counts(await (await api.Send(HttpMethod.Post, path, csv, type: "text/csv")).Json()));
        Assert.Equal("Austin", (string)(await (await api.Get($"{id}/entries/+15125550100")).Json())["note"]!);
        await api.Send(HttpMethod.Post, $"{id}/entries?columns=note,phone", csv, type: "text/csv").Refused(400, "key among them");
    }

    [Trait("Rule", "R22")]
    [Theory]
    // As reported in google/libphonenumber#750.
    [InlineData("AT", "435212345", "+435212345", "0435212345")]
    [InlineData("IT", "3906123456", "+3906123456", "3906123456, which is +393906123456")]
    [InlineData("SE", "46123456", "+46123456", "046123456")]
    public async Task A_number_that_can_be_read_in_two_ways_is_refused_with_both(string country, string number, string one, string other)
    {
        var id = await api.New($$"""{ "keys": "phone", "country": "{{country}}" }""");
        var line = (await (await api.Paste(id, $"key,note\n{number},x", dryRun: true)).Json())["lines"]![0]!;
        Assert.Contains(one, (string)line["problems"]![0]!["message"]!);
        Assert.Contains(other, (string)line["problems"]![0]!["message"]!);
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("BR", "(11) 91234-5678", "+5511912345678")]
    [InlineData("IN", "98765 43210", "+919876543210")]
    // As reported in iziz/libPhoneNumber-iOS#263.
    [InlineData("IT", "39061234567", "+39061234567")]
    [InlineData("MX", "+52 1 55 1234 5678", "+525512345678")]
    [InlineData("KE", "0712 123456", "+254712123456")]
    public async Task A_national_number_of_any_country_is_taken(string country, string number, string e164)
    {
        var id = await api.New($$"""{ "keys": "phone", "country": "{{country}}" }""");
        await api.Paste(id, $"key,note\n{number},x", dryRun: false);
        Assert.Equal([e164], await api.Keys($"{id}/entries"));
    }

    [Trait("Rule", "R24")]
    [Fact]
    public async Task Nobody_can_be_listed()
    {
        var id = await api.New();
        // As reported in bmlt-enabled/yap#125.
        await api.Send(HttpMethod.Put, $"{id}/entries/+266696687", "{}").Refused(400, "withheld");
        Assert.Empty(await api.Keys($"{id}/entries"));
    }

    [Fact]
    public async Task Entries_are_pasted_as_JSON_too()
    {
        var id = await api.New();
        await api.NewEntry(id, "+15551230000", """{ "note": "Known" }""");
        const string body =
            """{ "entries": [{ "key": "5551230000", "owner": "ada" }, { "key": "5551230001", "expires": "2099-01-01T00:00Z" }] }""";
        var answer = await (await api.Send(HttpMethod.Post, $"{id}/entries?dryRun=false&comment=Storm", body)).Json();
        Assert.Equal((1, 1, 0, 0, 0), Counts(answer));
        var changed = answer["lines"]!.AsArray().Single(line => (string)line!["outcome"]! == "changed")!;
        Assert.Equal(("", "Known"), ((string)changed["before"]!["owner"]!, (string)changed["before"]!["note"]!));
        Assert.Equal(("ada", "Known"), ((string)changed["after"]!["owner"]!, (string)changed["after"]!["note"]!));
        var entry = await (await api.Get($"{id}/entries/+15551230001")).Json();
        Assert.Equal("Storm", (string)entry["saved"]!["comment"]!);
    }

    [Trait("Rule", "R26")]
    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("", "text/csv")]
    public async Task What_is_exported_as_CSV_is_imported_unchanged(string query, string? accept)
    {
        var id = await api.New();
        const string body = """{ "note": "=HYPERLINK(\"http://x\")", "owner": "'ada, \"b\"", "expires": "2099-01-01T00:00Z" }""";
        await api.NewEntry(id, "+15551230000", body);
        using var response = await api.Send(HttpMethod.Get, $"{id}/entries{query}", accept: accept);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancelled);
        var csv = Encoding.UTF8.GetString(bytes);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"{id}.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            "\uFEFFkey,note,owner,expires\r\n'+15551230000,\"'=HYPERLINK(\"\"http://x\"\")\",\"''ada, \"\"b\"\"\",2099-01-01T00:00:00Z\r\n",
            csv);
        Assert.Equal((0, 0, 1, 0, 0), Counts(await (await api.Paste(id, csv, dryRun: true)).Json()));
    }

    [Fact]
    public async Task Entries_page_below_a_prefix_and_so_does_the_file()
    {
        var id = await api.New();
        await api.Paste(id, "5551230000\n5551230001\n5551240000\n5551230002", dryRun: false);
        var found = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await (await api.Get($"{id}/entries?prefix=%2B1555123&limit=2&after={Uri.EscapeDataString(after)}")).Json();
            found.AddRange(page["items"]!.AsArray().Select(item => (string)item!["key"]!));
            after = (string?)page["next"];
        }

        Assert.Equal(["+15551230000", "+15551230001", "+15551230002"], found);
        using var file = await api.Get($"{id}/entries?format=csv&prefix=555123&limit=2");
        var next = Assert.Single(file.Headers.GetValues("Link")).Split('>')[0][1..];
        var rest = await http.GetStringAsync(next, Cancelled);
        Assert.Contains("'+15551230002", rest);
        Assert.DoesNotContain("1240000", rest);
    }

    private static (int Added, int Changed, int Unchanged, int Repeated, int Refused) Counts(JsonNode paste) =>
        ((int)paste["added"]!, (int)paste["changed"]!, (int)paste["unchanged"]!, (int)paste["repeated"]!, (int)paste["refused"]!);
}

public sealed class EntriesEndpointOnKestrelTests(TheSystem the) : EntriesEndpointTests(the.Running.Api), IClassFixture<TheSystem>;
