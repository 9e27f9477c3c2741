using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>What publish accepts, CloudFormation accepts; whatever else is refused with its path and a remedy, and nothing is written.</summary>
public sealed class RealModelTests
{
    private const string Beginning = """
        "alias": "example-test", "instance": { "identity": "CONNECT_MANAGED", "passwordSecret": "connect/x/first" },
        "hours": [{ "name": "H", "timeZone": "America/New_York", "open": [{ "day": "MONDAY", "from": "09:00", "to": "17:00" }] }]
        """;

    [Theory]
    [InlineData("Agents (Tier 1)", "because of ( ). Use only letters A–Z, digits, spaces, _, @ and -.")]
    [InlineData("R&D", "because of &.")]
    [InlineData("Superviseur équipe", "because of é.")]
    [InlineData("営業", "AWS refuses \"営業\" here. Use only letters A–Z")]
    [InlineData("Agents\n", "AWS refuses")]
    [InlineData("Agents_1 @ Boston-West", null)]
    public void A_security_profile_has_a_name_that_AWS_takes(string name, string? fault) => Check(
        $$"""{{Beginning}}, "securityProfiles": [{ "name": {{JsonSerializer.Serialize(name)}}, "permissions": ["BasicAgentAccess"] }]""",
        fault is null ? [] : [$"securityProfiles[0] ({name}).name: ", fault]);

    [Theory]
    [InlineData("\"BasicAgentAccess\", \"BasicAgentAccess\"", "securityProfiles[0] (P).permissions[1]: \"BasicAgentAccess\" appears twice. Remove one of them.")]
    [InlineData(
        "\"BasicAgentAcess\"",
        "securityProfiles[0] (P).permissions[0]: Publish doesn't know the permission \"BasicAgentAcess\". Did you mean \"BasicAgentAccess\"?")]
    [InlineData("\"Users.Veiw\"", "Did you mean \"Users.View\"?")]
    [InlineData("\"FlyingCarpets.Ride\"", "Publish doesn't know the permission \"FlyingCarpets.Ride\". Correct the name, or add it to permissionNames")]
    [InlineData("\"Users.View\", \"AccessMetrics.Dashboards.Access\", \"CallRecordings.Redacted.Access\"", null)]
    [InlineData("", null)]
    public void A_security_profile_has_permissions_that_Connect_has_each_once(string permissions, string? fault) =>
        Check($$"""{{Beginning}}, "securityProfiles": [{ "name": "P", "permissions": [{{permissions}}] }]""", fault);

    [Fact]
    public void A_permission_that_Connect_has_by_now_can_be_named_in_the_model() => Check($$"""
        {{Beginning}}, "permissionNames": ["FlyingCarpets.Ride"], "securityProfiles": [{ "name": "P", "permissions": ["FlyingCarpets.Ride"] }]
        """);

    [Theory]
    // As reported in Cadasta/cadasta-platform#327.
    [InlineData("営業部", "総務部")]
    [InlineData("Büro", "Bäro")]
    [InlineData("Servicio al cliente (España)", "Servicio al cliente (Españo)")]
    public void Names_that_differ_in_letters_outside_ASCII_are_two_names(string one, string other)
    {
        using var folder = Folder($$"""{{Beginning}}, "queues": [{ "name": "{{one}}", "hours": "H" }, { "name": "{{other}}", "hours": "H" }]""");
        var template = JsonNode.Parse(folder.Publish()["example-test/templates/35-queues.json"])!["Resources"]!.AsObject();
        var names = template.Where(made => (string?)made.Value!["Type"] == "AWS::SSM::Parameter")
            .Select(made => (string)made.Value!["Properties"]!["Name"]!).ToList();
        Assert.Equal(2, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^/connect/example-test/queue/[A-Za-z0-9_.-]+$", name));
        Assert.Equal(4, template.Count);
    }

    [Theory]
    [InlineData("Büro", "BÜRO")]
    [InlineData("Sales", "sales")]
    [InlineData("Front desk", "Front+desk")]
    public void Names_that_differ_in_case_or_signs_are_one(string one, string other) => Check(
        $$"""{{Beginning}}, "queues": [{ "name": "{{one}}", "hours": "H" }, { "name": "{{other}}", "hours": "H" }]""",
        $"queues[1] ({other}): \"{other}\" and \"{one}\" are the same but for case, spaces or signs.");

    [Fact]
    public void Names_in_ASCII_are_published_as_they_always_were()
    {
        Assert.Equal("Front-desk--1-", Names.Slug("Front desk (1)"));
        Assert.Equal("QueueFrontDesk1d0fc3b"[..14], Names.Id(Kind.Queue, "Front desk (1)")[..14]);
    }

    [Theory]
    // As reported in OpenBookPrices/country-data#32.
    [InlineData("UK", null, "numbers[0] (n).country: Amazon Connect has no country UK. Write GB.")]
    [InlineData("EL", null, "numbers[0] (n).country: Amazon Connect has no country EL. Write GR.")]
    [InlineData("ZZ", null, "numbers[0] (n).country: Amazon Connect has no country ZZ. Write its code by ISO 3166, such as GB.")]
    [InlineData("GB", "+1", "numbers[0] (n).prefix: Numbers of GB begin with +44, and +1 does not. Change the prefix or the country.")]
    [InlineData("JP", "+44", "numbers[0] (n).prefix: Numbers of JP begin with +81")]
    [InlineData("GB", "+4420", null)]
    [InlineData("CA", "+1416", null)]
    [InlineData("JM", "+1", null)]
    public void A_number_is_of_a_country_that_Connect_has_and_begins_as_its_numbers_do(string country, string? prefix, string? fault) => Check(
        $$"""{{Beginning}}, "numbers": [{ "name": "n", "country": "{{country}}", "type": "DID"{{(prefix is null ? "" : $", \"prefix\": \"{prefix}\"")}} }]""",
        fault);

    [Theory]
    [InlineData("america/new_york", "Amazon Connect has no time zone \"america/new_york\". Write America/New_York.")]
    [InlineData("posix/America/Chicago", "Write America/Chicago.")]
    [InlineData("right/Europe/London", "Write Europe/London.")]
    [InlineData("US/Eastern", "Write America/New_York.")]
    [InlineData("Asia/Calcutta", "Write Asia/Kolkata.")]
    [InlineData("EST5EDT", "Write America/New_York.")]
    [InlineData("GB", "Write Europe/London.")]
    [InlineData("Factory", "There is no time zone \"Factory\". Write IANA's name of a place in it, such as America/New_York.")]
    [InlineData("localtime", "There is no time zone \"localtime\".")]
    [InlineData("posixrules", "There is no time zone \"posixrules\".")]
    [InlineData("Eastern Standard Time", "Write America/New_York.")]
    [InlineData("Europe/Pari", "The nearest name is \"Europe/Paris\".")]
    [InlineData("Europe/Oslo", null)]
    [InlineData("America/Argentina/Buenos_Aires", null)]
    [InlineData("UTC", null)]
    [InlineData("Etc/GMT+5", null)]
    public void Hours_are_in_a_time_zone_that_Connect_has(string zone, string? fault) => Check(
        $$"""{{Beginning.Replace("America/New_York", zone)}}""", fault is null ? [] : ["hours[0] (H).timeZone: ", fault]);

    [Theory]
    [InlineData("""{ "day": "MONDAY", "from": "00:00", "to": "00:00" }""", null)]
    [InlineData("""{ "day": "MONDAY", "from": "00:00", "to": "00:00" }, { "day": "MONDAY", "from": "09:00", "to": "10:00" }""", "hours[0] (H).open[1]: ")]
    [InlineData("""{ "day": "MONDAY", "from": "09:00", "to": "09:00" }""", "hours[0] (H).open[0]: ")]
    [InlineData("", null)]
    public void A_span_from_midnight_to_midnight_is_a_whole_day_and_hours_without_any_are_never_open(string open, string? fault) => Check(
        $$"""
        "alias": "example-test", "instance": { "identity": "CONNECT_MANAGED", "passwordSecret": "x" },
        "hours": [{ "name": "H", "timeZone": "UTC", "open": [{{open}}] }]
        """, fault);

    [Fact]
    public void What_is_taken_and_may_be_a_slip_is_said()
    {
        using var folder = Folder("""
            "alias": "example-test", "hours": [{ "name": "Never", "timeZone": "UTC", "open": [] }], "securityProfiles": [{ "name": "Nothing" }]
            """);
        var notes = ModelNotes.Of(ModelFile.Read(folder.Model).Center).ToList();
        Assert.Contains(notes, note => note.Contains("the hours \"Never\" are never open"));
        Assert.Contains(notes, note => note.Contains("the security profile \"Nothing\" permits nothing"));
    }

    [Theory]
    [InlineData("""{ "Kosten stelle": "1" }""", "tags.Kosten stelle: The key of a tag can have")]
    [InlineData("""{ "aws:name": "1" }""", "tags.aws:name: The key of a tag can have")]
    [InlineData("""{ "Müller": "1" }""", "tags.Müller: The key of a tag can have")]
    [InlineData("""{ "cost-center:2026": "Büro" }""", null)]
    public void Tags_are_those_that_AWS_takes(string tags, string? fault) => Check($$"""{{Beginning}}, "tags": {{tags}}""", fault);

    [Fact]
    public void Too_many_tags_are_refused_with_those_of_everything()
    {
        var tags = JsonSerializer.Serialize(Enumerable.Range(0, 50).ToDictionary(number => $"k{number}", number => "v"));
        Check($$"""{{Beginning}}, "tags": {{tags}}, "queues": [{ "name": "Q", "hours": "H", "tags": { "one": "more" } }]""",
            "queues[0] (Q).tags: There are 51 tags, together with those for every resource; AWS accepts 50.");
    }

    [Fact]
    public void A_name_with_an_emoji_is_one_of_characters_that_can_be_seen_and_one_with_a_bell_is_not()
    {
        Check(Beginning.Replace("\"H\"", "\"Hours 🎄\""));
        Check(Beginning.Replace("\"H\"", "\"Hours\\u0007\""), "AWS refuses");
    }

    [Fact]
    public void Sixty_quick_connects_of_a_queue_are_published()
    {
        var names = Enumerable.Range(0, 60).Select(number => $"QC{number:D2}").ToList();
        using var folder = Folder($$"""
            {{Beginning}}, "queues": [{ "name": "Q1", "hours": "H", "quickConnects": {{JsonSerializer.Serialize(names)}} }],
            "quickConnects": [{{string.Join(',', names.Select(name => $$"""{ "name": "{{name}}", "type": "PHONE_NUMBER", "number": "+161755500{{name[2..]}}" }"""))}}]
            """);
        Assert.Equal(60, folder.Publish()["example-test/table.sh"].Split('\n').Count(line => line.StartsWith("  'queue/Q1|quick-connect/QC")));
    }

    private static ModelFolder Folder(string members) => ModelFolder.Full.Write("contact-center.json", $"{{ {members} }}");

    private static void Check(string members, params IReadOnlyList<string?> faults)
    {
        using var folder = Folder(members);
        if (faults is [null] or [])
        {
            folder.Publish();
            return;
        }

        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.All(faults, fault => Assert.Contains(fault!, refusal.Message));
        Assert.Contains("nothing was written", refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }
}
