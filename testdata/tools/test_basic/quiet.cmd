# Failures are shown, with what their tests logged; the package is not named, so PASS or FAIL of the binary, too.
# exit: 1
hood test
