// hood: run   book: 3.1
// switch: cases are tried in order, operands are evaluated once, fallthrough enters the next body, default may stand anywhere.
package main

import "fmt"

func say(n int) int { fmt.Print("<", n, ">"); return n }

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	default:
		return "C"
	}
}

func fall(n int) (s string) {
	switch n {
	default:
		s += "d"
		fallthrough
	case 1:
		s += "1"
	case 2:
		s += "2"
		fallthrough
	case 3:
		s += "3"
		if n == 3 {
			break
		}
		s += "!"
		fallthrough
	case 4:
	}
	return
}

func dense(n int) int {
	switch n {
	case 0:
		return 10
	case 1, 2, 3:
		return 11
	case 4:
		return 12
	case 5:
		return 13
	case 6:
		return 14
	case 7, 9:
		return 15
	case 1 << 40:
		return 16
	case -1:
		return 17
	}
	return -1
}

type shape interface{ area() int }
type sq struct{ s int }

func (s sq) area() int { return s.s * s.s }

func types(xs ...interface{}) {
	for _, x := range xs {
		switch y := x.(type) {
		case sq, *sq:
			fmt.Printf("%T ", y) // y keeps the interface type
		case shape:
			fmt.Print("shape ")
		case nil:
			fmt.Print("nil ", y == nil, " ")
		case bool, string:
			fmt.Print(y, " ")
		case [2]int:
			fmt.Print(y[0]+y[1], " ")
		case map[string]int:
			fmt.Print(y["a"], " ")
		case func(int) int:
			fmt.Print(y(20), " ")
		case chan<- int:
			fmt.Print("send-only ")
		case int8, rune:
			fmt.Printf("%T%v ", y, y)
		}
	}
	fmt.Println("types")
}

func main() {
	switch x := say(5); say(x) {
	case say(1), say(5), say(7):
		fmt.Println("five") // out: <5><5><1><5>five
	case say(9):
		fmt.Println("nine")
	}
	fmt.Println(grade(95), grade(85), grade(5))                    // out: A B C
	fmt.Println(fall(0), fall(1), fall(2), fall(3), fall(4) == "") // out: d1 1 23! 3 true
	for _, n := range []int{0, 1, 3, 4, 5, 6, 7, 8, 9, 1 << 40, -1, -2} {
		fmt.Print(dense(n), " ")
	}
	fmt.Println("dense")                                                                                                                              // out: 10 11 11 12 13 14 15 -1 15 16 17 -1 dense
	types(sq{1}, &sq{2}, nil, true, "s", [2]int{3, 4}, map[string]int{"a": 5}, func(x int) int { return x + 1 }, make(chan<- int), 'r', int8(2), 3.5) // out: main.sq *main.sq nil true true s 7 5 21 send-only int32114 int82 types
	switch s := "b"; s + "c" {
	case "bc", "x":
		fmt.Println("string case") // out: string case
	}
	var e interface{} = 3
	switch e {
	case "3", 3.0, int8(3):
		fmt.Println("wrong type")
	case 3:
		fmt.Println("int 3") // out: int 3
	}
	switch {
	}
	switch f := 2.5; {
	case f > 2 && f < 3:
		fmt.Println("tagless with init") // out: tagless with init
	}
	switch [2]int{1, 2} {
	case [2]int{1, 2}:
		fmt.Println("array") // out: array
	}
}
