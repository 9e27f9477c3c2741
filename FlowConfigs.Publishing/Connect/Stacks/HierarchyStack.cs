using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>The users' hierarchy: its levels, and the groups on them.</summary>
internal sealed class HierarchyStack : ComponentStack
{
    private static readonly string[] Levels = ["LevelOne", "LevelTwo", "LevelThree", "LevelFour", "LevelFive"];

    public HierarchyStack(Construct scope, ContactCenter center)
        : base(scope, center, "hierarchy", "levels and groups of users")
    {
        var structure = new CfnUserHierarchyStructure(this, "Levels", new CfnUserHierarchyStructureProps { InstanceArn = InstanceArn });
        foreach (var (level, name) in Levels.Zip(center.Hierarchy.Levels))
            structure.AddPropertyOverride($"UserHierarchyStructure.{level}.Name", name);
        foreach (var model in center.Hierarchy.Groups)
        {
            var id = Make(Kind.HierarchyGroup, model.Name);
            var group = new CfnUserHierarchyGroup(this, id, new CfnUserHierarchyGroupProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                ParentGroupArn = model.Parent is { } parent
                    ? Fn.GetAtt(IdOf(Kind.HierarchyGroup, parent), "UserHierarchyGroupArn").ToString()
                    : null,
                Tags = Tagged(model.Tags),
            });
            group.AddDependency(structure);
            Publish(Kind.HierarchyGroup, model.Name, group.AttrUserHierarchyGroupArn);
        }
    }
}
