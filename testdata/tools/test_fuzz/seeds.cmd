# Without -fuzz the seeds run: those that the test adds, and the saved ones.
hood test -v .
