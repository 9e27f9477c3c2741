# Written by publish from the lists of stacks, parameters and outputs. Do not change it here.

STACKS=(
  00-artifacts
  10-data
  20-identity
  30-authz
  40-api
  50-web-bucket
  55-web
  60-connect
  70-watch
)

KEPT_STACKS=(
  10-data
  20-identity
  30-authz
)

declare -A REGIONS_OF=(
  [00-artifacts]='primary secondary'
  [10-data]='primary'
  [20-identity]='primary secondary'
  [30-authz]='primary secondary'
  [40-api]='primary secondary'
  [50-web-bucket]='primary secondary'
  [55-web]='primary'
  [60-connect]='primary secondary'
  [70-watch]='primary secondary'
)

declare -A PARAMETERS_OF=(
  [00-artifacts]='Stage CustomerKey BackupDays'
  [10-data]='Stage SecondaryRegion CustomerKey BackupSchedule Protected BackupBucket'
  [20-identity]='Stage LogRetentionDays ProviderType ProviderName SamlMetadataUrl OidcIssuer OidcClientId OidcSecretName EmailClaim GroupsClaim DomainPrefix HostName Protected ArtifactBucket'
  [30-authz]='Stage Protected UserPoolArn WebClientId'
  [40-api]='Stage PrimaryRegion SecondaryRegion CustomerKey LogRetentionDays ConnectProvisionedConcurrency ConnectReservedConcurrency ApiReservedConcurrency CacheSeconds Speech CollectorLayerArn CertificateFile ProviderName HostName ApiEndpointType VpcEndpointIds AllowedAddresses GatewayLogRole WebAclArn ConnectInstanceArn M365TenantId M365ClientId M365Mailbox M365Auth M365SecretName M365TimeZone M365LoginUrl M365GraphUrl Release ArtifactBucket UserPoolId UserPoolArn WebClientId SignInUrl PolicyStoreId PolicyStoreArn'
  [50-web-bucket]='Stage DistributionId'
  [55-web]='Stage SecondaryRegion HostName CertificateArn DistributionWebAclArn FrameAncestors ConnectSources'
  [60-connect]='Stage HostName ConnectInstanceArn ApplicationName M365TenantId SignInUrl GetConfigArn IsListedArn VanityNumbersArn OfficeCalendarArn SendMailArn'
  [70-watch]='Stage PrimaryRegion SecondaryRegion AlarmEmail SlackWorkspaceId SlackChannelId MonthlyBudget ConnectInstanceArn M365TenantId DistributionId'
)

# Parameters by their name in the templates.
declare -A VARIABLE_OF=(
  [AccountId]='ACCOUNT_ID'
  [Stage]='STAGE'
  [PrimaryRegion]='PRIMARY_REGION'
  [SecondaryRegion]='SECONDARY_REGION'
  [CustomerKey]='CUSTOMER_KEY'
  [LogRetentionDays]='LOG_RETENTION_DAYS'
  [ConnectProvisionedConcurrency]='CONNECT_PROVISIONED_CONCURRENCY'
  [ConnectReservedConcurrency]='CONNECT_RESERVED_CONCURRENCY'
  [ApiReservedConcurrency]='API_RESERVED_CONCURRENCY'
  [BackupSchedule]='BACKUP_SCHEDULE'
  [BackupDays]='BACKUP_DAYS'
  [CacheSeconds]='CACHE_SECONDS'
  [Speech]='SPEECH'
  [CollectorLayerArn]='COLLECTOR_LAYER_ARN'
  [CertificateFile]='CERTIFICATE_FILE'
  [AlarmEmail]='ALARM_EMAIL'
  [SlackWorkspaceId]='SLACK_WORKSPACE_ID'
  [SlackChannelId]='SLACK_CHANNEL_ID'
  [MonthlyBudget]='MONTHLY_BUDGET'
  [ProviderType]='PROVIDER_TYPE'
  [ProviderName]='PROVIDER_NAME'
  [SamlMetadataUrl]='SAML_METADATA_URL'
  [OidcIssuer]='OIDC_ISSUER'
  [OidcClientId]='OIDC_CLIENT_ID'
  [OidcSecretName]='OIDC_SECRET_NAME'
  [EmailClaim]='EMAIL_CLAIM'
  [GroupsClaim]='GROUPS_CLAIM'
  [DomainPrefix]='DOMAIN_PREFIX'
  [HostName]='HOST_NAME'
  [CertificateArn]='CERTIFICATE_ARN'
  [ApiEndpointType]='API_ENDPOINT_TYPE'
  [VpcEndpointIds]='VPC_ENDPOINT_IDS'
  [AllowedAddresses]='ALLOWED_ADDRESSES'
  [GatewayLogRole]='GATEWAY_LOG_ROLE'
  [WebAclArn]='WEB_ACL_ARN'
  [DistributionWebAclArn]='DISTRIBUTION_WEB_ACL_ARN'
  [ConnectInstanceArn]='CONNECT_INSTANCE_ARN'
  [ApplicationName]='APPLICATION_NAME'
  [FrameAncestors]='FRAME_ANCESTORS'
  [M365TenantId]='M365_TENANT_ID'
  [M365ClientId]='M365_CLIENT_ID'
  [M365Mailbox]='M365_MAILBOX'
  [M365Auth]='M365_AUTH'
  [M365SecretName]='M365_SECRET_NAME'
  [M365TimeZone]='M365_TIME_ZONE'
  [M365LoginUrl]='M365_LOGIN_URL'
  [M365GraphUrl]='M365_GRAPH_URL'
)

declare -A SHARED_KEY=(
  [ArtifactBucket]='artifact-bucket'
  [UserPoolId]='user-pool-id'
  [UserPoolArn]='user-pool-arn'
  [WebClientId]='web-client-id'
  [SignInUrl]='sign-in-url'
  [PolicyStoreId]='policy-store-id'
  [PolicyStoreArn]='policy-store-arn'
  [GetConfigArn]='get-config-arn'
  [IsListedArn]='is-listed-arn'
  [VanityNumbersArn]='vanity-numbers-arn'
  [OfficeCalendarArn]='office-calendar-arn'
  [SendMailArn]='send-mail-arn'
)

# Variables of flow-configs.env; those with a value for each Region by what stands before _PRIMARY.
VARIABLES=(
  ACCOUNT_ID
  STAGE
  PRIMARY_REGION
  SECONDARY_REGION
  CUSTOMER_KEY
  LOG_RETENTION_DAYS
  CONNECT_PROVISIONED_CONCURRENCY
  CONNECT_RESERVED_CONCURRENCY
  API_RESERVED_CONCURRENCY
  BACKUP_SCHEDULE
  BACKUP_DAYS
  CACHE_SECONDS
  SPEECH
  COLLECTOR_LAYER_ARN_PRIMARY
  COLLECTOR_LAYER_ARN_SECONDARY
  CERTIFICATE_FILE
  ALARM_EMAIL
  SLACK_WORKSPACE_ID
  SLACK_CHANNEL_ID
  MONTHLY_BUDGET
  PROVIDER_TYPE
  PROVIDER_NAME
  SAML_METADATA_URL
  OIDC_ISSUER
  OIDC_CLIENT_ID
  OIDC_SECRET_NAME
  EMAIL_CLAIM
  GROUPS_CLAIM
  DOMAIN_PREFIX
  HOST_NAME
  CERTIFICATE_ARN
  API_ENDPOINT_TYPE
  VPC_ENDPOINT_IDS_PRIMARY
  VPC_ENDPOINT_IDS_SECONDARY
  ALLOWED_ADDRESSES
  GATEWAY_LOG_ROLE_PRIMARY
  GATEWAY_LOG_ROLE_SECONDARY
  WEB_ACL_ARN_PRIMARY
  WEB_ACL_ARN_SECONDARY
  DISTRIBUTION_WEB_ACL_ARN
  CONNECT_INSTANCE_ARN_PRIMARY
  CONNECT_INSTANCE_ARN_SECONDARY
  APPLICATION_NAME
  FRAME_ANCESTORS
  M365_TENANT_ID
  M365_CLIENT_ID
  M365_MAILBOX
  M365_AUTH
  M365_SECRET_NAME
  M365_TIME_ZONE
  M365_LOGIN_URL
  M365_GRAPH_URL
)

declare -A PER_REGION=(
  [COLLECTOR_LAYER_ARN]='yes'
  [VPC_ENDPOINT_IDS]='yes'
  [GATEWAY_LOG_ROLE]='yes'
  [WEB_ACL_ARN]='yes'
  [CONNECT_INSTANCE_ARN]='yes'
)

declare -A MAY_BE_EMPTY=(
  [SECONDARY_REGION]='yes'
  [BACKUP_SCHEDULE]='yes'
  [COLLECTOR_LAYER_ARN]='yes'
  [ALARM_EMAIL]='yes'
  [SLACK_WORKSPACE_ID]='yes'
  [SLACK_CHANNEL_ID]='yes'
  [SAML_METADATA_URL]='yes'
  [OIDC_ISSUER]='yes'
  [OIDC_CLIENT_ID]='yes'
  [OIDC_SECRET_NAME]='yes'
  [VPC_ENDPOINT_IDS]='yes'
  [WEB_ACL_ARN]='yes'
  [DISTRIBUTION_WEB_ACL_ARN]='yes'
  [APPLICATION_NAME]='yes'
  [M365_TENANT_ID]='yes'
  [M365_CLIENT_ID]='yes'
  [M365_MAILBOX]='yes'
)

declare -A ASK=(
  [ACCOUNT_ID]='The operator'
  [STAGE]='The operator'
  [PRIMARY_REGION]='The operator'
  [SECONDARY_REGION]='The operator'
  [CUSTOMER_KEY]='The operator'
  [LOG_RETENTION_DAYS]='The operator'
  [CONNECT_PROVISIONED_CONCURRENCY]='The operator'
  [CONNECT_RESERVED_CONCURRENCY]='The operator'
  [API_RESERVED_CONCURRENCY]='The operator'
  [BACKUP_SCHEDULE]='The operator'
  [BACKUP_DAYS]='The operator'
  [CACHE_SECONDS]='The operator'
  [SPEECH]='The operator'
  [COLLECTOR_LAYER_ARN]='The operator'
  [CERTIFICATE_FILE]='The operator'
  [ALARM_EMAIL]='The operator'
  [SLACK_WORKSPACE_ID]='The operator'
  [SLACK_CHANNEL_ID]='The operator'
  [MONTHLY_BUDGET]='The operator'
  [PROVIDER_TYPE]='The administrator of single sign-on'
  [PROVIDER_NAME]='The administrator of single sign-on'
  [SAML_METADATA_URL]='The administrator of single sign-on'
  [OIDC_ISSUER]='The administrator of single sign-on'
  [OIDC_CLIENT_ID]='The administrator of single sign-on'
  [OIDC_SECRET_NAME]='The administrator of single sign-on'
  [EMAIL_CLAIM]='The administrator of single sign-on'
  [GROUPS_CLAIM]='The administrator of single sign-on'
  [DOMAIN_PREFIX]='The administrator of single sign-on'
  [HOST_NAME]='The network administrator'
  [CERTIFICATE_ARN]='The network administrator'
  [API_ENDPOINT_TYPE]='The network administrator'
  [VPC_ENDPOINT_IDS]='The network administrator'
  [ALLOWED_ADDRESSES]='The network administrator'
  [GATEWAY_LOG_ROLE]='The operator'
  [WEB_ACL_ARN]='The network administrator'
  [DISTRIBUTION_WEB_ACL_ARN]='The network administrator'
  [CONNECT_INSTANCE_ARN]='The administrator of Amazon Connect'
  [APPLICATION_NAME]='The administrator of Amazon Connect'
  [FRAME_ANCESTORS]='The administrator of Amazon Connect'
  [M365_TENANT_ID]='The administrator of Microsoft 365'
  [M365_CLIENT_ID]='The administrator of Microsoft 365'
  [M365_MAILBOX]='The administrator of Microsoft 365'
  [M365_AUTH]='The administrator of Microsoft 365'
  [M365_SECRET_NAME]='The administrator of Microsoft 365'
  [M365_TIME_ZONE]='The administrator of Microsoft 365'
  [M365_LOGIN_URL]='The administrator of Microsoft 365'
  [M365_GRAPH_URL]='The administrator of Microsoft 365'
)

declare -A DESCRIPTION_OF=(
  [ACCOUNT_ID]='AWS account; credentials of any other are refused'
  [STAGE]='Name of this environment; the names of all its resources contain it'
  [PRIMARY_REGION]='Primary Region. It also hosts single resources such as the CloudFront distribution'
  [SECONDARY_REGION]='Region of the second copy of everything; empty for one Region only'
  [CUSTOMER_KEY]='Whether a KMS key of your own encrypts the table; false for the key that AWS owns'
  [LOG_RETENTION_DAYS]='Days for which logs are kept'
  [CONNECT_PROVISIONED_CONCURRENCY]='Instances of each Connect function that are kept warm, at about 11 US dollars a month each in each Region; 0 for none'
  [CONNECT_RESERVED_CONCURRENCY]='Most instances of each Connect function, set aside for it; -1 for no limit of its own'
  [API_RESERVED_CONCURRENCY]='Most instances of the API'\''s function, so that it leaves the rest of the account'\''s quota to calls; -1 for no limit of its own'
  [BACKUP_SCHEDULE]='When the table is exported to the backup bucket, as EventBridge Scheduler writes it, in UTC; empty for never'
  [BACKUP_DAYS]='Days for which an export is kept in the backup bucket'
  [CACHE_SECONDS]='Seconds, 0 to 60, for which getConfig does not ask the table again; a change is live after them'
  [SPEECH]='Whether Amazon Polly reads prompts aloud in the web app, at AWS'\''s charge; off for the browser'\''s voice'
  [COLLECTOR_LAYER_ARN]='Layer version of the AWS Distro for OpenTelemetry collector, amd64; empty for none'
  [CERTIFICATE_FILE]='PEM file of the certificate authorities that the functions trust; another one, from a layer, for a proxy'
  [ALARM_EMAIL]='Address to which alarms are sent; AWS asks it to confirm; empty for none'
  [SLACK_WORKSPACE_ID]='Slack workspace that is connected with AWS Chatbot in this account; empty for none'
  [SLACK_CHANNEL_ID]='Slack channel for alarms; empty for none'
  [MONTHLY_BUDGET]='US dollars a month of which 80 % and 100 % are reported; 0 for no budget'
  [PROVIDER_TYPE]='Protocol of the provider that Amazon Connect signs in with'
  [PROVIDER_NAME]='Name of that provider in the user pool'
  [SAML_METADATA_URL]='Address of the provider'\''s SAML metadata; empty for OIDC'
  [OIDC_ISSUER]='The provider'\''s issuer; empty for SAML'
  [OIDC_CLIENT_ID]='Client id that the provider gave to the user pool; empty for SAML'
  [OIDC_SECRET_NAME]='Secret in Secrets Manager, in each Region, whose key clientSecret holds the secret; empty for SAML'
  [EMAIL_CLAIM]='SAML attribute or OIDC claim that holds the e-mail address, by which changes are recorded'
  [GROUPS_CLAIM]='SAML attribute or OIDC claim that holds the groups, such as flow-configs-admin'
  [DOMAIN_PREFIX]='First part of the sign-in pages'\'' address; no other AWS account may have it'
  [HOST_NAME]='Host name of the web app'
  [CERTIFICATE_ARN]='ACM certificate for the host name. It must be in us-east-1, whatever the primary Region'
  [API_ENDPOINT_TYPE]='PRIVATE lets in the VPC endpoints only; REGIONAL lets in the addresses of AllowedAddresses'
  [VPC_ENDPOINT_IDS]='VPC endpoints for execute-api through which the API is reached; empty for a REGIONAL API'
  [ALLOWED_ADDRESSES]='Addresses that reach a REGIONAL API, in CIDR notation; a PRIVATE one does not look at them'
  [GATEWAY_LOG_ROLE]='Whether to give API Gateway the account'\''s role for logs; false where the account has one already'
  [WEB_ACL_ARN]='Regional web ACL of AWS WAF for the API; empty for none'
  [DISTRIBUTION_WEB_ACL_ARN]='Global web ACL of AWS WAF for the web app; empty for none'
  [CONNECT_INSTANCE_ARN]='Amazon Connect instance with the flows and the agent workspace'
  [APPLICATION_NAME]='Name of the app in the agent workspace; empty for Flow Configs and the stage'\''s name, because two apps of an account cannot have the same'
  [FRAME_ANCESTORS]='Origins that may frame the web app, with spaces between them'
  [M365_TENANT_ID]='GUID of the Microsoft 365 tenant; empty for neither office calendar nor mail'
  [M365_CLIENT_ID]='Application (client) id of the app in the tenant'
  [M365_MAILBOX]='Address of the mailbox with the calendar; mail is sent from it'
  [M365_AUTH]='How the app signs in: secret for a secret or certificate in Secrets Manager, federation for no secret'
  [M365_SECRET_NAME]='Secret in Secrets Manager, in each Region, that holds the app'\''s secret or certificate as JSON'
  [M365_TIME_ZONE]='Time zone, by its IANA name, of offices whose config names none'
  [M365_LOGIN_URL]='Address of Microsoft'\''s sign-in; another one for a national cloud'
  [M365_GRAPH_URL]='Address of Microsoft Graph; another one for a national cloud'
)

declare -A EXAMPLE_OF=(
  [ACCOUNT_ID]='111122223333'
  [STAGE]='prod'
  [PRIMARY_REGION]='us-east-1'
  [SECONDARY_REGION]='us-west-2'
  [CUSTOMER_KEY]='true'
  [LOG_RETENTION_DAYS]='365'
  [CONNECT_PROVISIONED_CONCURRENCY]='1'
  [CONNECT_RESERVED_CONCURRENCY]='100'
  [API_RESERVED_CONCURRENCY]='50'
  [BACKUP_SCHEDULE]='rate(7 days)'
  [BACKUP_DAYS]='365'
  [CACHE_SECONDS]='5'
  [SPEECH]='polly'
  [COLLECTOR_LAYER_ARN]='arn:aws:lambda:us-east-1:901920570463:layer:aws-otel-collector-amd64-ver-0-117-0:1'
  [CERTIFICATE_FILE]='/opt/certificates.pem'
  [ALARM_EMAIL]='flow-configs-alarms@example.com'
  [SLACK_WORKSPACE_ID]='T0123456789'
  [SLACK_CHANNEL_ID]='C0123456789'
  [MONTHLY_BUDGET]='250'
  [PROVIDER_TYPE]='OIDC'
  [PROVIDER_NAME]='ConnectSSO'
  [SAML_METADATA_URL]='https://login.example.com/flow-configs/metadata.xml'
  [OIDC_ISSUER]='https://login.example.com'
  [OIDC_CLIENT_ID]='0oa1b2c3d4'
  [OIDC_SECRET_NAME]='flow-configs/oidc'
  [EMAIL_CLAIM]='http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'
  [GROUPS_CLAIM]='http://schemas.microsoft.com/ws/2008/06/identity/claims/groups'
  [DOMAIN_PREFIX]='example-flow-configs'
  [HOST_NAME]='flow-configs.example.com'
  [CERTIFICATE_ARN]='arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555'
  [API_ENDPOINT_TYPE]='PRIVATE'
  [VPC_ENDPOINT_IDS]='vpce-0123456789abcdef0'
  [ALLOWED_ADDRESSES]='198.51.100.0/24'
  [GATEWAY_LOG_ROLE]='false'
  [WEB_ACL_ARN]='arn:aws:wafv2:us-east-1:111122223333:regional/webacl/flow-configs/11111111-2222-3333-4444-555555555555'
  [DISTRIBUTION_WEB_ACL_ARN]='arn:aws:wafv2:us-east-1:111122223333:global/webacl/flow-configs/11111111-2222-3333-4444-555555555555'
  [CONNECT_INSTANCE_ARN]='arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-3333-4444-555555555555'
  [APPLICATION_NAME]='Flow Configs'
  [FRAME_ANCESTORS]='https://example.my.connect.aws'
  [M365_TENANT_ID]='5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60'
  [M365_CLIENT_ID]='c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f'
  [M365_MAILBOX]='office@example.com'
  [M365_AUTH]='federation'
  [M365_SECRET_NAME]='flow-configs/prod/m365'
  [M365_TIME_ZONE]='America/Chicago'
  [M365_LOGIN_URL]='https://login.microsoftonline.us'
  [M365_GRAPH_URL]='https://graph.microsoft.us'
)

declare -A ALLOWED_OF=(
  [CUSTOMER_KEY]='true false'
  [LOG_RETENTION_DAYS]='7 14 30 60 90 180 365 731 1827 3653'
  [SPEECH]='off polly'
  [PROVIDER_TYPE]='SAML OIDC'
  [API_ENDPOINT_TYPE]='PRIVATE REGIONAL'
  [GATEWAY_LOG_ROLE]='true false'
  [M365_AUTH]='secret federation'
)

declare -A LEAST_OF=(
  [CONNECT_PROVISIONED_CONCURRENCY]='0'
  [CONNECT_RESERVED_CONCURRENCY]='-1'
  [API_RESERVED_CONCURRENCY]='-1'
  [BACKUP_DAYS]='1'
  [CACHE_SECONDS]='0'
  [MONTHLY_BUDGET]='0'
)

declare -A PATTERN_OF=(
  [ACCOUNT_ID]='[0-9]{12}'
  [STAGE]='[a-z][a-z0-9-]{0,11}'
  [PRIMARY_REGION]='[a-z]{2}(-[a-z]+)+-[0-9]'
  [SECONDARY_REGION]='[a-z]{2}(-[a-z]+)+-[0-9]'
  [BACKUP_SCHEDULE]='(cron|rate)\(.+\)'
  [COLLECTOR_LAYER_ARN]='arn:[a-z-]+:lambda:.+:layer:.+:[0-9]+'
  [CERTIFICATE_FILE]='/.+'
  [SLACK_WORKSPACE_ID]='[0-9A-Z]{1,255}'
  [SLACK_CHANNEL_ID]='[A-Za-z0-9]{1,255}'
  [PROVIDER_NAME]='[A-Za-z0-9._-]{1,32}'
  [SAML_METADATA_URL]='https://.+'
  [OIDC_ISSUER]='https://.+'
  [OIDC_SECRET_NAME]='[A-Za-z0-9/_+=.@-]{1,512}'
  [DOMAIN_PREFIX]='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  [HOST_NAME]='[a-z0-9-]+(\.[a-z0-9-]+)+'
  [CERTIFICATE_ARN]='arn:[a-z-]+:acm:us-east-1:[0-9]{12}:certificate/.+'
  [WEB_ACL_ARN]='arn:[a-z-]+:wafv2:.+:regional/webacl/.+'
  [DISTRIBUTION_WEB_ACL_ARN]='arn:[a-z-]+:wafv2:us-east-1:.+:global/webacl/.+'
  [CONNECT_INSTANCE_ARN]='arn:[a-z-]+:connect:[a-z0-9-]+:[0-9]{12}:instance/[a-z0-9-]+'
  [APPLICATION_NAME]='[a-zA-Z0-9/._ -]{1,255}'
  [FRAME_ANCESTORS]='https://[^ ;,]+( https://[^ ;,]+)*'
  [M365_TENANT_ID]='[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
  [M365_CLIENT_ID]='[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
  [M365_MAILBOX]='[^@ ]+@[^@ ]+'
  [M365_SECRET_NAME]='[A-Za-z0-9/_+=.@-]{1,512}'
  [M365_TIME_ZONE]='[A-Za-z0-9_+/-]{1,64}'
  [M365_LOGIN_URL]='https://[A-Za-z0-9.-]+'
  [M365_GRAPH_URL]='https://[A-Za-z0-9.-]+'
)

# What stacks publish: the Regions that have it.
declare -A OUTPUT_REGIONS=(
  [artifact-bucket]='primary secondary'
  [backup-bucket]='primary secondary'
  [table-name]='primary'
  [table-stream-arn]='primary'
  [user-pool-id]='primary secondary'
  [user-pool-arn]='primary secondary'
  [web-client-id]='primary secondary'
  [sign-in-url]='primary secondary'
  [sign-in-provider]='primary secondary'
  [saml-entity-id]='primary secondary'
  [saml-reply-url]='primary secondary'
  [oidc-redirect-url]='primary secondary'
  [policy-store-id]='primary secondary'
  [policy-store-arn]='primary secondary'
  [api-id]='primary secondary'
  [api-url]='primary secondary'
  [connect-sources]='primary secondary'
  [get-config-arn]='primary secondary'
  [is-listed-arn]='primary secondary'
  [vanity-numbers-arn]='primary secondary'
  [office-calendar-arn]='primary secondary'
  [send-mail-arn]='primary secondary'
  [refresh-calendar-role-arn]='primary secondary'
  [deliver-mail-role-arn]='primary secondary'
  [web-bucket]='primary secondary'
  [distribution-id]='primary'
  [distribution-domain]='primary'
  [application-arn]='primary secondary'
  [application-namespace]='primary secondary'
  [alarm-topic-arn]='primary secondary'
  [dashboard-url]='primary secondary'
)
