module example.org/lib

go 1.22

require example.org/old v0.1.0
