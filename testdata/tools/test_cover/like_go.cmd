# The same blocks as go tool cover's.
f=$(mktemp)
hood test -coverprofile=$f . && cat $f
rm -f $f
