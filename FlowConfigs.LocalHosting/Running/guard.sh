# Runs a command in a process group of its own, and ends the whole group when standard input closes: because the AppHost
# closed it, or because the AppHost died in whatever way (the kernel closes a dead process's pipes).
# Arguments: the seconds between TERM and KILL, then the command. The first line on standard output is "pid N".
# Written for bash 3.2 and later; dash has no job control without a terminal.
set -m
grace=$1
shift
# The guard says nothing of its own: bash would tell how its jobs end.
exec 3<&0 </dev/null 4>&2 2>/dev/null

bash -c 'printf "pid %s\n" "$$"; exec "$@"' bash "$@" 3<&- 2>&4 4>&- &
command=$!

# The watcher has its own group too, so it outlives a guard that is killed.
(
  exec >/dev/null 4>&-
  while read -r -u 3 _; do :; done
  kill -TERM -- "-$command"
  for ((tenths = 0; tenths < grace * 10; tenths++)); do
    kill -0 -- "-$command" || exit
    sleep 0.1
  done
  kill -KILL -- "-$command"
) &
watcher=$!

# Ctrl+C reaches the guard as well: the AppHost decides what it means.
trap '' INT TERM HUP QUIT
exec 3<&- 4>&-

wait "$command"
code=$?
while kill -0 "$command"; do
  sleep 0.2 # it was stopped by a signal, not ended
  wait "$command"
  code=$?
done

kill -KILL -- "-$command" # what the command left behind
kill -KILL -- "-$watcher"
exit "$code"
