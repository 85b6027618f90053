// +build linux,!arm darwin
// +build gc

package main

func init() { files = append(files, "old") }
