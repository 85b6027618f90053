# -deps has what a package imports before it, -json all fields.
# oracle: no (hood's fields and packages)
hood list -deps ./b/...
hood list -deps ./a | grep -c . | awk '$1 > 10 { print "many" }'
hood list -json ./a | sed 's|"Dir": ".*/testdata|"Dir": "testdata|'
hood list std | grep -cE '^(fmt|strings|sort)$'
