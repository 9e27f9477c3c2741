# Written by publish from contact-center.json. Do not change it here.

CONNECT_ALIAS='example-office'
CONNECT_STACKS=(
  '10-instance'
  '25-numbers'
  '55-integrations'
  '65-flows'
)

declare -A CONNECT_COMPONENT_OF=(
  [10-instance]='instance'
  [25-numbers]='numbers'
  [55-integrations]='integrations'
  [65-flows]='flows'
)

# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.
CONNECT_BUILT_IN=(
  'queue/BasicQueue|BasicQueue'
)

# Links that CloudFormation cannot make.
CONNECT_NUMBER_FLOWS=(
  'number/main|flow/Office-calendar'
)

CONNECT_QUEUE_QUICK_CONNECTS=(
)

CONNECT_REPLICA_REGION=''
CONNECT_REPLICA_ALIAS=''
CONNECT_TRAFFIC_GROUP=''
CONNECT_REPLICA_SHARE=''
