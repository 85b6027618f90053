# What is no Go is left alone.
# oracle: no
# exit: 2
# err: open nosuch.go: no such file or directory
# err: <standard input>:3:
hood fmt nosuch.go
hood fmt -l < broken.go.txt
