namespace FlowConfigs.Tests.Table;

/// <summary>Which DynamoDB Local the store's tests take. The container itself was never run on the machines of this project.</summary>
public sealed class TheStoreTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("java", false)]
    [InlineData("container", true)]
    public void Container_is_used_where_the_variable_asks_for_it(string? value, bool isContainer) =>
        Assert.Equal(isContainer, TheStore.IsContainer(value));

    [Fact]
    public void Unknown_value_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TheStore.IsContainer("docker"));
        Assert.Equal("FLOWCONFIGS_DYNAMODB is 'docker': set it to java or container, or unset it.", refusal.Message);
    }

    [Fact]
    public async Task Missing_docker_is_said_with_the_remedy()
    {
        var nobody = new Uri("tcp://127.0.0.1:1");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DynamoDbContainer.StartAsync(nobody, TestContext.Current.CancellationToken));
        Assert.StartsWith("FLOWCONFIGS_DYNAMODB is 'container', and amazon/dynamodb-local:", refusal.Message);
        Assert.EndsWith("Start Docker, or unset the variable: the tests then use DynamoDB Local on Java.", refusal.Message);
    }
}
