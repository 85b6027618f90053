# The formatted text; with -s simpler; a diff; which files differ.
# oracle: no (go fmt is another command than gofmt)
hood fmt messy.go
echo ---- -s
hood fmt -s < messy.go | grep -E 'int\{|map|len'
echo ---- -l
hood fmt -l .
echo ---- -d
hood fmt -d messy.go | head -12
echo ---- -w
d=$(mktemp -d) && cp messy.go good.go $d && hood fmt -w $d && hood fmt -l $d && hood fmt messy.go | cmp - $d/messy.go && echo written
rm -rf $d
echo ---- a directive that gc finds misplaced
printf 'package p\n\n//go:noinline\nvar x   int\n' | hood fmt
