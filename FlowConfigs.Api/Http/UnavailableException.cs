namespace FlowConfigs.Api.Http;

/// <summary>Something that the API asks does not answer at the moment; answered with 503.</summary>
internal abstract class UnavailableException(string message) : Exception(message);
