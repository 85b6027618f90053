package runtime

import "unsafe"

// A Pinner keeps objects where they are, and alive. hood's collector never moves any; what is left to do is to keep them.
type Pinner struct {
	pinned []unsafe.Pointer
}

// Pin keeps what pointer, a pointer or unsafe.Pointer, points to until Unpin is called.
func (p *Pinner) Pin(pointer any) {
	word := (*[2]unsafe.Pointer)(unsafe.Pointer(&pointer))
	if word[0] == nil {
		panic(plainError("runtime.Pinner: argument is nil"))
	}
	p.pinned = append(p.pinned, word[1])
}

// Unpin lets go of all that was pinned.
func (p *Pinner) Unpin() { p.pinned = nil }
