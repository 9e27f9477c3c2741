namespace FlowConfigs.Publishing.Connect;

/// <summary>What AWS's schema of a CloudFormation resource says of a value that a model has.</summary>
/// <param name="Member">The value in the model: <c>queues[].name</c>; <c>[]</c> stands for each entry of a list.</param>
/// <param name="Property">The resource without AWS::Connect::, and the property's path in its schema.</param>
internal sealed record AwsLimit(string Member, string Property)
{
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The pattern in words, for a sentence that goes on after "Use only".</summary>
    public string Form { get; init; } = "";

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool Unique { get; init; }
}

/// <summary>
/// The limits of what publish writes, from AWS's own schemas (https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-connect)
/// as of 2026-11-28. A test compares them with those that cfn-lint 1.51 has. Those of tags are in <see cref="TagCheck"/>.
/// </summary>
internal static class AwsLimits
{
    private const string Visible127 = @"^[\P{C}\r\n\t]{1,127}$";
    private const string Visible250 = @"^[\P{C}\r\n\t]{1,250}$";
    private const string NoControls = "characters that can be seen";
    private const string Phone = @"^\+[1-9]\d{1,14}$";
    private const string PhoneForm = "+ and 2 to 15 digits, such as +442071234567";
    private const string NotBlank = @".*\S.*";

    public static IReadOnlyList<AwsLimit> All { get; } =
    [
        new("alias", "Instance/InstanceAlias")
        {
            MinLength = 1, MaxLength = 45, Pattern = @"^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$", Form = "letters A–Z, digits and - within",
        },
        new("instance.directoryId", "Instance/DirectoryId")
        {
            MinLength = 12, MaxLength = 12, Pattern = "^d-[0-9a-f]{10}$", Form = "d- and 10 hexadecimal digits",
        },
        new("storage[].bucket", "InstanceStorageConfig/S3Config/BucketName") { MinLength = 1, MaxLength = 128 },
        new("storage[].prefix", "InstanceStorageConfig/S3Config/BucketPrefix") { MinLength = 1, MaxLength = 128 },
        new("storage[].keyArn", "InstanceStorageConfig/S3Config/EncryptionConfig/KeyId") { MinLength = 1, MaxLength = 128 },
        new("storage[].streamArn", "InstanceStorageConfig/KinesisStreamConfig/StreamArn")
        {
            Pattern = "^arn:aws[-a-z0-9]*:kinesis:[-a-z0-9]*:[0-9]{12}:stream/[-a-zA-Z0-9_.]*$", Form = "the ARN of a Kinesis data stream",
        },
        new("storage[].firehoseArn", "InstanceStorageConfig/KinesisFirehoseConfig/FirehoseArn")
        {
            Pattern = "^arn:aws[-a-z0-9]*:firehose:[-a-z0-9]*:[0-9]{12}:deliverystream/[-a-zA-Z0-9_.]*$", Form = "the ARN of a Firehose stream",
        },
        new("hours[].name", "HoursOfOperation/Name") { MinLength = 1, MaxLength = 127, Pattern = Visible127, Form = NoControls },
        new("hours[].description", "HoursOfOperation/Description") { MinLength = 1, MaxLength = 250, Pattern = Visible250, Form = NoControls },
        new("hours[].open", "HoursOfOperation/Config") { MinItems = 0, MaxItems = 100, Unique = true },
        new("numbers[].country", "PhoneNumber/CountryCode") { Pattern = "^[A-Z]{2}", Form = "a code by ISO 3166, such as GB" },
        new("numbers[].prefix", "PhoneNumber/Prefix") { Pattern = @"^\+[0-9]{1,15}", Form = "+ and 1 to 15 digits, such as +4420" },
        new("numbers[].description", "PhoneNumber/Description") { MinLength = 1, MaxLength = 500 },
        new("queues[].name", "Queue/Name") { MinLength = 1, MaxLength = 127 },
        new("queues[].description", "Queue/Description") { MinLength = 1, MaxLength = 250 },
        new("queues[].maxContacts", "Queue/MaxContacts") { Minimum = 0 },
        new("queues[].callerIdName", "Queue/OutboundCallerConfig/OutboundCallerIdName") { MinLength = 1, MaxLength = 255 },
        new("routingProfiles[].name", "RoutingProfile/Name") { MinLength = 1, MaxLength = 127 },
        new("routingProfiles[].description", "RoutingProfile/Description") { MinLength = 1, MaxLength = 250 },
        new("routingProfiles[].channels[].contacts", "RoutingProfile/MediaConcurrencies/*/Concurrency") { Minimum = 1, Maximum = 10 },
        new("routingProfiles[].queues[].priority", "RoutingProfile/QueueConfigs/*/Priority") { Minimum = 1, Maximum = 99 },
        new("routingProfiles[].queues[].delaySeconds", "RoutingProfile/QueueConfigs/*/Delay") { Minimum = 0, Maximum = 9999 },
        new("securityProfiles[].name", "SecurityProfile/SecurityProfileName")
        {
            MinLength = 1, MaxLength = 127, Pattern = "^[ a-zA-Z0-9_@-]+$", Form = "letters A–Z, digits, spaces, _, @ and -",
        },
        new("securityProfiles[].description", "SecurityProfile/Description") { MinLength = 0, MaxLength = 250 },
        new("securityProfiles[].permissions", "SecurityProfile/Permissions") { MinItems = 0, MaxItems = 500, Unique = true },
        new("securityProfiles[].permissions[]", "SecurityProfile/Permissions/*") { MinLength = 1, MaxLength = 128 },
        new("securityProfiles[].applications", "SecurityProfile/Applications") { MinItems = 0, MaxItems = 10, Unique = true },
        new("securityProfiles[].applications[].namespace", "SecurityProfile/Applications/*/Namespace") { MinLength = 1, MaxLength = 128 },
        new("securityProfiles[].applications[].permissions", "SecurityProfile/Applications/*/ApplicationPermissions")
        {
            MinItems = 1, MaxItems = 10, Unique = true,
        },
        new("securityProfiles[].applications[].permissions[]", "SecurityProfile/Applications/*/ApplicationPermissions/*")
        {
            MinLength = 1, MaxLength = 128,
        },
        new("hierarchy.groups[].name", "UserHierarchyGroup/Name") { MinLength = 1, MaxLength = 100 },
        new("users[].username", "User/Username")
        {
            MinLength = 1, MaxLength = 64, Pattern = @"[a-zA-Z0-9\_\-\.\@]+", Form = "letters A–Z, digits, _, -, . and @",
        },
        new("users[].firstName", "User/IdentityInfo/FirstName") { MinLength = 0, MaxLength = 255 },
        new("users[].lastName", "User/IdentityInfo/LastName") { MinLength = 0, MaxLength = 300 },
        new("users[].mobile", "User/IdentityInfo/Mobile") { Pattern = Phone, Form = PhoneForm },
        new("users[].secondaryEmail", "User/IdentityInfo/SecondaryEmail")
        {
            Pattern = @"(?=^.{0,265}$)[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63}", Form = "an address such as ada@example.com",
        },
        new("users[].securityProfiles", "User/SecurityProfileArns") { MinItems = 1, MaxItems = 10, Unique = true },
        new("users[].afterContactWorkSeconds", "User/PhoneConfig/AfterContactWorkTimeLimit") { Minimum = 0 },
        new("quickConnects[].name", "QuickConnect/Name") { MinLength = 1, MaxLength = 127 },
        new("quickConnects[].description", "QuickConnect/Description") { MinLength = 1, MaxLength = 250 },
        new("quickConnects[].number", "QuickConnect/QuickConnectConfig/PhoneConfig/PhoneNumber") { Pattern = Phone, Form = PhoneForm },
        new("lambdas[].arn", "IntegrationAssociation/IntegrationArn") { MinLength = 1, MaxLength = 140 },
        new("lexBots[].aliasArn", "IntegrationAssociation/IntegrationArn") { MinLength = 1, MaxLength = 140 },
        new("applications[].arn", "IntegrationAssociation/IntegrationArn") { MinLength = 1, MaxLength = 140 },
        new("prompts[].name", "Prompt/Name") { MinLength = 1, MaxLength = 127 },
        new("prompts[].description", "Prompt/Description") { MinLength = 1, MaxLength = 250 },
        new("prompts[].s3Uri", "Prompt/S3Uri")
        {
            MinLength = 1, MaxLength = 2000, Pattern = @"s3://\S+/.+|https://\S+\.s3(\.\S+)?\.amazonaws\.com/\S+",
            Form = "the address of a file in S3, such as s3://bucket/closed.wav",
        },
        new("modules[].name", "ContactFlowModule/Name") { MinLength = 1, MaxLength = 127, Pattern = NotBlank, Form = "a text" },
        new("modules[].description", "ContactFlowModule/Description") { MinLength = 0, MaxLength = 500, Pattern = NotBlank, Form = "a text" },
        new("flows[].name", "ContactFlow/Name") { MinLength = 1, MaxLength = 127 },
        new("flows[].description", "ContactFlow/Description") { MaxLength = 500 },
    ];
}
