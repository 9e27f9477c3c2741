using FlowConfigs.Api.Http;
using FlowConfigs.Core;

namespace FlowConfigs.Tests.Api.Http;

public class PathKeyTests
{
    [Theory]
    [InlineData("+15551230000", "+15551230000")]
    [InlineData("ada@example.com", "ada~40example~2Ecom")]
    [InlineData("a/b c", "a~2Fb~20c")]
    [InlineData("..", "~2E~2E")]
    [InlineData("100% ~", "100~25~20~7E")]
    [InlineData("más", "m~C3~A1s")]
    [InlineData("💐", "~F0~9F~92~90")]
    public void A_key_is_one_segment_of_a_URL(string key, string token)
    {
        Assert.Equal(token, PathKey.Format(key));
        Assert.Equal(key, PathKey.Parse(token));
        Assert.Equal("/" + token, new Uri("https://example.com/" + token).AbsolutePath);
    }

    [Theory]
    [InlineData("ada@example.com")] // not encoded
    [InlineData("a%2Fb")]
    [InlineData("~41")] // A has an address already
    [InlineData("~2f")] // so has /
    [InlineData("a~")]
    [InlineData("a~2")]
    [InlineData("a~zz")]
    [InlineData("~FF")] // no UTF-8
    [InlineData("~C0~AF")] // nor is this /, a byte too long
    public void Any_other_form_is_refused(string token) => Assert.Throws<InvalidConfigException>(() => PathKey.Parse(token));
}
