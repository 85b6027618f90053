package syntax

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Prog is a compiled expression.
type Prog struct {
	Inst   []Inst
	Start  int // of Inst
	NumCap int // number of captures: two for each group, and two for the whole
}

// An InstOp is what an instruction does.
type InstOp uint8

const (
	InstAlt          InstOp = iota // go on at Out, and if that fails at Arg
	InstAltMatch                   // the same; one of them matches at once
	InstCapture                    // remember the position as capture Arg
	InstEmptyWidth                 // go on if all of EmptyOp(Arg) holds
	InstMatch                      // a match
	InstFail                       // no match
	InstNop                        // go on
	InstRune                       // take a rune of Rune
	InstRune1                      // take Rune[0]
	InstRuneAny                    // take any rune
	InstRuneAnyNotNL               // take any rune but a newline
)

var instNames = [...]string{"InstAlt", "InstAltMatch", "InstCapture", "InstEmptyWidth", "InstMatch", "InstFail",
	"InstNop", "InstRune", "InstRune1", "InstRuneAny", "InstRuneAnyNotNL"}

func (i InstOp) String() string {
	if int(i) >= len(instNames) {
		return ""
	}
	return instNames[i]
}

// An EmptyOp is what may hold between two runes; several of them may be combined.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// EmptyOpContext returns all that holds between r1 and r2, which are -1 for the ends of the text.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	if r1 < 0 {
		op |= EmptyBeginText | EmptyBeginLine
	}
	if r1 == '\n' {
		op |= EmptyBeginLine
	}
	if r2 < 0 {
		op |= EmptyEndText | EmptyEndLine
	}
	if r2 == '\n' {
		op |= EmptyEndLine
	}
	return op
}

// IsWordChar reports whether r counts as part of a word for \b and \B: ASCII letters, digits and the underscore.
func IsWordChar(r rune) bool {
	return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '_'
}

// An Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32 // where to go on
	Arg  uint32 // of InstAlt, InstCapture and InstEmptyWidth; the Flags of InstRune
	Rune []rune
}

func (p *Prog) String() string {
	var b strings.Builder
	for n := range p.Inst {
		pc := strconv.Itoa(n)
		if len(pc) < 3 {
			b.WriteString("   "[len(pc):])
		}
		b.WriteString(pc)
		if n == p.Start {
			b.WriteByte('*')
		}
		b.WriteString("\t" + p.Inst[n].String() + "\n")
	}
	return b.String()
}

// follow returns the first instruction from pc on that does something about the text.
func (p *Prog) follow(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// one reports whether the instruction takes exactly one rune, and no other case of it.
func (i *Inst) one() bool {
	return (i.Op == InstRune1 || i.Op == InstRune) && len(i.Rune) == 1 && Flags(i.Arg)&FoldCase == 0 &&
		i.Rune[0] != utf8.RuneError
}

// Prefix returns what every match begins with, if matching begins at the start of the text; complete says that this is
// all there is to a match.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.follow(uint32(p.Start))
	var b strings.Builder
	for i.one() {
		b.WriteRune(i.Rune[0])
		i = p.follow(i.Out)
	}
	return b.String(), i.Op == InstMatch
}

// StartCond returns what must hold where a match begins, all bits if there can be none.
func (p *Prog) StartCond() EmptyOp {
	var cond EmptyOp
	i := &p.Inst[p.Start]
	for {
		switch i.Op {
		case InstEmptyWidth:
			cond |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return cond
		}
		i = &p.Inst[i.Out]
	}
}

// MatchRune reports whether the instruction, an InstRune, takes r.
func (i *Inst) MatchRune(r rune) bool { return i.MatchRunePos(r) != -1 }

// MatchRunePos returns which pair of Rune r is in, 0 if Rune is one rune, -1 if it is not.
func (i *Inst) MatchRunePos(r rune) int {
	if len(i.Rune) == 1 {
		one := i.Rune[0]
		if r == one {
			return 0
		}
		if Flags(i.Arg)&FoldCase != 0 {
			for f := unicode.SimpleFold(one); f != one; f = unicode.SimpleFold(f) {
				if r == f {
					return 0
				}
			}
		}
		return -1
	}
	lo, hi := 0, len(i.Rune)/2
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch {
		case r < i.Rune[2*mid]:
			hi = mid
		case r > i.Rune[2*mid+1]:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}

// MatchEmptyWidth reports whether what the instruction, an InstEmptyWidth, asks for holds between before and after.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	return EmptyOp(i.Arg)&^EmptyOpContext(before, after) == 0
}

func (i *Inst) String() string {
	out, arg := strconv.Itoa(int(i.Out)), strconv.Itoa(int(i.Arg))
	switch i.Op {
	case InstAlt:
		return "alt -> " + out + ", " + arg
	case InstAltMatch:
		return "altmatch -> " + out + ", " + arg
	case InstCapture:
		return "cap " + arg + " -> " + out
	case InstEmptyWidth:
		return "empty " + arg + " -> " + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop -> " + out
	case InstRune:
		if i.Rune == nil {
			return "rune <nil>"
		}
		s := "rune " + strconv.QuoteToASCII(string(i.Rune))
		if Flags(i.Arg)&FoldCase != 0 {
			s += "/i"
		}
		return s + " -> " + out
	case InstRune1:
		return "rune1 " + strconv.QuoteToASCII(string(i.Rune)) + " -> " + out
	case InstRuneAny:
		return "any -> " + out
	case InstRuneAnyNotNL:
		return "anynotnl -> " + out
	}
	return ""
}
