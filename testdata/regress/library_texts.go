// hood: run
// Texts and small things that differed from Go's: a Marshaler's error names the value's type, an operator of a regular expression
// that has nothing to repeat is told whole, a timer without a function can be stopped, an instance of a local type has no number.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"time"
)

type refuses struct{}

func (refuses) MarshalJSON() ([]byte, error) { return nil, errors.New("no") }

func main() {
	_, err := json.Marshal([]refuses{{}})
	fmt.Println(err)
	for _, s := range []string{"*?a", "??", "{2}?", "a|??", "{1001}", "a**"} {
		_, err := regexp.Compile(s)
		fmt.Println(err)
	}
	fmt.Println(time.AfterFunc(time.Hour, nil).Stop())
	type box[T any] struct{ x T }
	type item struct{}
	fmt.Printf("%T %T %T\n", box[string]{}, box[item]{}, box[box[int]]{})
	defer func() { fmt.Println(recover()) }()
	_ = any(box[int]{}).(box[string])
}

// out: json: error calling MarshalJSON for type main.refuses: no
// out: error parsing regexp: missing argument to repetition operator: `*?`
// out: error parsing regexp: missing argument to repetition operator: `??`
// out: error parsing regexp: missing argument to repetition operator: `{2}?`
// out: error parsing regexp: missing argument to repetition operator: `??`
// out: error parsing regexp: invalid repeat count: `{1001}`
// out: error parsing regexp: invalid nested repetition operator: `**`
// out: true
// out: main.box[string] main.box[main.item·2] main.box[main.box[int]]
// out: interface conversion: interface {} is main.box[int], not main.box[string]
