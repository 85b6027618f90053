#!/bin/sh
# Schedules by the thousand: the golden tests about concurrency, each under one seed of the deterministic mode after another.
# A program that ends otherwise under some seed is told, with the first seed that leads to each outcome.
#
#   tests/det_seeds.sh HOOD_GOLDEN HOOD FIRST-LAST [FILE.go…]
golden=$1 hood=$2 seeds=$3
shift 3
data=$(dirname "$0")/../testdata
if [ $# = 0 ]; then
  # Not those that need several threads, real time or the outside world.
  for f in "$data"/ch05_sync/*.go "$data"/ch06_sched/*.go "$data"/ch03_lang/*chan*.go "$data"/ch03_lang/*select*.go; do
    head -1 "$f" | grep -q 'hood: run' || continue
    head -1 "$f" | grep -q 'det=1' && continue
    case $f in
      */lock_os_thread.go | */locked_exit.go | */thread_limit.go | */pipe_park.go | */sigquit.go | */schedtrace.go | \
        */syscall_handoff.go | */two_at_once.go | */gomaxprocs.go | */spawn_slice.go) continue ;;
    esac
    set -- "$@" "$f"
  done
fi
exec "$golden" --hood "$hood" --jobs 1 --timeout 100000 --seeds "$seeds" "$@"
