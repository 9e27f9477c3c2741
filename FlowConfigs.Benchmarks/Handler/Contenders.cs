using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Benchmarks;

/// <summary>How what is compared is started.</summary>
internal static class Contenders
{
    /// <summary>Ours as native code, ours as ReadyToRun, and Node.</summary>
    public static Contender[] GetConfig(Built built, DynamoDb dynamo, Emulator emulator) =>
    [
        Of("native", [built.Native], dynamo, emulator, ("_HANDLER", "getConfig")),
        Of("ready-to-run", [built.ReadyToRun], dynamo, emulator, ("_HANDLER", "getConfig")),
        Of("node", ["node", built.Node], dynamo, emulator),
    ];

    /// <summary>
    /// The same three, with TLS between them and the table. Ours trusts a file of few authorities, as in AWS; ReadyToRun the machine's
    /// store, as our functions did before; Node those that are compiled into it. Each also trusts the proxy's authority.
    /// </summary>
    public static async Task<Contender[]> GetConfigOverTlsAsync(Built built, TlsProxy proxy, DynamoDb dynamo, Emulator emulator)
    {
        var folder = Path.GetDirectoryName(built.Certificates)!;
        var few = await WithAuthorityAsync(built.Certificates);
        var all = await WithAuthorityAsync("/etc/ssl/certs/ca-certificates.crt");
        var own = Path.Combine(folder, "authority.pem");
        await File.WriteAllTextAsync(own, proxy.CertificateAuthority);
        var url = ("AWS_ENDPOINT_URL_DYNAMODB", proxy.Url);
        return
        [
            Of("native TLS", [built.Native], dynamo, emulator,
                ("_HANDLER", "getConfig"), url, ("SSL_CERT_FILE", few), ("SSL_CERT_DIR", "/var/task/none")),
            Of("ready-to-run TLS", [built.ReadyToRun], dynamo, emulator, ("_HANDLER", "getConfig"), url, ("SSL_CERT_FILE", all)),
            Of("node TLS", ["node", built.Node], dynamo, emulator, url, ("NODE_EXTRA_CA_CERTS", own)),
        ];

        async Task<string> WithAuthorityAsync(string file)
        {
            var to = Path.Combine(folder, $"tls-{Path.GetFileName(file)}");
            await File.WriteAllTextAsync(to, $"{await File.ReadAllTextAsync(file)}\n{proxy.CertificateAuthority}\n");
            return to;
        }
    }

    /// <summary>Another of our functions, as native code and as ReadyToRun.</summary>
    public static Contender[] Function(string name, string sample, Built built, DynamoDb dynamo, Emulator emulator)
    {
        var sent = HandlerData.Sample(sample);
        return
        [
            Of($"{name} native", [built.Native], dynamo, emulator, sent, ("_HANDLER", name)),
            Of($"{name} ready-to-run", [built.ReadyToRun], dynamo, emulator, sent, ("_HANDLER", name)),
        ];
    }

    /// <summary>The API as native code and as ReadyToRun, which is asked for what the web app reads first.</summary>
    public static Contender[] Api(Built built, DynamoDb dynamo, Emulator emulator)
    {
        // Without a user pool it takes every request as a developer's, as on a developer's machine.
        var development = ("DOTNET_ENVIRONMENT", "Development");
        return
        [
            Of("api native", [built.Api.Native], dynamo, emulator, HandlerData.PublicSettings, ("_HANDLER", "api"), development),
            Of("api ready-to-run", [built.Api.ReadyToRun], dynamo, emulator, HandlerData.PublicSettings, ("_HANDLER", "api"), development),
        ];
    }

    /// <summary>The least that a function could do: one read of the table, or with no read the way through the emulator.</summary>
    public static Contender Floor(string name, string? read, DynamoDb dynamo, Emulator emulator) =>
        Of(name, [Environment.ProcessPath!, "--floor"], dynamo, emulator, read is null ? [] : [(Benchmarks.Floor.ReadVariable, read)]);

    /// <summary>A program as one of the emulator's functions.</summary>
    public static Contender Of(
        string name, string[] command, DynamoDb dynamo, Emulator emulator, params (string Name, string Value)[] more) =>
        Of(name, command, dynamo, emulator, null, more);

    private static Contender Of(
        string name, string[] command, DynamoDb dynamo, Emulator emulator, string? sent, params (string Name, string Value)[] more)
    {
        var function = name.Replace(' ', '-');
        emulator.AddFunction(function, startLimit: TimeSpan.FromSeconds(30));
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{function}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamo.Url,
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["FLOWCONFIGS_TABLE"] = DynamoDb.Table,
        };
        foreach (var (variable, value) in more)
            environment[variable] = value;
        return new(function, command, environment) { Sent = sent };
    }
}
