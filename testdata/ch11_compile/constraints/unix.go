//go:build unix && (amd64 || arm64)

package main

func init() { files = append(files, "unix") }
