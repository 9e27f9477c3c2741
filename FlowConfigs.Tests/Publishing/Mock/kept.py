"""The types of CloudFormation that moto lacks, and of which nothing is asked but an id: each keeps its properties (stacks.RESOLVED)."""

import uuid

from moto.core.common_models import CloudFormationModel

from model import Kept


def new():
    return str(uuid.uuid4())


def short():
    return uuid.uuid4().hex[:14].upper()


# How the id (Ref) of each is made from its properties; {own} and {short} are made up, {region} and {account} are where it is.
IDS = {
    "ApiGateway::Account": "{short}",
    "ApiGateway::Authorizer": "{short}",
    "ApiGateway::GatewayResponse": "{short}",
    "ApiGateway::Stage": "{StageName}",
    "AppIntegrations::Application": "arn:aws:app-integrations:{region}:{account}:application/{own}",
    "Budgets::Budget": "{own}",
    "Chatbot::SlackChannelConfiguration": "arn:aws:chatbot::{account}:chat-configuration/slack-channel/{ConfigurationName}",
    "CloudFront::Distribution": "E{short}",
    "CloudFront::Function": "arn:aws:cloudfront::{account}:function/{Name}",
    "CloudFront::OriginAccessControl": "E{short}",
    "CloudFront::ResponseHeadersPolicy": "{own}",
    "Cognito::UserPoolIdentityProvider": "{ProviderName}",
    "Connect::IntegrationAssociation": "{InstanceId}/integration-association/{own}",
    "Logs::QueryDefinition": "{own}",
    "S3::BucketPolicy": "{Bucket}",
    "SNS::Subscription": "{TopicArn}:{own}",
    "SNS::TopicPolicy": "{own}",
    "SQS::QueuePolicy": "{own}",
    "Scheduler::Schedule": "{Name}",
    "VerifiedPermissions::IdentitySource": "{PolicyStoreId}|{own}",
    "VerifiedPermissions::Policy": "{PolicyStoreId}|{own}",
    "WAFv2::WebACLAssociation": "{WebACLArn}|{ResourceArn}",
}

# Attributes (Fn::GetAtt) that are not the id.
ATTRIBUTES = {"DomainName": lambda own: f"d{own.lower()}.cloudfront.net"}


class Made(Kept):
    __module__ = "moto.core.models"

    def get_cfn_attribute(self, name):
        return ATTRIBUTES.get(name, str)(self.physical_resource_id)

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        return cls(IDS[cls.kind].format(
            **cloudformation_json["Properties"], own=new(), short=short(), region=region_name, account=account_id))


def kept(name):
    members = {"kind": name, "cloudformation_type": staticmethod(lambda: f"AWS::{name}"), "__module__": "moto.core.models"}
    return type("Kept" + name.replace("::", ""), (Made, CloudFormationModel), members)


# moto finds them among the subclasses, which nothing else holds.
MODELS = [kept(name) for name in IDS]
