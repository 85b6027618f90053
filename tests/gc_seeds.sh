#!/bin/sh
# Many seeds of the random heap mutator under each policy, with the heap verified after each mark phase: a soak. A process runs
# a batch of seeds; what fails is printed with its command, and can be run again. gc_seeds.sh HOOD FIRST SEEDS [POLICY…]
# Policies: stw hybrid dijkstra yuasa.
hood=$1
first=$2
seeds=$3
shift 3
program=$(dirname "$0")/stress_gc/mutator.go
batch=50
steps=100
failed=0

options() {
  case $1 in
  stw) echo "--set collector=stw --set gcstress=97" ;;
  *) echo "--set collector=concurrent --set barrier=$1 --set gcstress=1" ;;
  esac
}

for policy in ${*:-stw hybrid dijkstra yuasa}; do
  at=$first
  while [ "$at" -lt $((first + seeds)) ]; do
    cmd="$hood run --set gcverify=1 --set clobberfree=1 $(options "$policy") $program $at $steps $batch"
    out=$($cmd 2>&1)
    case $out in
    *"mutator: ok"*) ;;
    *)
      echo "FAILED: $cmd"
      echo "$out" | tail -8
      failed=1
      ;;
    esac
    at=$((at + batch))
  done
  echo "$policy: seeds $first to $((first + seeds - 1)) done"
done
exit $failed
