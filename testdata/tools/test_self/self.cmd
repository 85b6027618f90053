# Tests can start themselves again, wherever they are.
hood test
