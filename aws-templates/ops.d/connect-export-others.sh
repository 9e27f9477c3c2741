# What an instance has beside an export's parts: the model has a place for each in resources, and the export names it.

export_others() {
  others AgentStatus list-agent-statuses "AgentStatusSummaryList[?Type == 'CUSTOM'].[Name]"
  others ApprovedOrigin list-approved-origins 'Origins[].[@]'
  others DataTable list-data-tables 'DataTableSummaryList[].[Name]'
  others EmailAddress search-email-addresses 'EmailAddresses[].[EmailAddress]'
  others EvaluationForm list-evaluation-forms 'EvaluationFormSummaryList[].[Title]'
  others PredefinedAttribute list-predefined-attributes "PredefinedAttributeSummaryList[?!starts_with(Name, 'connect:')].[Name]"
  others Rule list-rules 'RuleSummaryList[].[Name]'
  others SecurityKey list-security-keys 'SecurityKeys[].[AssociationId]'
  others TaskTemplate list-task-templates 'TaskTemplates[].[Name]'
  others View list-views "ViewsSummaryList[?Type == 'CUSTOMER_MANAGED'].[Name]"
  others Workspace list-workspaces 'WorkspaceSummaryList[].[Name]'
}

# others TYPE COMMAND QUERY
others() {
  local names
  names=$(read_aws "$PRIMARY_REGION" connect "$2" --instance-id "$INSTANCE" --query "$3" 2>"$ERRORS") || {
    older_cli "which resources of type $1 there are"
    return 0
  }
  if [[ -n $names ]]; then
    note "Not exported: $1 ${names//$'\n'/, }. They stay in the instance. For another instance, write them into the model's resources."
  fi
}
