//go:build fancy && other

package main

func init() { files = append(files, "tagged") }
