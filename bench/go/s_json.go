// Set S: encoding/json, structs and values of no particular type.
package main

import (
	"encoding/json"
	"fmt"
)

const rounds = 30

type item struct {
	ID    int               `json:"id"`
	Name  string            `json:"name"`
	Price float64           `json:"price"`
	Tags  []string          `json:"tags"`
	Attr  map[string]string `json:"attr"`
	On    bool              `json:"on"`
	Sub   *item             `json:"sub,omitempty"`
}

func main() {
	var items []item
	for i := 0; i < 2000; i++ {
		items = append(items, item{i, fmt.Sprintf("item-%d", i), float64(i) * 1.25, []string{"a", "bb", "ccc \"q\""},
			map[string]string{"k": "v", "color": "red"}, i%2 == 0, &item{ID: i}})
	}
	total := 0
	for r := 0; r < rounds; r++ {
		b, err := json.Marshal(items)
		if err != nil {
			panic(err)
		}
		var back []item
		if err := json.Unmarshal(b, &back); err != nil {
			panic(err)
		}
		var any any
		if err := json.Unmarshal(b, &any); err != nil {
			panic(err)
		}
		c, err := json.Marshal(any)
		if err != nil {
			panic(err)
		}
		total += len(b) + len(c) + len(back)
	}
	fmt.Println(total)
}
