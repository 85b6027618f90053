# A package, and what is in it.
hood doc example.com/doc
for q in Thing Thing.Kind Thing.Name Doer Small Map NewThing; do echo "=== $q"; hood doc example.com/doc.$q; done
echo "=== two words, lower case"
hood doc example.com/doc kind
