# Written by publish from contact-center.json. Do not change it here.

CONNECT_ALIAS='example-resources'
CONNECT_STACKS=(
  '10-instance'
  '12-early-resources'
  '20-hours'
  '35-queues'
  '40-routing-profiles'
  '50-users-32'
  '60-modules'
  '65-flows'
  '75-late-resources'
)

declare -A CONNECT_COMPONENT_OF=(
  [10-instance]='instance'
  [12-early-resources]='early-resources'
  [20-hours]='hours'
  [35-queues]='queues'
  [40-routing-profiles]='routing-profiles'
  [50-users-32]='users'
  [60-modules]='modules'
  [65-flows]='flows'
  [75-late-resources]='late-resources'
)

# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.
CONNECT_BUILT_IN=(
  'security-profile/Agent|Agent'
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
