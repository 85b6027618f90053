# Profiles of a run of tests are what go tool pprof reads: it finds the functions that did it.
# needs: goroot
d=$(mktemp -d)
hood test -cpuprofile=cpu -memprofile=mem -memprofilerate=1 -blockprofile=block -mutexprofile=mutex -outputdir=$d
for p in cpu mem block mutex; do
  flags=
  test $p = mem && flags=-sample_index=alloc_space
  test $p = block && flags=-nodefraction=0
  test $p = cpu && flags=-nodefraction=0.3
  echo "$p:" $(go tool pprof -top -cum $flags $d/$p 2>/dev/null | grep -oE 'busy\.(spin|allocate|contend|TestBusy)\b' | sort -u)
done
rm -rf $d busy.test
