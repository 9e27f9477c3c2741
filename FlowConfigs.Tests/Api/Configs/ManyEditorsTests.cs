using System.Collections.Concurrent;
using System.Net;

namespace FlowConfigs.Tests.Api.Configs;

public sealed class ManyEditorsTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const int Editors = 32;
    private const int Rounds = 4;

    private readonly ConfigsClient configs = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task Of_32_editors_at_once_every_accepted_change_is_in_the_history_and_the_others_learn_who_was_first()
    {
        await configs.Post(id, ConfigsClient.Body("false", "first"));
        var accepted = new ConcurrentBag<string>();
        var refused = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var version = (int)(await (await configs.Get(id)).Json())["version"]!;
            await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => SaveAsync(version, $"round {round}, editor {editor}")));
        }

        Assert.Equal((Rounds, Rounds * (Editors - 1)), (accepted.Count, refused));
        var versions = (await (await configs.Send(HttpMethod.Get, $"/api/configs/{id}/versions")).Json())["items"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, Rounds + 1).Reverse(), versions.Select(v => (int)v!["version"]!));
        Assert.Equal(accepted.Append("first").Order(), versions.Select(v => (string)v!["saved"]!["comment"]!).Order());
        Assert.All(versions, v => Assert.Equal("whole", (string?)v!["link"]));

        async Task SaveAsync(int version, string comment)
        {
            using var response = await configs.Put(id, version, ConfigsClient.Body("true", comment, description: comment));
            if (response.StatusCode == HttpStatusCode.OK)
                accepted.Add(comment);
            else if (response.StatusCode == HttpStatusCode.PreconditionFailed)
                Interlocked.Increment(ref refused);
            else
                Assert.Fail($"{(int)response.StatusCode} {await response.Json()}");
        }
    }
}
