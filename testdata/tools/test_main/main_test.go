package main

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	fmt.Println("before")
	code := m.Run()
	fmt.Println("after", code)
	os.Exit(code)
}

func TestAnswer(t *testing.T) {
	if answer() != 42 {
		t.Error(answer())
	}
	if s := fmt.Sprintf("%T", thing{}); s != "main.thing" {
		t.Error(s)
	}
}

func TestDeadline(t *testing.T) {
	_, ok := t.Deadline()
	t.Log("has a deadline:", ok)
}
