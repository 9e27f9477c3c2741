# Written by publish from contact-center.json. Do not change it here.

CONNECT_ALIAS='example-uk'
CONNECT_STACKS=(
  '10-instance'
  '20-hours'
  '25-numbers'
  '35-queues'
  '40-routing-profiles'
  '50-users-06'
  '55-integrations'
  '65-flows'
)

declare -A CONNECT_COMPONENT_OF=(
  [10-instance]='instance'
  [20-hours]='hours'
  [25-numbers]='numbers'
  [35-queues]='queues'
  [40-routing-profiles]='routing-profiles'
  [50-users-06]='users'
  [55-integrations]='integrations'
  [65-flows]='flows'
)

# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.
CONNECT_BUILT_IN=(
  'queue/BasicQueue|BasicQueue'
  'security-profile/Agent|Agent'
)

# Links that CloudFormation cannot make.
CONNECT_NUMBER_FLOWS=(
  'number/main|flow/BasicQueue'
)

CONNECT_QUEUE_QUICK_CONNECTS=(
)

CONNECT_REPLICA_REGION='eu-central-1'
CONNECT_REPLICA_ALIAS='example-uk-frankfurt'
CONNECT_TRAFFIC_GROUP='example-uk'
CONNECT_REPLICA_SHARE='0'
