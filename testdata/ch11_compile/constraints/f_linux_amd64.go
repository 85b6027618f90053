package main

func init() { files = append(files, "amd64") }
