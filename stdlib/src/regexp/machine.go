package regexp

import (
	"io"
	"regexp/syntax"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// inst repeats RegexpInst of native/regexp_match.h.
type inst struct {
	op, out, arg uint32
	first, count uint32    // its runes in program.runes
	fold         uint32    // the one rune stands for all of its cases
	ascii        [2]uint64 // filled in by prepare
}

const (
	hasFirst = 1 << iota
	isLongest
	isAnchored
)

// program repeats RegexpProgram: an expression as the native matchers run it.
type program struct {
	insts  []inst
	runes  []rune
	prefix string
	start  int
	flags  int
	first  [4]uint64 // bytes that matches begin with, with hasFirst
}

// prepare fills in what can be computed from the rest.
func prepare(p *program)

// backtrack matches text[pos:] depth first. visited is zero and has a bit for each instruction and position.
func backtrack(p *program, visited []uint64, text string, pos int, caps []int) bool

// machineWords returns how much memory run needs.
func machineWords(insts, caps int) int

// machine repeats RegexpMachine: where run stands.
type machine struct {
	pos, prev, started, matched, current int
}

// Results of run.
const (
	runMore = iota
	runMatch
	runNoMatch
)

// run goes over text[m.pos:], at most budget positions. runMore: it is to be called again, if eof is false with more text.
func run(p *program, m *machine, words []int, text string, eof bool, budget int, caps []int) int

func newProgram(prog *syntax.Prog, longest bool) *program {
	p := &program{start: prog.Start}
	p.insts = make([]inst, len(prog.Inst))
	for n := range prog.Inst {
		i := &prog.Inst[n]
		x := &p.insts[n]
		x.op, x.out, x.arg = uint32(i.Op), i.Out, i.Arg
		x.first, x.count = uint32(len(p.runes)), uint32(len(i.Rune))
		if syntax.Flags(i.Arg)&syntax.FoldCase != 0 && i.Op == syntax.InstRune {
			x.fold = 1
		}
		p.runes = append(p.runes, i.Rune...)
	}
	if prog.StartCond()&syntax.EmptyBeginText != 0 {
		p.flags |= isAnchored
	}
	prepare(p)
	if longest {
		p.flags |= isLongest
	}
	return p
}

// Memory of matchers, by use.
var (
	visitedPool sync.Pool // *[]uint64
	wordsPool   sync.Pool // *[]int
)

// Texts for which so many bits are enough are matched by backtrack.
const maxBacktrackBits = 256 * 1024

// positions is how far run goes in one call: nothing else happens to the goroutine meanwhile.
const positions = 1 << 15

// match finds the first match in text[pos:] and writes its captures to caps, as many as it has room for.
func (re *Regexp) match(text string, pos int, caps []int) bool {
	p := re.native
	bits := len(p.insts) * (len(text) - pos + 1)
	if bits <= maxBacktrackBits {
		return matchShort(p, bits, text, pos, caps)
	}
	words := getWords(machineWords(len(p.insts), len(caps)))
	m := machine{pos: pos}
	for {
		switch run(p, &m, *words, text, true, positions, caps) {
		case runMatch:
			wordsPool.Put(words)
			return true
		case runNoMatch:
			wordsPool.Put(words)
			return false
		}
	}
}

func matchShort(p *program, bits int, text string, pos int, caps []int) bool {
	n := (bits + 63) / 64
	if n <= 32 {
		var visited [32]uint64
		return backtrack(p, visited[:n], text, pos, caps)
	}
	v, _ := visitedPool.Get().(*[]uint64)
	if v == nil || cap(*v) < n {
		s := make([]uint64, n, n+n/2)
		v = &s
	} else {
		*v = (*v)[:n]
		clear(*v)
	}
	found := backtrack(p, *v, text, pos, caps)
	visitedPool.Put(v)
	return found
}

func getWords(n int) *[]int {
	w, _ := wordsPool.Get().(*[]int)
	if w == nil || cap(*w) < n {
		s := make([]int, n)
		return &s
	}
	*w = (*w)[:n]
	return w
}

// matchReader finds the first match in what r reads, and reads no further than it must.
func (re *Regexp) matchReader(r io.RuneReader, caps []int) bool {
	p := re.native
	words := getWords(machineWords(len(p.insts), len(caps)))
	defer wordsPool.Put(words)
	var m machine
	var text []byte
	eof := false
	for {
		if !eof {
			c, size, err := r.ReadRune()
			switch {
			case err != nil:
				eof = true
			case c == utf8.RuneError && size == 1:
				text = append(text, 0xFF) // as wide as what it stands for
			default:
				text = utf8.AppendRune(text, c)
			}
		}
		switch run(p, &m, *words, textOf(text), eof, positions, caps) {
		case runMatch:
			return true
		case runNoMatch:
			return false
		}
	}
}

// textOf returns b as a string that shares its memory.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
