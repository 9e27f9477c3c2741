# Runs a command in a process group of its own, and ends the whole group when standard input closes: because the AppHost
# closed it, or because the AppHost died in whatever way (the kernel closes a dead process's pipes).
# Arguments: the seconds between TERM and KILL, then the command. The first line on standard output is "pid N".
# Written for bash 3.2 and later; dash has no job control without a terminal.
set -m
grace=$1
shift
exec 3<&0 </dev/null

bash -c 'printf "pid %s\n" "$$"; exec "$@"' bash "$@" 3<&- &
command=$!

# The watcher has its own group too, so it outlives a guard that is killed.
(
  exec >/dev/null 2>&1
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
exec 2>/dev/null 3<&-

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
