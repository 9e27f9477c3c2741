using FlowConfigs.Api.Http;
using FlowConfigs.Api.Phones;
using FlowConfigs.Core;

namespace FlowConfigs.Api.Aliases;

/// <summary>The id of a new alias. Connect delivers the number that was dialled as E.164, so no caller finds an alias without its +.</summary>
internal static class AliasId
{
    /// <exception cref="NumberWithoutPlusException">It is a phone number in another form.</exception>
    /// <exception cref="InvalidConfigException">It is no id.</exception>
    public static ConfigId ParseNew(string token) => PhoneReader.OtherwiseWritten(token) is { } number
        ? throw NumberWithoutPlusException.Of(token, number)
        : PathId.Parse(token);
}
