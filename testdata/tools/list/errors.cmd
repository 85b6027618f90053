# What is not there.
# exit: 1
# oracle: no
# err: package nosuch is not in std
# err: stat ./nosuch: directory not found
# err: can't evaluate field Nosuch
hood list nosuch
hood list ./nosuch
hood list -f '{{.Nosuch}}' ./a
