package main

func init() { files = append(files, "linux") }
