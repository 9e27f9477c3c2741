namespace FlowConfigs.Tests.Access;

/// <summary>docs/access.md says what the policies say.</summary>
public sealed class AccessPageTests(TheSystem the) : IClassFixture<TheSystem>, IDisposable
{
    private static readonly string[] Actions =
        ["View", "EditValues", "Define", "Delete", "Activate", "Manage", "ViewCalls", "SeeNumbers", "ViewCalendar", "ViewMail", "SendMail"];

    private readonly Engine engine = new(the.Running.VerifiedPermissions);

    [Theory]
    [InlineData("viewer")]
    [InlineData("manager")]
    [InlineData("admin")]
    public async Task A_role_may_do_what_the_page_says(string role)
    {
        var rows = Table("## Roles");
        var column = Array.IndexOf(rows[0], role);
        var token = await the.Running.SignIn.AccessTokenAsync(role);
        var told = rows[1..].ToDictionary(row => row[0].Split(':')[0]);
        Assert.Equal(Actions, told.Keys);
        foreach (var (action, row) in told)
        {
            foreach (var type in row[1].Split(", "))
            {
                var allowed = await engine.AllowedAsync(token, type, type == "Root" ? "/" : "field-office/austin", action);
                Assert.True(row[column] == "yes" == allowed.Contains(action), $"{role} {action} {type}: the page says {row[column]}");
            }
        }
    }

    [Fact]
    public async Task A_manager_narrowed_to_a_path_may_do_there_what_the_page_says()
    {
        var token = await the.Running.SignIn.AccessTokenAsync("manager-austin");
        foreach (var row in Table("## Paths")[1..])
        {
            var id = row[0].Trim('`');
            var expected = row[1] == "nothing" ? [] : row[1].Split(", ");
            var allowed = id == "/"
                ? await engine.AllowedAsync(token, "Root", id, Actions)
                : await engine.AllowedAsync(token, "Scenario", id, Actions[..5]);
            Assert.True(expected.SequenceEqual(allowed), $"{id}: the page says {row[1]}, the engine {string.Join(", ", allowed)}");
            if (id == "/")
                continue;
            foreach (var type in new[] { "Config", "List" })
                Assert.Equal(expected.Except(["Activate"]), await engine.AllowedAsync(token, type, id, Actions[..4]));
        }
    }

    [Fact]
    public async Task An_identity_token_in_place_of_an_access_token_is_refused()
    {
        var token = await the.Running.SignIn.IdTokenAsync("admin");
        var problem = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => engine.AllowedAsync(token, "Root", "/", "View"));
        Assert.Contains("not from the identity source", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => engine.Dispose();

    /// <summary>The cells of the table below a heading, its own heading first.</summary>
    private static string[][] Table(string heading) =>
    [
        .. File.ReadLines(Repository.Path("docs/access.md"))
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];
}
