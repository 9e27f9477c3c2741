# Written by publish from contact-center.json. Do not change it here.

CONNECT_ALIAS='example-basic'
CONNECT_STACKS=(
  '10-instance'
)

declare -A CONNECT_COMPONENT_OF=(
  [10-instance]='instance'
)

# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.
CONNECT_BUILT_IN=(
)

# Links that CloudFormation cannot make.
CONNECT_NUMBER_FLOWS=(
)

CONNECT_QUEUE_QUICK_CONNECTS=(
)

CONNECT_REPLICA_REGION=''
CONNECT_REPLICA_ALIAS=''
CONNECT_TRAFFIC_GROUP=''
CONNECT_REPLICA_SHARE=''
