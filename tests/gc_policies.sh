#!/bin/sh
# The random heap mutator under every policy of collector, barrier and size classes, with the heap verified after each mark phase and freed
# memory overwritten. gc_policies.sh HOOD [SEEDS [STEPS]]
hood=$1
seeds=${2:-3}
steps=${3:-300}
program=$(dirname "$0")/stress_gc/mutator.go
check="--set gcverify=1 --set clobberfree=1"
failed=0

run() {
  out=$("$hood" run $check "$@" 2>&1)
  case $out in
  *"mutator: ok"*) ;;
  *)
    echo "FAILED: $hood run $check $*"
    echo "$out" | tail -5
    failed=1
    ;;
  esac
}

for seed in $(seq 1 "$seeds"); do
  run --set collector=stw --set gcstress=97 "$program" "$seed" "$steps"
  run --set collector=none "$program" "$seed" "$steps"
  run --set sizeclasses=pow2 --set gcstress=5 "$program" "$seed" "$steps"
  for barrier in hybrid dijkstra yuasa; do
    policy="--set collector=concurrent --set barrier=$barrier"
    run $policy --set gcstress=1 "$program" "$seed" "$steps"
    run $policy --set gcstress=23 "$program" "$seed" "$((steps * 10))"
    run $policy --set heapminimum=64K --set gcpercent=20 "$program" "$seed" "$((steps * 10))"
    run $policy --set gcstress=3 --set det=1 --set seed="$seed" "$program" "$seed" "$steps"
  done
done
exit $failed
