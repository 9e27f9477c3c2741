using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Routing profiles.</summary>
internal sealed class RoutingProfilesStack : ComponentStack
{
    public RoutingProfilesStack(Construct scope, ContactCenter center)
        : base(scope, center, "routing-profiles", "routing profiles")
    {
        foreach (var model in center.RoutingProfiles)
        {
            var profile = new CfnRoutingProfile(this, Make(Kind.RoutingProfile, model.Name), new CfnRoutingProfileProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                Description = model.Description,
                DefaultOutboundQueueArn = Arn(Kind.Queue, model.DefaultOutboundQueue),
                MediaConcurrencies = model.Channels.Select(limit => new CfnRoutingProfile.MediaConcurrencyProperty
                {
                    Channel = limit.Channel.Word(),
                    Concurrency = limit.Contacts,
                    CrossChannelBehavior = limit.CrossChannel is { } behavior
                        ? new CfnRoutingProfile.CrossChannelBehaviorProperty { BehaviorType = behavior.Word() }
                        : null,
                }).ToArray(),
                AgentAvailabilityTimer = model.AvailabilityTimer?.Word(),
                QueueConfigs = model.Queues.Count == 0 ? null : model.Queues.Select(Served).ToArray(),
                Tags = Tagged(model.Tags),
            });
            // Newer than this CDK.
            if (model.ManualQueues.Count > 0)
                profile.AddPropertyOverride("ManualAssignmentQueueConfigs", model.ManualQueues.Select(Manual).ToArray());
            Publish(Kind.RoutingProfile, model.Name, profile.AttrRoutingProfileArn);
        }
    }

    private Dictionary<string, object> Manual(ManualQueue model) => new()
    {
        ["QueueReference"] = new Dictionary<string, object> { ["Channel"] = model.Channel.Word(), ["QueueArn"] = Arn(Kind.Queue, model.Queue) },
    };

    private CfnRoutingProfile.RoutingProfileQueueConfigProperty Served(ServedQueue model) => new()
    {
        Priority = model.Priority,
        Delay = model.DelaySeconds,
        QueueReference = new CfnRoutingProfile.RoutingProfileQueueReferenceProperty
        {
            Channel = model.Channel.Word(),
            QueueArn = Arn(Kind.Queue, model.Queue),
        },
    };
}
