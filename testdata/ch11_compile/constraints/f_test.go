package main_test

func init() { files = append(files, "test") }
