package syntax

import "unicode"

// A hole is a place in the program that is to say where to go on: Out (even) or Arg (odd) of instruction hole/2.
type hole uint32

// A fragment is a piece of program. Its holes all lead to what comes next.
type fragment struct {
	start    uint32 // 0: it never matches
	holes    []hole
	nullable bool // it matches the empty string
}

type compiler struct {
	p *Prog
}

// Compile compiles a simplified tree.
func Compile(re *Regexp) (*Prog, error) {
	c := compiler{&Prog{NumCap: 2}}
	c.inst(InstFail) // instruction 0: no fragment begins here
	f := c.compile(re)
	m := c.inst(InstMatch)
	c.fill(f.holes, m)
	c.p.Start = int(f.start)
	return c.p, nil
}

func (c *compiler) inst(op InstOp) uint32 {
	c.p.Inst = append(c.p.Inst, Inst{Op: op})
	return uint32(len(c.p.Inst) - 1)
}

func (c *compiler) fill(holes []hole, to uint32) {
	for _, h := range holes {
		i := &c.p.Inst[h/2]
		if h%2 == 0 {
			i.Out = to
		} else {
			i.Arg = to
		}
	}
}

func out(pc uint32) []hole { return []hole{hole(pc * 2)} }

func (c *compiler) compile(re *Regexp) fragment {
	switch re.Op {
	case OpNoMatch:
		return fragment{}
	case OpEmptyMatch:
		return c.nop()
	case OpLiteral:
		return c.literal(re)
	case OpCharClass:
		return c.rune(re.Rune, re.Flags)
	case OpAnyCharNotNL:
		return c.rune([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}, 0)
	case OpAnyChar:
		return c.rune([]rune{0, unicode.MaxRune}, 0)
	case OpBeginLine:
		return c.empty(EmptyBeginLine)
	case OpEndLine:
		return c.empty(EmptyEndLine)
	case OpBeginText:
		return c.empty(EmptyBeginText)
	case OpEndText:
		return c.empty(EmptyEndText)
	case OpWordBoundary:
		return c.empty(EmptyWordBoundary)
	case OpNoWordBoundary:
		return c.empty(EmptyNoWordBoundary)
	case OpCapture:
		open := c.capture(uint32(re.Cap * 2))
		sub := c.compile(re.Sub[0])
		close := c.capture(uint32(re.Cap*2 + 1))
		return c.row(c.row(open, sub), close)
	case OpStar:
		return c.star(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpPlus:
		return c.plus(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpQuest:
		return c.quest(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpConcat:
		f := c.nopIf(len(re.Sub) == 0)
		for i, sub := range re.Sub {
			if g := c.compile(sub); i == 0 {
				f = g
			} else {
				f = c.row(f, g)
			}
		}
		return f
	case OpAlternate:
		var f fragment
		for _, sub := range re.Sub {
			f = c.either(f, c.compile(sub))
		}
		return f
	}
	panic("regexp: unhandled case in compile")
}

func (c *compiler) nopIf(needed bool) fragment {
	if needed {
		return c.nop()
	}
	return fragment{}
}

func (c *compiler) nop() fragment {
	pc := c.inst(InstNop)
	return fragment{pc, out(pc), true}
}

func (c *compiler) capture(arg uint32) fragment {
	pc := c.inst(InstCapture)
	c.p.Inst[pc].Arg = arg
	c.p.NumCap = max(c.p.NumCap, int(arg)+1)
	return fragment{pc, out(pc), true}
}

func (c *compiler) empty(op EmptyOp) fragment {
	pc := c.inst(InstEmptyWidth)
	c.p.Inst[pc].Arg = uint32(op)
	return fragment{pc, out(pc), true}
}

// row: f, then g.
func (c *compiler) row(f, g fragment) fragment {
	if f.start == 0 || g.start == 0 { // one of them fails
		return fragment{}
	}
	c.fill(f.holes, g.start)
	return fragment{f.start, g.holes, f.nullable && g.nullable}
}

func (c *compiler) either(f, g fragment) fragment {
	if f.start == 0 {
		return g
	}
	if g.start == 0 {
		return f
	}
	pc := c.inst(InstAlt)
	c.p.Inst[pc].Out, c.p.Inst[pc].Arg = f.start, g.start
	return fragment{pc, append(f.holes, g.holes...), f.nullable || g.nullable}
}

// choice returns an instruction that goes to start or, by the hole, on; lazy prefers the latter.
func (c *compiler) choice(start uint32, lazy bool) (uint32, []hole) {
	pc := c.inst(InstAlt)
	if lazy {
		c.p.Inst[pc].Arg = start
		return pc, []hole{hole(pc * 2)}
	}
	c.p.Inst[pc].Out = start
	return pc, []hole{hole(pc*2 + 1)}
}

func (c *compiler) quest(f fragment, lazy bool) fragment {
	pc, on := c.choice(f.start, lazy)
	return fragment{pc, append(on, f.holes...), true}
}

func (c *compiler) loop(f fragment, lazy bool) (uint32, []hole) {
	pc, on := c.choice(f.start, lazy)
	c.fill(f.holes, pc)
	return pc, on
}

func (c *compiler) star(f fragment, lazy bool) fragment {
	if f.nullable { // else a round that matches nothing would have priority over leaving
		return c.quest(c.plus(f, lazy), lazy)
	}
	pc, on := c.loop(f, lazy)
	return fragment{pc, on, true}
}

func (c *compiler) plus(f fragment, lazy bool) fragment {
	_, on := c.loop(f, lazy)
	return fragment{f.start, on, f.nullable}
}

func (c *compiler) literal(re *Regexp) fragment {
	f := c.nopIf(len(re.Rune) == 0)
	for n := range re.Rune {
		g := c.rune(re.Rune[n:n+1], re.Flags)
		if n == 0 {
			f = g
		} else {
			f = c.row(f, g)
		}
	}
	return f
}

func (c *compiler) rune(r []rune, flags Flags) fragment {
	pc := c.inst(InstRune)
	i := &c.p.Inst[pc]
	i.Rune = r
	flags &= FoldCase
	if len(r) != 1 || unicode.SimpleFold(r[0]) == r[0] {
		flags = 0 // no other case
	}
	i.Arg = uint32(flags)
	switch {
	case flags == 0 && (len(r) == 1 || len(r) == 2 && r[0] == r[1]):
		i.Op = InstRune1
	case len(r) == 2 && r[0] == 0 && r[1] == unicode.MaxRune:
		i.Op = InstRuneAny
	case len(r) == 4 && r[0] == 0 && r[1] == '\n'-1 && r[2] == '\n'+1 && r[3] == unicode.MaxRune:
		i.Op = InstRuneAnyNotNL
	}
	return fragment{pc, out(pc), false}
}
