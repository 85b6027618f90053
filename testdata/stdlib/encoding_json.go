// hood: run   knobs: gcstress=1000
// Package encoding/json: tags, embedded structs, interfaces of its own, streams, numbers, and errors with their offsets.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type Level int

func (l Level) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("level-%d", int(l))), nil }
func (l *Level) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "level-%d", (*int)(l))
	return err
}

type Base struct {
	ID   int64 `json:"id,string"`
	Note string
}

type Record struct {
	Base
	Name    string               `json:"name"`
	Skip    string               `json:"-"`
	Empty   *int                 `json:"empty,omitempty"`
	When    time.Time            `json:"when"`
	Levels  map[Level]float64    `json:"levels"`
	Raw     json.RawMessage      `json:"raw"`
	Any     any                  `json:"any"`
	Bytes   []byte               `json:"bytes"`
	Nested  []struct{ X, Y int } `json:"nested"`
	private int
}

func main() {
	r := Record{Base: Base{1 << 60, "n"}, Name: "<é & \u2028>", When: time.Date(2024, 2, 29, 1, 2, 3, 4000, time.UTC),
		Levels: map[Level]float64{2: 1e21, 1: 0.1}, Raw: json.RawMessage(`{"a":[1,2]}`),
		Any: map[string]any{"z": nil, "a": []any{true, 1.5, "x"}}, Bytes: []byte("hi"), Nested: []struct{ X, Y int }{{1, 2}}}
	b, err := json.Marshal(r)
	fmt.Println(string(b), err)
	var back Record
	fmt.Println(json.Unmarshal(b, &back), back.ID, back.Name, back.Levels, back.When.Equal(r.When), string(back.Raw), back.Any, string(back.Bytes), back.Nested)
	pretty, _ := json.MarshalIndent(map[string]any{"b": []int{1, 2}, "a": map[string]int{}, "c": struct{}{}}, ">", "  ")
	fmt.Println(string(pretty))
	var v any
	d := json.NewDecoder(strings.NewReader(`{"n": 12345678901234567890} [1, "two", null] 3.5 "tail"`))
	d.UseNumber()
	for {
		if err := d.Decode(&v); err == io.EOF {
			break
		} else if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v\n", v, v)
	}
	for _, bad := range []string{`{"id": 1}`, `{"name": 5}`, `{"name": "x"`, `[1, 2,]`, `{"nested": [{"X": 1.5}]}`, `{"levels": {"high": 1}}`, `nul`, ``, `"\x"`} {
		err := json.Unmarshal([]byte(bad), &Record{})
		switch e := err.(type) {
		case *json.SyntaxError:
			fmt.Println(e, e.Offset)
		case *json.UnmarshalTypeError:
			fmt.Println(e, e.Offset, e.Field)
		default:
			fmt.Println(err)
		}
	}
	strict := json.NewDecoder(strings.NewReader(`{"nope": 1}`))
	strict.DisallowUnknownFields()
	fmt.Println(strict.Decode(&Record{}))
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	var out bytes.Buffer
	json.Compact(&out, []byte("{ \"a\" : [ 1 , 2 ] }"))
	json.HTMLEscape(&out, []byte(`"<>&"`))
	fmt.Println(out.String(), json.Valid([]byte(`{}`)), json.Valid([]byte(`{]`)))
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	e.Encode([]any{"<", 1, nil, map[int]string{2: "b", 1: "a"}})
}
