# Every package of a module: ok, FAIL, [no test files], [build failed] by the compiler or by vet.
# oracle: no (vet's and the compiler's words)
# exit: 1
# err: # example.com/tree/broken [example.com/tree/broken.test]
# err: broken/broken_test.go:6:2: undefined: undefined
# err: vetted/vetted_test.go:6:
hood test ./... | sed '/^goroutine/,/^exit/d'
hood test ./... >/dev/null 2>/dev/null || exit 1
