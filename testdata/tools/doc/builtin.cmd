# Package builtin documents names that are not exported.
# needs: goroot
hood doc builtin.append | head -3
hood doc builtin.string | tail -n +3
