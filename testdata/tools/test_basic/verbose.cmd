# -v: every test, with its log as it comes.
# oracle: no (Go 1.19 says CONT where 1.20 says NAME)
# exit: 1
hood test -v -parallel 1 .
