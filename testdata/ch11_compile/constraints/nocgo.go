//go:build !cgo && go1.18

package main

func init() { files = append(files, "nocgo") }
