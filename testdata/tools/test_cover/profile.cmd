# Statements that ran, the profile with one line for each block, and the page made of it.
# oracle: no (hood's page)
hood test -cover .
f=$(mktemp)
hood test -coverprofile=$f -covermode=count -coverhtml=$f.html && cat $f
grep -c 'class="c0"' $f.html
rm -f $f $f.html
