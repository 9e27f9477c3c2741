# What the operator reads, and is asked.

say() { printf '%s\n' "$*"; }
step() { printf '\n== %s\n' "$*"; }
fail() {
  printf 'ops: %s\n' "$*" >&2
  exit 1
}
warn() { printf 'ops: %s\n' "$*" >&2; }

# Asks for "y"; any other answer stops the command.
confirm() {
  if $YES || $DRY_RUN; then return; fi
  local answer=
  read -r -p "$1 [y/N] " answer || true
  [[ $answer == y || $answer == Y ]] || fail "Stopped; nothing more was changed. (--yes answers without being asked.)"
}

# What must be undone at the end of the command, also after a fault.
CLEAN_UP=()
at_exit() {
  local action
  for action in "${CLEAN_UP[@]}"; do "$action"; done
  rm -rf "$SCRATCH"
}
