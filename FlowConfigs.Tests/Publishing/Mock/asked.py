"""The types that moto lacks in CloudFormation and answers questions about otherwise: tables, user pools, aliases, alarms."""

import json

from moto.apigateway.models import Deployment
from moto.awslambda.models import LambdaVersion, lambda_backends
from moto.cloudwatch.models import cloudwatch_backends
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, cognitoidp_backends
from moto.core.common_models import CloudFormationModel
from moto.dynamodb.exceptions import MockValidationException
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table
from moto.kms.models import Key, KmsBackend
from moto.s3.models import FakeBucket, s3_backends

from model import Kept


class GlobalTable(Kept, CloudFormationModel):
    """A table in each Region; items are not copied."""

    __module__ = "moto.dynamodb.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::DynamoDB::GlobalTable"

    def get_cfn_attribute(self, name):
        return self.table.get_cfn_attribute(name)

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        for replica in properties["Replicas"]:
            dynamodb_backends[account_id][replica["Region"]].create_table(
                name=properties["TableName"], schema=properties["KeySchema"], throughput=None, attr=properties["AttributeDefinitions"],
                global_indexes=properties["GlobalSecondaryIndexes"], indexes=None,
                streams={"StreamEnabled": True, **properties["StreamSpecification"]}, billing_mode=properties["BillingMode"],
                sse_specification=properties.get("SSESpecification"), tags=[], warm_throughput=None,
                deletion_protection_enabled=replica["DeletionProtectionEnabled"])
        made = cls(properties["TableName"])
        made.table = dynamodb_backends[account_id][region_name].tables[properties["TableName"]]
        return made

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        properties = cloudformation_json["Properties"]
        for replica in properties["Replicas"]:
            table = dynamodb_backends[account_id][replica["Region"]].tables[properties["TableName"]]
            table.deletion_protection_enabled = replica["DeletionProtectionEnabled"]
        return original_resource


def replicas(table):
    return [
        {"RegionName": region, "ReplicaStatus": "ACTIVE"} for region in ("us-east-1", "us-west-2")
        if table.name in dynamodb_backends[table.account_id][region].tables]


def describe(table, base_key="TableDescription"):
    described = describe_alone(table, base_key)
    described[base_key]["Replicas"] = replicas(table)
    return described


def delete_table(backend, name):
    # The first Region's goes last: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
    if backend.region_name == "us-east-1" and len(replicas(backend.get_table(name))) > 1:
        raise MockValidationException(f"The table {name} still has replicas")
    return delete_alone(backend, name)


describe_alone, Table.describe = Table.describe, describe
delete_alone, DynamoDBBackend.delete_table = DynamoDBBackend.delete_table, delete_table


class UserPool(Kept, CloudFormationModel):
    __module__ = "moto.cognitoidp.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Cognito::UserPool"

    def get_cfn_attribute(self, name):
        return {"Arn": self.pool.arn, "UserPoolId": self.pool.id}[name]

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        pool = cognitoidp_backends[account_id][region_name].create_user_pool(properties["UserPoolName"], dict(properties))
        made = cls(pool.id)
        made.pool = pool
        return made

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.pool.extended_config["DeletionProtection"] = cloudformation_json["Properties"]["DeletionProtection"]
        return original_resource


# https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
def delete_user_pool(backend, user_pool_id):
    pool = backend.describe_user_pool(user_pool_id)
    if pool.extended_config.get("DeletionProtection") == "ACTIVE":
        raise InvalidParameterException("Deletion protection must be inactivated first.")
    if any(domain.user_pool_id == user_pool_id for domain in backend.user_pool_domains.values()):
        raise InvalidParameterException("It has a domain configured that should be deleted first.")
    delete_pool(backend, user_pool_id)


delete_pool, CognitoIdpBackend.delete_user_pool = CognitoIdpBackend.delete_user_pool, delete_user_pool


class UserPoolClient(Kept, CloudFormationModel):
    __module__ = "moto.cognitoidp.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Cognito::UserPoolClient"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        backend = cognitoidp_backends[account_id][region_name]
        return cls(backend.create_user_pool_client(properties["UserPoolId"], properties["GenerateSecret"], dict(properties)).id)


class UserPoolDomain(Kept, CloudFormationModel):
    __module__ = "moto.cognitoidp.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Cognito::UserPoolDomain"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        cognitoidp_backends[account_id][region_name].create_user_pool_domain(properties["UserPoolId"], properties["Domain"])
        return cls(properties["Domain"])

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        cognitoidp_backends[account_id][region_name].delete_user_pool_domain(resource_name)


class Alias(Kept, CloudFormationModel):
    __module__ = "moto.awslambda.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::Alias"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        alias = lambda_backends[account_id][region_name].create_alias(
            properties["Name"], properties["FunctionName"], str(properties["FunctionVersion"]), "", None)
        return cls(alias.arn)


class MetricAlarm(Kept, CloudFormationModel):
    __module__ = "moto.cloudwatch.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::CloudWatch::Alarm"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        cloudwatch_backends[account_id][region_name].put_metric_alarm(
            name=properties["AlarmName"], namespace=properties.get("Namespace"), metric_name=properties.get("MetricName"),
            comparison_operator=properties["ComparisonOperator"], evaluation_periods=properties["EvaluationPeriods"],
            period=properties.get("Period"), threshold=properties["Threshold"], statistic=properties.get("Statistic"),
            description=properties["AlarmDescription"], dimensions=[], alarm_actions=properties["AlarmActions"],
            ok_actions=properties["OKActions"])
        return cls(properties["AlarmName"])

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        cloudwatch_backends[account_id][region_name].delete_alarms([resource_name])


def versioned(cls, resource_name, cloudformation_json, account_id, region_name, **more):
    bucket = unversioned(resource_name, cloudformation_json, account_id, region_name, **more)
    status = cloudformation_json["Properties"].get("VersioningConfiguration", {}).get("Status")
    if status:
        s3_backends[account_id]["aws"].put_bucket_versioning(resource_name, status)
    return bucket


unversioned, FakeBucket.create_from_cloudformation_json = FakeBucket.create_from_cloudformation_json, classmethod(versioned)


def with_policy(cls, resource_name, cloudformation_json, account_id, region_name, **more):
    key = without_policy(resource_name, cloudformation_json, account_id, region_name, **more)
    # moto's answers about a key read the policy as a text.
    key.policy = json.dumps(key.policy)
    return key


without_policy, Key.create_from_cloudformation_json = Key.create_from_cloudformation_json, classmethod(with_policy)


def schedule(backend, key_id, days):
    # AWS takes an ARN too.
    return schedule_by_id(backend, key_id.split("/")[-1], days)


schedule_by_id, KmsBackend.schedule_key_deletion = KmsBackend.schedule_key_deletion, schedule

# A reference to one was the object itself.
Deployment.physical_resource_id = property(lambda self: self.id)
LambdaVersion.get_cfn_attribute = lambda self, _: str(self.version)
