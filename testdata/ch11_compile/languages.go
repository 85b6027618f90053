// hood: vet   flags: --lang go1.17   exit: 1   oracle: no
// What a language version lacks is named, with the reason for the version.
package main

import "unsafe"

func main() {
	for range 3 { // err: cannot range over 3 (untyped int constant): requires go1.22 or later (-lang was set to go1.17; check go.mod)
	}
	_ = min(1, 2)        // err: min requires go1.21 or later (-lang was set to go1.17; check go.mod)
	clear(map[int]int{}) // err: clear requires go1.21 or later (-lang was set to go1.17; check go.mod)
	var s []int
	_ = [2]int(s)            // err: conversion of slice to array requires go1.20 or later (-lang was set to go1.17; check go.mod)
	_ = unsafe.SliceData(s)  // err: unsafe.SliceData requires go1.20 or later (-lang was set to go1.17; check go.mod)
	_ = unsafe.StringData("") // err: unsafe.StringData requires go1.20 or later (-lang was set to go1.17; check go.mod)
}
