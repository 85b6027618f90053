package testing

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"time"
)

// InternalExample is an example with the output that it must have.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs those that match. It is of the test binary's main.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	Init()
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(match func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	f := newFilter(match, *runFlag, "-test.run", *skipFlag)
	for _, e := range examples {
		if _, matched := f.fullName(&common{}, e.Name); !matched {
			continue
		}
		ran = true
		if !runExample(e) {
			ok = false
		}
	}
	return ran, ok
}

// runExample runs one with standard output led into a pipe.
func runExample(e InternalExample) (ok bool) {
	if chatty() {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	stdout := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: copying pipe: %v\n", err)
			os.Exit(1)
		}
		text <- string(b)
	}()
	finished := false
	start := time.Now()
	defer func() {
		spent := time.Since(start)
		w.Close()
		os.Stdout = stdout
		ok = e.compare(<-text, spent, finished)
		if problem := recover(); problem != nil {
			panic(problem)
		}
	}()
	e.F()
	finished = true
	return true
}

func sortLines(s string) string {
	lines := strings.Split(s, "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// compare reports whether the output is right, and says what is wrong.
func (e *InternalExample) compare(output string, spent time.Duration, finished bool) bool {
	got, want := strings.TrimSpace(output), strings.TrimSpace(e.Output)
	problem := ""
	switch {
	case e.Unordered && sortLines(got) != sortLines(want):
		problem = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", output, e.Output)
	case !e.Unordered && got != want:
		problem = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	seconds := fmt.Sprintf("(%.2fs)", spent.Seconds())
	switch {
	case problem != "" || !finished:
		fmt.Printf("--- FAIL: %s %s\n%s", e.Name, seconds, problem)
		return false
	case chatty():
		fmt.Printf("--- PASS: %s %s\n", e.Name, seconds)
	}
	return true
}
