# A test that takes too long: all goroutines are shown. And one that ends the program, which is no success.
# oracle: no (1.19 does not list the running tests)
# exit: 1
hood test -timeout 100ms -run Others . | grep -E '^panic: |^running|^.TestW|timeout.helper\(|^FAIL' | sed -E 's/\(.*//' 
EXIT=1 hood test -run Forever . | grep -E '^panic: |^FAIL|^---' | sed -E 's/ \(.*//'
hood test -timeout 100ms -run Others . >/dev/null
