# Flags that make no sense.
# exit: 2
# oracle: no
# err: hood: flag needs an argument: -run
# err: hood: -race is not supported
# err: hood: invalid boolean value "maybe" for -v
# err: hood: cannot use -c flag with multiple packages
hood test -run
hood test -race .
hood test -v=maybe
cd ../test_tree && hood test -c ./...
