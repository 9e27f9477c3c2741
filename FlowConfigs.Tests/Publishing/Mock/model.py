"""A resource of a stack of which nothing is asked but an id: stacks.RESOLVED has its properties."""

from moto.core.common_models import CloudFormationModel


class Kept(CloudFormationModel):
    """Moto looks for the direct subclasses of CloudFormationModel alone, so each type is one of those too."""

    # moto reads the service's name from the module's.
    __module__ = "moto.core.models"

    def __init__(self, own):
        self.physical_resource_id = own

    @staticmethod
    def cloudformation_type():
        return ""

    @staticmethod
    def cloudformation_name_type():
        return None

    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    def get_cfn_attribute(self, name):
        return self.physical_resource_id

    def is_created(self):
        return True

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, *_, **__):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, *_, **__):
        pass
