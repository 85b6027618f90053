module example.com/modules

go 1.21

require (
	example.org/lib v1.2.3
	example.org/old v0.1.0 // indirect
)

replace example.org/lib => ./lib

replace (
	example.org/old v0.1.0 => ./old // by folder, too
)
