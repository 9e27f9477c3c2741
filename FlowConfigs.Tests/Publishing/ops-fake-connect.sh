# What ops-fake-aws.sh answers for a Connect instance: SSM parameters are lines of $FAKE_AWS/connect, and what is linked is lines of
# $FAKE_AWS/linked-<queue> and $FAKE_AWS/number-flows. The replica and the traffic distribution group are there once they were made.
# shellcheck shell=bash disable=SC2154 # region and stack are aws's

all_of() { while (($# > 0)); do if [[ $1 == --quick-connect-ids ]]; then shift; printf '%s\n' "$@"; return; fi; shift; done; }

# aws_connect SERVICE COMMAND …: 3 where it is not for Connect.
aws_connect() {
  local linked group shares
  find_option --queue-id "$@"
  linked=$FAKE_AWS/linked-$FOUND
  group=arn:aws:connect:us-east-1:111122223333:traffic-distribution-group/group

  # Of the groups that a test wrote to $FAKE_AWS/groups, each has its shares in a file.
  case "$1 $2 $*" in
    'connect list-traffic-distribution-groups '*IsDefault*) cat "$FAKE_AWS/groups" 2>/dev/null; return 0 ;;
    'connect get-traffic-distribution '*AgentConfig*)
      shares=$(option --id "$@")
      cat "$FAKE_AWS/shares-${shares##*/}"
      return
      ;;
    'connect update-traffic-distribution '*--agent-config*)
      shares=$(option --id "$@")
      {
        option --telephony-config "$@" | grep -o 'Region=[^}]*' | sed 's/Region=/calls /; s/,Percentage=/ /'
        option --agent-config "$@" | grep -o 'Region=[^}]*' | sed 's/Region=/agents /; s/,Percentage=/ /'
        option --sign-in-config "$@" | grep -o 'Region=[^}]*' | sed 's/Region=/sign-in /; s/,Enabled=/ /'
      } >"$FAKE_AWS/shares-${shares##*/}"
      return
      ;;
  esac

  case "$1 $2" in
    'ssm get-parameters-by-path') grep "^$(option --path "$@")/" "$FAKE_AWS/connect" 2>/dev/null ;;
    'ssm put-parameter')
      grep -v "^$(option --name "$@")"$'\t' "$FAKE_AWS/connect" >"$FAKE_AWS/connect.new"
      printf '%s\t%s\n' "$(option --name "$@")" "$(option --value "$@")" >>"$FAKE_AWS/connect.new"
      mv "$FAKE_AWS/connect.new" "$FAKE_AWS/connect"
      ;;
    'connect list-security-profiles') printf 'Agent\tarn:security-profile/agent\nAdmin\tarn:security-profile/admin\n' ;;
    'connect list-queues') printf 'BasicQueue\tarn:queue/basic\n' ;;
    'connect list-contact-flows') printf 'Default queue transfer\tarn:contact-flow/transfer\n' ;;
    'connect list-queue-quick-connects') cat "$linked" 2>/dev/null ;;
    'connect associate-queue-quick-connects') all_of "$@" >>"$linked" ;;
    'connect disassociate-queue-quick-connects')
      all_of "$@" >"$linked.gone"
      grep -vxFf "$linked.gone" "$linked" >"$linked.new"
      mv "$linked.new" "$linked"
      ;;
    'connect list-flow-associations') cat "$FAKE_AWS/number-flows" 2>/dev/null ;;
    'connect associate-phone-number-contact-flow')
      printf '%s\t%s\n' "$(option --phone-number-id "$@")" "$(option --contact-flow-id "$@")" >>"$FAKE_AWS/number-flows" ;;
    'connect describe-instance')
      if [[ $* == *InstanceStatus,Identity* ]]; then printf 'ACTIVE\tSAML\n'; return; fi
      if [[ $* == *IdentityManagementType ]]; then echo SAML; return; fi
      [[ -e $FAKE_AWS/replica ]] || { refuse ResourceNotFoundException "no instance in $region"; return 254; }
      echo ACTIVE
      ;;
    'connect replicate-instance') touch "$FAKE_AWS/replica" ;;
    'connect list-traffic-distribution-groups')
      [[ -e $FAKE_AWS/group ]] || return 0
      if [[ $* == *Status* ]]; then echo ACTIVE; else echo "$group"; fi
      ;;
    'connect create-traffic-distribution-group') touch "$FAKE_AWS/group" ;;
    'connect list-phone-numbers-v2')
      if [[ $* == *"$group"* ]]; then cat "$FAKE_AWS/claimed" 2>/dev/null; else printf 'arn:number/main\t+442071234567\n'; fi ;;
    'connect update-phone-number') option --phone-number-id "$@" >>"$FAKE_AWS/claimed"; echo >>"$FAKE_AWS/claimed" ;;
    'connect get-traffic-distribution') cat "$FAKE_AWS/shares" 2>/dev/null ;;
    'connect update-traffic-distribution')
      option --telephony-config "$@" | grep -o 'Region=[^}]*' | sed 's/Region=//; s/,Percentage=/\t/' >"$FAKE_AWS/shares" ;;
    *) return 3 ;;
  esac
  return 0
}
