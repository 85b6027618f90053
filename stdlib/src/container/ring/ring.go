// Package ring is a circular list.
package ring

// Ring is an element of a ring, and stands for the whole of it. There is no empty ring but nil; the zero value
// is a ring of one element.
type Ring struct {
	next, prev *Ring
	Value      any
}

// ready closes the ring of a zero element.
func (r *Ring) ready() {
	if r.next == nil {
		r.next = r
		r.prev = r
	}
}

// New makes a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	r := new(Ring)
	last := r
	for i := 1; i < n; i++ {
		last.next = &Ring{prev: last}
		last = last.next
	}
	last.next = r
	r.prev = last
	return r
}

// Next returns the element after r.
func (r *Ring) Next() *Ring {
	r.ready()
	return r.next
}

// Prev returns the element before r.
func (r *Ring) Prev() *Ring {
	r.ready()
	return r.prev
}

// Move returns the element n places further, backward for negative n.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link puts s after r and returns what was there. Two rings become one; if s is in r's ring, the elements
// between them become a ring of their own.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		last := s.Prev()
		r.next = s
		s.prev = r
		after.prev = last
		last.next = after
	}
	return after
}

// Unlink takes n % r.Len() elements after r out and returns their ring.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len counts the elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f with the value of each element from r on. f must not change the ring.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
