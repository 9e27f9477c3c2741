#!/usr/bin/env bash
# Stands in for curl: writes down each address that it is given, and answers with the status that $FAKE_AWS/statuses has for it (a pattern
# and a status a line), or as a system does of which all is well.
set -u
address=${*: -1}
printf '%s\n' "$address" >>"$FAKE_AWS/addresses"
if [[ -e $FAKE_AWS/statuses ]]; then
  while read -r pattern status; do
    # shellcheck disable=SC2053 # it is a pattern
    if [[ $address == $pattern ]]; then
      [[ $status != none ]] || { echo "curl: (28) Connection timed out" >&2; exit 28; }
      printf '%s' "$status"
      exit 0
    fi
  done <"$FAKE_AWS/statuses"
fi
case $address in
  */oauth2/authorize*) printf 302 ;;
  *) printf 200 ;;
esac
