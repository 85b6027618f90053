package again

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestAgain(t *testing.T) {
	if os.Getenv("AGAIN") != "" {
		dir, err := os.Getwd()
		fmt.Println("again:", filepath.Base(os.Args[0]), len(os.Args), dir == os.Getenv("AGAIN"), dir == os.Getenv("PWD"), err)
		os.Exit(3)
	}
	self, err := os.Executable()
	if err != nil || !filepath.IsAbs(self) {
		t.Fatal(self, err)
	}
	for _, name := range []string{self, os.Args[0]} {
		cmd := exec.Command(name, "-test.run=TestAgain")
		cmd.Dir = t.TempDir()
		cmd.Env = append(cmd.Environ(), "AGAIN="+cmd.Dir)
		out, err := cmd.CombinedOutput()
		fmt.Printf("%s%v\n", out, err)
	}
}
