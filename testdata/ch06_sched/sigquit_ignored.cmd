# Whoever starts hood may ignore SIGQUIT (a shell does for what runs in the background): goroutines are shown all the same.
# oracle: no
trap '' QUIT
hood run sigquit.go 2>&1 | head -1
