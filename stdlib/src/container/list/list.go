// Package list is a doubly linked list.
//
// The list is a ring through a root element that is no member: root.next is the front, root.prev the back.
package list

// Element is a member of a list.
type Element struct {
	next, prev *Element
	list       *List // the list it is in, nil if in none
	Value      any
}

// Next returns the element after e, nil at the end.
func (e *Element) Next() *Element {
	if e.list == nil || e.next == &e.list.root {
		return nil
	}
	return e.next
}

// Prev returns the element before e, nil at the start.
func (e *Element) Prev() *Element {
	if e.list == nil || e.prev == &e.list.root {
		return nil
	}
	return e.prev
}

// List is a list; its zero value is empty and ready.
type List struct {
	root Element
	n    int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init empties l.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.n = 0
	return l
}

// ready makes the ring of a zero list.
func (l *List) ready() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements.
func (l *List) Len() int { return l.n }

// Front returns the first element, nil if there is none.
func (l *List) Front() *Element {
	if l.n == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, nil if there is none.
func (l *List) Back() *Element {
	if l.n == 0 {
		return nil
	}
	return l.root.prev
}

// link puts e after at.
func (l *List) link(e, at *Element) {
	e.prev = at
	e.next = at.next
	at.next.prev = e
	at.next = e
}

func unlink(e *Element) {
	e.prev.next = e.next
	e.next.prev = e.prev
}

// insert puts a new element with value v after at.
func (l *List) insert(v any, at *Element) *Element {
	e := &Element{list: l, Value: v}
	l.link(e, at)
	l.n++
	return e
}

// move puts the member e after at.
func (l *List) move(e, at *Element) {
	if e != at {
		unlink(e)
		l.link(e, at)
	}
}

// Remove takes e out of l, if it is in it, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		unlink(e)
		e.next = nil
		e.prev = nil
		e.list = nil
		l.n--
	}
	return e.Value
}

// PushFront puts v in front and returns its element.
func (l *List) PushFront(v any) *Element {
	l.ready()
	return l.insert(v, &l.root)
}

// PushBack puts v at the back and returns its element.
func (l *List) PushBack(v any) *Element {
	l.ready()
	return l.insert(v, l.root.prev)
}

// InsertBefore puts v before mark and returns its element; nil if mark is not in l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark.prev)
}

// InsertAfter puts v after mark and returns its element; nil if mark is not in l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark)
}

// MoveToFront makes e, if in l, the first element.
func (l *List) MoveToFront(e *Element) {
	if e.list == l && e != l.root.next {
		l.move(e, &l.root)
	}
}

// MoveToBack makes e, if in l, the last element.
func (l *List) MoveToBack(e *Element) {
	if e.list == l && e != l.root.prev {
		l.move(e, l.root.prev)
	}
}

// MoveBefore puts e before mark, if both are in l and not the same.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		l.move(e, mark.prev)
	}
}

// MoveAfter puts e after mark, if both are in l and not the same.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		l.move(e, mark)
	}
}

// PushBackList puts copies of other's elements at the back. other may be l.
func (l *List) PushBackList(other *List) {
	l.ready()
	e := other.Front()
	for n := other.Len(); n > 0; n-- {
		l.insert(e.Value, l.root.prev)
		e = e.Next()
	}
}

// PushFrontList puts copies of other's elements in front, in their order. other may be l.
func (l *List) PushFrontList(other *List) {
	l.ready()
	e := other.Back()
	for n := other.Len(); n > 0; n-- {
		l.insert(e.Value, &l.root)
		e = e.Prev()
	}
}
