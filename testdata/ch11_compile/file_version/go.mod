module example.com/fileversion

go 1.22
