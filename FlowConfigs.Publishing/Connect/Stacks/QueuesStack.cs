using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>
/// Queues. A quick connect to a queue needs the queue, and a queue's list of quick connects needs those: the ops script ties them.
/// </summary>
internal sealed class QueuesStack : ComponentStack
{
    public QueuesStack(Construct scope, ContactCenter center)
        : base(scope, center, "queues", "queues")
    {
        foreach (var model in center.Queues)
        {
            var queue = new CfnQueue(this, Make(Kind.Queue, model.Name), new CfnQueueProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                Description = model.Description,
                HoursOfOperationArn = Arn(Kind.Hours, model.Hours),
                MaxContacts = model.MaxContacts,
                Status = model.Enabled ? "ENABLED" : "DISABLED",
                OutboundCallerConfig = model.CallerIdName is null && model.CallerIdNumber is null ? null
                    : new CfnQueue.OutboundCallerConfigProperty
                    {
                        OutboundCallerIdName = model.CallerIdName,
                        OutboundCallerIdNumberArn = model.CallerIdNumber is { } number ? Arn(Kind.Number, number) : null,
                    },
                Tags = Tagged(model.Tags),
            });
            Publish(Kind.Queue, model.Name, queue.AttrQueueArn);
        }
    }
}
