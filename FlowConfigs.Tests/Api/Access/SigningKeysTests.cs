using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using FlowConfigs.Api.Access;
using FlowConfigs.Core.Access;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Tests.Api.Access;

public sealed class SigningKeysTests : IDisposable
{
    private readonly Pool pool = new();
    private readonly SetClock clock = new();
    private readonly HttpClient http;
    private readonly SigningKeys keys;

    public SigningKeysTests()
    {
        http = new(pool);
        var options = new SignInOptions();
        options.Set(name => name == "FLOWCONFIGS_USER_POOL" ? "https://pool.example.com/p" : null);
        keys = new(http, Options.Create(options), clock, NullLogger<SigningKeys>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_fetched_once_for_many_tokens()
    {
        for (var i = 0; i < 10; i++)
            Assert.NotNull(await keys.FindAsync("one", Stop));
        Assert.Equal(1, pool.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_found_and_made_up_names_do_not_keep_the_pool_busy()
    {
        await keys.FindAsync("one", Stop);
        pool.Names = ["one", "two"];
        for (var i = 0; i < 10; i++)
            Assert.Null(await keys.FindAsync($"made-up-{i}", Stop));
        Assert.Equal(1, pool.Fetches);

        clock.Now += TimeSpan.FromSeconds(30);
        Assert.NotNull(await keys.FindAsync("two", Stop));
        Assert.Equal(2, pool.Fetches);
    }

    [Fact]
    public async Task While_the_pool_does_not_answer_the_last_good_keys_hold()
    {
        await keys.FindAsync("one", Stop);
        pool.IsDown = true;
        clock.Now += TimeSpan.FromHours(13);
        Assert.NotNull(await keys.FindAsync("one", Stop));
        Assert.Equal(2, pool.Fetches);
    }

    [Fact]
    public async Task Before_the_pool_has_answered_nobody_is_let_in_and_it_is_asked_again()
    {
        pool.IsDown = true;
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<AccessUnavailableException>(async () => await keys.FindAsync("one", Stop));
        Assert.Equal(1, pool.Fetches);

        pool.IsDown = false;
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotNull(await keys.FindAsync("one", Stop));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_does_not_keep_the_keys_from_the_others()
    {
        using var hungUp = new CancellationTokenSource();
        pool.Asked = hungUp.Cancel;
        await keys.FindAsync("one", hungUp.Token);
        Assert.NotNull(await keys.FindAsync("one", Stop));
        Assert.Equal(1, pool.Fetches);
    }

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
        pool.Dispose();
    }

    private sealed class Pool : HttpMessageHandler
    {
        public IReadOnlyList<string> Names { get; set; } = ["one"];

        public bool IsDown { get; set; }

        public int Fetches { get; private set; }

        /// <summary>What happens while the pool is asked.</summary>
        public Action Asked { get; set; } = () => { };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Fetches++;
            Asked();
            cancellationToken.ThrowIfCancellationRequested();
            Assert.Equal("https://pool.example.com/p/.well-known/jwks.json", request.RequestUri?.ToString());
            if (IsDown)
                throw new HttpRequestException("down");
            var answer = new HttpResponseMessage(HttpStatusCode.OK);
            answer.Content = new StringContent($"{{\"keys\":[{string.Join(',', Names.Select(Key))}]}}");
            return Task.FromResult(answer);
        }

        private static string Key(string name)
        {
            using var rsa = RSA.Create(2048);
            var key = rsa.ExportParameters(false);
            var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
            return $"{{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"{name}\",\"n\":\"{n}\",\"e\":\"{e}\"}}";
        }
    }
}
