# The current folder's package, all of it, the source; a shipped package by the end of its path; what is not there.
# oracle: no (hood's own library, and go's trimming)
# exit: 1
# err: doc: no symbol Nosuch in package doc
# err: doc: no such package: nosuch/pkg
hood doc | head -3
hood doc -u | grep -c unexported
hood doc -all | grep -E '^[A-Z]+$'
hood doc -src NewThing | tail -3
hood doc hex.EncodeToString | grep func
hood doc container/list.List | head -3
hood doc Nosuch
hood doc nosuch/pkg
