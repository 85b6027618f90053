module inlined

go 1.22
