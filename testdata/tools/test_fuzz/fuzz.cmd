# With -fuzz inputs are made from the seeds, guided by which statements they reach; the one that fails is saved.
# oracle: no (Go reports how it got there)
# exit: 1
hood test -fuzz Types -fuzztime 200x . | grep -v '^fuzz:'
hood test -fuzz Parse -fuzztime 200000x . | grep -E '^--- FAIL|panic: found|Failing input'  | sed -E 's/FuzzParse.[0-9a-f]{16}/FuzzParse\/X/; s/ +/ /g'
cat testdata/fuzz/FuzzParse/????????????????
hood test . >/dev/null && echo 'the saved input should fail'
rm -f testdata/fuzz/FuzzParse/????????????????
hood test -fuzz Parse -fuzztime 1x -run '^$' ./nosuch
