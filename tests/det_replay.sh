#!/bin/sh
# Deterministic mode keeps its word: the same seed gives the same output and the same event trace, to the byte.
#
#   tests/det_replay.sh HOOD [SEEDS [FILE.go…]]       SEEDS: how many, from 1 on (3)
hood=$1 seeds=${2:-3}
[ $# -ge 2 ] && shift 2 || shift
here=$(dirname "$0")
[ $# -gt 0 ] || set -- "$here"/../testdata/ch05_sync/*.go "$here"/../testdata/ch06_sched/showcase.go \
  "$here"/../testdata/ch06_sched/parallel_work.go "$here"/../testdata/ch06_sched/timers.go \
  "$here"/../testdata/ch06_sched/select_lock_order.go "$here"/../testdata/ch03_lang/maps.go
failed=0
run() { timeout 120 "$hood" run --det --seed "$1" --set trace=1 "$2" >"$3" 2>&1; echo "exit $?" >>"$3"; }
for file in "$@"; do
  seed=1
  while [ "$seed" -le "$seeds" ]; do
    one=$(mktemp) two=$(mktemp)
    run "$seed" "$file" "$one"
    run "$seed" "$file" "$two"
    if ! cmp -s "$one" "$two"; then
      echo "FAIL $file: seed $seed gives two different runs"
      failed=1
    fi
    if grep -q '^exit 124' "$one"; then
      echo "FAIL $file: seed $seed does not end"
      failed=1
    fi
    rm -f "$one" "$two"
    seed=$((seed + 1))
  done
done
[ $failed = 0 ] && echo "the same runs twice"
exit $failed
