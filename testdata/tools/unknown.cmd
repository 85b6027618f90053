# Commands and flags that hood does not have are errors, not words for the program.
# oracle: no
d=$(mktemp -d)
echo "package main; func main() { println(42) }" > "$d/unknown.go"
for words in "frob" "-x" "run" "run --nosuch $d/unknown.go" "run -race $d/unknown.go" "run -det -seed 7 --nosuch $d/unknown.go" \
  "run --seed $d/unknown.go" "run -det -seed=7 $d/unknown.go --nosuch" "heap -nosuch x.go" "vet -nosuch x.go" "knobs x"; do
  hood $words 2>&1 | sed "s,$d,TMP,"
done
rm -r "$d"
