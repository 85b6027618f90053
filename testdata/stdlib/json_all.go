// hood: run
// Package encoding/json: what goes into what, errors and where they are, tags, streams, text and back.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

type inner struct {
	A int
	B string `json:"b,omitempty"`
}
type Embedded struct{ E, Shared int }
type Other struct{ Shared int }
type temp float64

func (t temp) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf(`{"deg": %g}`, float64(t))), nil
}

type key int

func (k key) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("k%d", int(k))), nil }
func (k *key) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "k%d", (*int)(k))
	return err
}

type all struct {
	Embedded
	*Other
	I    int8 `json:",string"`
	F    float32
	S    string `json:"s"`
	P    *inner
	Any  any
	L    []inner
	Arr  [2]bool
	M    map[string]int
	K    map[key]string
	N    map[int]string
	B    []byte
	T    temp
	Raw  json.RawMessage
	Num  json.Number
	skip int
	Skip int   `json:"-"`
	Dash int   `json:"-,"`
	Om   []int `json:",omitempty"`
}

func main() {
	v := all{Embedded: Embedded{1, 2}, Other: &Other{3}, I: -5, F: 0.1, S: "<a&b>\u2028\x01", P: &inner{7, "x"}, Any: []any{1, nil, "y", 2.5e30, true},
		L: []inner{{1, ""}, {2, "z"}}, Arr: [2]bool{true, false}, M: map[string]int{"z": 1, "a": 2}, K: map[key]string{2: "two", 1: "one"},
		N: map[int]string{10: "ten", 9: "nine"}, B: []byte("bytes"), T: 36.6, Raw: json.RawMessage(`{"r" : [1, 2]}`), Num: "12e3"}
	b, err := json.Marshal(v)
	fmt.Println(string(b), err)
	var w all
	fmt.Println(json.Unmarshal(b, &struct{ T *any }{}), json.Unmarshal(b, &struct{ L [1]inner }{}))
	b = bytes.Replace(b, []byte(`{"deg":36.6}`), []byte(`36.6`), 1)
	fmt.Println(json.Unmarshal(b, &w))
	fmt.Printf("%+v %+v %+v %v %v\n", w.P, w.L, w.Any, w.K, w.Num)
	out, err := json.MarshalIndent(w.L, ">", "\t")
	fmt.Println(string(out), err)

	for _, s := range []string{`{"A":"x","b":5}`, `{"a":1.5}`, `[1,2`, `{"A":1}x`, `{"A" 1}`, `{"A":tru}`, `"\x"`, `{"A":300000000000000000000}`, `nul`, ``, `{"b":"\ud800x"}`, `[1,]`, `-`, `01`, `{"A":1,}`} {
		var in inner
		err := json.Unmarshal([]byte(s), &in)
		var se *json.SyntaxError
		var te *json.UnmarshalTypeError
		switch {
		case errors.As(err, &se):
			fmt.Printf("%s: %v at %d\n", s, err, se.Offset)
		case errors.As(err, &te):
			fmt.Printf("%s: %v at %d: %s %s.%s\n", s, err, te.Offset, te.Value, te.Struct, te.Field)
		default:
			fmt.Printf("%s: %v %+q\n", s, err, in)
		}
	}
	fmt.Println(json.Unmarshal([]byte("{}"), nil), json.Unmarshal([]byte("{}"), inner{}), json.Unmarshal([]byte("{}"), (*inner)(nil)))
	_, err = json.Marshal(map[string]any{"c": make(chan int)})
	fmt.Println(err)
	_, err = json.Marshal(func() {})
	fmt.Println(err)
	type ring struct{ Next *ring }
	r := &ring{}
	r.Next = r
	_, err = json.Marshal(r)
	fmt.Println(err)

	dec := json.NewDecoder(strings.NewReader(`{"a":[1,{"b":null}],"c":"d"} 5 "x" [] {"A":1,"zz":2}`))
	for i := 0; i < 12; i++ {
		t, err := dec.Token()
		fmt.Printf("%T:%v:%v:%d ", t, t, err, dec.InputOffset())
	}
	fmt.Println()
	for {
		var x any
		err := dec.Decode(&x)
		fmt.Print(x, " ", err, "; ")
		if err == io.EOF {
			break
		}
	}
	fmt.Println()
	dec = json.NewDecoder(strings.NewReader(`{"A":1,"zz":2}`))
	dec.DisallowUnknownFields()
	fmt.Println(dec.Decode(&inner{}))
	dec = json.NewDecoder(strings.NewReader(`[1.0, 12345678901234567890]`))
	dec.UseNumber()
	var nums []any
	fmt.Println(dec.Decode(&nums), nums)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	fmt.Println(enc.Encode(map[string]any{"h": "<b>", "e": []int{}, "n": map[string]int{}}), buf.String())
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`"<script>&"`))
	fmt.Println(buf.String(), json.Valid([]byte(`{"a":[1e5]}`)), json.Valid([]byte(`{'a'}`)))
	big := strings.Repeat("[", 10001)
	fmt.Println(json.Unmarshal([]byte(big), &nums))
	pre := []inner{{1, "keep"}, {2, "keep"}, {3, "keep"}}
	fmt.Println(json.Unmarshal([]byte(`[{"A":9},{"b":"new"}]`), &pre), pre, cap(pre) >= 3)
}
