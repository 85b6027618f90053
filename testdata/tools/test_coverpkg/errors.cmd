# What hood test does not have is one line that says why.
# oracle: no
# exit: 2
for flag in -race -msan -gcflags=-m -ldflags=-s -exec=time -n; do
  hood test $flag ./shape 2>&1
  echo "status $?"
done
hood test -coverpkg=strings ./shape 2>&1
hood test -cpuprofile=c ./... 2>&1
