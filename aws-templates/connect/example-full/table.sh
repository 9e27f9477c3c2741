# Written by publish from contact-center.json. Do not change it here.

CONNECT_ALIAS='example-full'
CONNECT_STACKS=(
  '10-instance'
  '15-storage'
  '20-hours'
  '25-numbers'
  '30-hierarchy'
  '35-queues'
  '40-routing-profiles'
  '45-security-profiles'
  '50-users-0c'
  '50-users-25'
  '50-users-3b'
  '55-integrations'
  '58-prompts'
  '60-modules'
  '65-flows'
  '70-quick-connects'
)

declare -A CONNECT_COMPONENT_OF=(
  [10-instance]='instance'
  [15-storage]='storage'
  [20-hours]='hours'
  [25-numbers]='numbers'
  [30-hierarchy]='hierarchy'
  [35-queues]='queues'
  [40-routing-profiles]='routing-profiles'
  [45-security-profiles]='security-profiles'
  [50-users-0c]='users'
  [50-users-25]='users'
  [50-users-3b]='users'
  [55-integrations]='integrations'
  [58-prompts]='prompts'
  [60-modules]='modules'
  [65-flows]='flows'
  [70-quick-connects]='quick-connects'
)

# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.
CONNECT_BUILT_IN=(
  'flow/Default-agent-transfer|Default agent transfer'
  'flow/Default-queue-transfer|Default queue transfer'
  'queue/BasicQueue|BasicQueue'
  'security-profile/Admin|Admin'
)

# Links that CloudFormation cannot make.
CONNECT_NUMBER_FLOWS=(
  'number/main-line|flow/BasicQueue'
  'number/toll-free|flow/BasicQueue'
  'number/vanity-line|flow/Vanity-numbers'
)

CONNECT_QUEUE_QUICK_CONNECTS=(
  'queue/CustomerService|quick-connect/Supervisor'
  'queue/CustomerService|quick-connect/Head-office'
  'queue/Sales|quick-connect/Supervisor'
)

CONNECT_REPLICA_REGION=''
CONNECT_REPLICA_ALIAS=''
CONNECT_TRAFFIC_GROUP=''
CONNECT_REPLICA_SHARE=''
