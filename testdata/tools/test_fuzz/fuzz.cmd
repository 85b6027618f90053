# With -fuzz inputs are made from the seeds, guided by which statements they reach; the one that fails is saved.
# oracle: no (Go reports how it got there)
# exit: 1
d=$(mktemp -d) && cp -r . $d && cd $d || exit 2
hood test -fuzz Types -fuzztime 50x . | grep -v '^fuzz:'
hood test -fuzz Parse -fuzztime 200000x . | grep -E '^--- FAIL|panic: found|Failing input' | sed -E 's/FuzzParse.[0-9a-f]{16}/FuzzParse\/X/; s/ +/ /g; s/testing.go:[0-9]+/testing.go/'
cat testdata/fuzz/FuzzParse/????????????????
hood test . >/dev/null && echo 'the saved input should fail'
cd / && rm -rf $d
hood test -fuzz Parse ./nosuch 2>/dev/null
