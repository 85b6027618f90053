// Package syntax parses regular expressions and compiles them to programs. Mirrors: src/regexp/syntax (Go 1.19).
//
// Differs: the parser is recursive, so that what is being built is on the call stack.
//
// The syntax is that of RE2, `go doc regexp/syntax` lists it: literals, ., [classes], \d \s \w \pN, x|y, x*, x+?, x{n,m},
// (groups), (?P<name>groups), (?flags), ^ $ \A \z \b \B, \Q…\E.
package syntax

// A Regexp is a node of a syntax tree.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp  // of which it consists, if any
	Sub0     [1]*Regexp // memory for Sub
	Rune     []rune     // of a literal; of a character class: pairs of bounds
	Rune0    [2]rune    // memory for Rune
	Min, Max int        // of a repetition; Max is -1 for no limit
	Cap      int        // number of a group
	Name     string     // of a group
}

// An Op is what a node means.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // the empty string
	OpLiteral                      // the runes of Rune
	OpCharClass                    // one of the runes of Rune
	OpAnyCharNotNL                 // any rune but a newline
	OpAnyChar                      // any rune
	OpBeginLine                    // nothing, at the beginning of a line
	OpEndLine                      // nothing, at the end of a line
	OpBeginText                    // nothing, at the beginning of the text
	OpEndText                      // nothing, at the end of the text
	OpWordBoundary                 // nothing, at a word boundary
	OpNoWordBoundary               // nothing, where there is none
	OpCapture                      // Sub[0], remembered as group Cap
	OpStar                         // Sub[0] any number of times
	OpPlus                         // Sub[0] at least once
	OpQuest                        // Sub[0] or nothing
	OpRepeat                       // Sub[0] Min to Max times
	OpConcat                       // Subs in a row
	OpAlternate                    // one of Subs
)

var opTexts = [...]string{"", "NoMatch", "EmptyMatch", "Literal", "CharClass", "AnyCharNotNL", "AnyChar", "BeginLine",
	"EndLine", "BeginText", "EndText", "WordBoundary", "NoWordBoundary", "Capture", "Star", "Plus", "Quest", "Repeat",
	"Concat", "Alternate"}

func (o Op) String() string {
	if o == 0 || int(o) >= len(opTexts) {
		return "Op(" + itoa(int(o)) + ")"
	}
	return opTexts[o]
}

// Flags say how to parse, and how a node was parsed.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // case does not matter
	Literal                         // the expression is a literal
	ClassNL                         // classes like [^a] and [[:space:]] may match newlines
	DotNL                           // . matches newlines
	OneLine                         // ^ and $ match only at the beginning and end of the text
	NonGreedy                       // repetitions take as little as they can
	PerlX                           // Perl's extensions
	UnicodeGroups                   // \p{Han}, \P{Han}
	WasDollar                       // this OpEndText was $, not \z
	Simple                          // there is no OpRepeat in it

	MatchNL = ClassNL | DotNL

	Perl        = ClassNL | OneLine | PerlX | UnicodeGroups // as close to Perl as possible
	POSIX Flags = 0                                         // POSIX's syntax
)

// MaxCap returns the highest number of a group.
func (re *Regexp) MaxCap() int {
	m := 0
	if re.Op == OpCapture {
		m = re.Cap
	}
	for _, sub := range re.Sub {
		m = max(m, sub.MaxCap())
	}
	return m
}

// CapNames returns the names of the groups, by number.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.capNames(names)
	return names
}

func (re *Regexp) capNames(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.capNames(names)
	}
}

// Equal reports whether x and y are the same tree.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op {
		return false
	}
	differ := x.Flags ^ y.Flags
	switch x.Op {
	case OpEndText:
		return differ&WasDollar == 0
	case OpLiteral, OpCharClass:
		return equalRunes(x.Rune, y.Rune) && (x.Op != OpLiteral || differ&FoldCase == 0)
	case OpStar, OpPlus, OpQuest:
		return differ&NonGreedy == 0 && x.Sub[0].Equal(y.Sub[0])
	case OpRepeat:
		return differ&NonGreedy == 0 && x.Min == y.Min && x.Max == y.Max && x.Sub[0].Equal(y.Sub[0])
	case OpCapture:
		return x.Cap == y.Cap && x.Name == y.Name && x.Sub[0].Equal(y.Sub[0])
	}
	if len(x.Sub) != len(y.Sub) {
		return false
	}
	for i, sub := range x.Sub {
		if !sub.Equal(y.Sub[i]) {
			return false
		}
	}
	return true
}

func equalRunes(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i, r := range a {
		if b[i] != r {
			return false
		}
	}
	return true
}

func newNode(op Op, flags Flags, subs ...*Regexp) *Regexp {
	re := &Regexp{Op: op, Flags: flags}
	if len(subs) == 1 {
		re.Sub0[0] = subs[0]
		re.Sub = re.Sub0[:1]
	} else {
		re.Sub = subs
	}
	return re
}
