using FlowConfigs.Tests.Api.Access;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Api.Exchange;
using FlowConfigs.Tests.Api.Lists;

namespace FlowConfigs.Tests.Publishing;

// The API as AWS runs it: the published program, native where this machine links, behind API Gateway's events.

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedConfigsEndpointTests(Published published) : ConfigsEndpointTests(published.Functions.Api);

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedConfigsRefusalTests(Published published) : ConfigsRefusalTests(published.Functions.Api);

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedEntriesEndpointTests(Published published) : EntriesEndpointTests(published.Functions.Api);

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedExchangeEndpointTests(TheSystem the, Published published)
    : ExchangeEndpointTests(published.Functions.Api, account => the.Running.SignIn.AccessTokenAsync(account)), IClassFixture<TheSystem>;

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedAccessTests(TheSystem the, Published published)
    : AccessTests(the, published.Functions.Api, published.Functions.ApiUnsigned), IClassFixture<TheSystem>;

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedRouteAccessTests(TheSystem the, Published published)
    : RouteAccessTests(the, published.Functions.ApiUnsigned), IClassFixture<TheSystem>;
