# What the operator reads, and is asked.

say() { printf '%s\n' "$*"; }
step() { printf '\n== %s\n' "$*"; }
fail() {
  printf 'ops: %s\n' "$*" >&2
  exit 1
}
warn() { printf 'ops: %s\n' "$*" >&2; }

# Asks for "y"; nothing else goes on.
confirm() {
  if $YES || $DRY_RUN; then return; fi
  local answer=
  read -r -p "$1 [y/N] " answer || true
  [[ $answer == y || $answer == Y ]] || fail "Stopped; nothing more was changed. (--yes answers without being asked.)"
}

# What is to be undone however the command ends.
CLEAN_UP=()
at_exit() {
  local action
  for action in "${CLEAN_UP[@]}"; do "$action"; done
  rm -rf "$SCRATCH"
}
