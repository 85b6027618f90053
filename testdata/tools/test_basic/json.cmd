# Events, one a line, as go test -json has them.
# oracle: no (Go 1.19 has no start and NAME)
hood test -json -parallel 1 -run 'TestAdd|TestSkipped|Parallel' .
