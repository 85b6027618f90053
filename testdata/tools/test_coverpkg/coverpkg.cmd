# What tests run of packages that are not the tested one.
hood test -cover ./area
hood test -coverpkg=./... ./area
hood test -coverpkg=./shape ./...
f=$(mktemp)
hood test -coverprofile=$f -coverpkg=example.com/geometry/shape,./area ./area && sort $f
rm -f $f
