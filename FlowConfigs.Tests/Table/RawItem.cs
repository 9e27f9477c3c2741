using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>Items as DynamoDB itself gives them.</summary>
internal static class RawItem
{
    public static Dictionary<string, AttributeValue> Key(string partition, string sort) =>
        new() { ["pk"] = new(partition), ["sk"] = new(sort) };

    public static AuditEntry Audit(Dictionary<string, AttributeValue> item) => AuditItem.Read(new TableItem(item));

    public static int ReadNumber(this Dictionary<string, AttributeValue> item, string attribute) =>
        int.Parse(item[attribute].N, CultureInfo.InvariantCulture);
}

/// <summary>A config's items.</summary>
internal static class ConfigItem
{
    public static string Partition(ConfigId id) => $"CONFIG#{id}";

    public static Config Read(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item["body"].S, ConfigJson.Default.Config)!;
}
