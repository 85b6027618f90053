package syntax

import "unicode"

// concat returns the nodes of list in a row.
func concat(list []*Regexp, flags Flags) *Regexp {
	var subs []*Regexp
	joined := false // the last literal was put together here
	for _, re := range list {
		n := len(subs)
		if n == 0 || re.Op != OpLiteral || subs[n-1].Op != OpLiteral || (re.Flags^subs[n-1].Flags)&FoldCase != 0 {
			subs = append(subs, re)
			joined = false
			continue
		}
		if !joined {
			last := *subs[n-1]
			last.Rune = append([]rune(nil), last.Rune...)
			subs[n-1] = &last
			joined = true
		}
		subs[n-1].Rune = append(subs[n-1].Rune, re.Rune...)
	}
	return collapse(OpConcat, subs, flags)
}

// collapse returns a node of subs, in which nodes of the same op are dissolved.
func collapse(op Op, subs []*Regexp, flags Flags) *Regexp {
	switch len(subs) {
	case 0:
		if op == OpConcat {
			return newNode(OpEmptyMatch, flags)
		}
		return newNode(OpNoMatch, flags)
	case 1:
		return subs[0]
	}
	re := &Regexp{Op: op, Flags: flags}
	for _, sub := range subs {
		if sub.Op == op {
			re.Sub = append(re.Sub, sub.Sub...)
		} else {
			re.Sub = append(re.Sub, sub)
		}
	}
	return re
}

// alternate returns a choice among the nodes of list. What they begin with in common is factored out.
func alternate(list []*Regexp, flags Flags) *Regexp {
	for _, re := range list {
		simplifyClass(re)
	}
	if len(list) == 1 {
		return list[0]
	}
	list = mergeRunes(collapse(OpAlternate, list, flags).Sub, flags)
	list = factorLiterals(list, flags)
	list = factorFirst(list, flags)
	list = mergeRunes(list, flags)
	return collapse(OpAlternate, dropEmpty(list), flags)
}

// dropEmpty drops empty alternatives behind one.
func dropEmpty(list []*Regexp) []*Regexp {
	var out []*Regexp
	for i, re := range list {
		if i > 0 && re.Op == OpEmptyMatch && list[i-1].Op == OpEmptyMatch {
			continue
		}
		out = append(out, re)
	}
	return out
}

// simplifyClass turns classes of all runes into the ops for that.
func simplifyClass(re *Regexp) {
	if re.Op != OpCharClass {
		return
	}
	r := re.Rune
	switch {
	case len(r) == 2 && r[0] == 0 && r[1] == unicode.MaxRune:
		re.Op, re.Rune = OpAnyChar, nil
	case len(r) == 4 && r[0] == 0 && r[1] == '\n'-1 && r[2] == '\n'+1 && r[3] == unicode.MaxRune:
		re.Op, re.Rune = OpAnyCharNotNL, nil
	}
}

// isRune reports whether re matches exactly one rune.
func isRune(re *Regexp) bool {
	switch re.Op {
	case OpLiteral:
		return len(re.Rune) == 1
	case OpCharClass, OpAnyCharNotNL, OpAnyChar:
		return true
	}
	return false
}

// mergeRunes makes one class of each run of alternatives that match one rune.
func mergeRunes(list []*Regexp, flags Flags) []*Regexp {
	var out []*Regexp
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && isRune(list[j]) {
			j++
		}
		if j-i < 2 {
			out = append(out, list[i])
			i++
			continue
		}
		out = append(out, mergeRun(list[i:j], flags))
		i = j
	}
	return out
}

func mergeRun(list []*Regexp, flags Flags) *Regexp {
	var set classSet
	for _, re := range list {
		switch re.Op {
		case OpAnyChar:
			return re
		case OpAnyCharNotNL:
			set.add(0, '\n'-1)
			set.add('\n'+1, unicode.MaxRune)
		case OpCharClass:
			set.addSorted(re.Rune)
		case OpLiteral:
			set.addRange(re.Rune[0], re.Rune[0], re.Flags)
		}
	}
	re := classNode(set.sorted(), flags)
	simplifyClass(re)
	return re
}

// leadingLiteral returns the runes that re begins with.
func leadingLiteral(re *Regexp) ([]rune, Flags) {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op != OpLiteral {
		return nil, 0
	}
	return re.Rune, re.Flags & FoldCase
}

// withoutLiteral returns re without its first n runes.
func withoutLiteral(re *Regexp, n int) *Regexp {
	if re.Op == OpConcat {
		first := withoutLiteral(re.Sub[0], n)
		if first.Op != OpEmptyMatch {
			return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: append([]*Regexp{first}, re.Sub[1:]...)}
		}
		return withoutFirst(re)
	}
	if n == len(re.Rune) {
		return newNode(OpEmptyMatch, re.Flags)
	}
	return &Regexp{Op: OpLiteral, Flags: re.Flags, Rune: re.Rune[n:]}
}

// factorLiterals rewrites ABC|ABD to AB(?:C|D).
func factorLiterals(list []*Regexp, flags Flags) []*Regexp {
	var out []*Regexp
	for i := 0; i < len(list); {
		prefix, fold := leadingLiteral(list[i])
		j := i + 1
		for ; j < len(list) && len(prefix) > 0; j++ {
			other, otherFold := leadingLiteral(list[j])
			same := 0
			for otherFold == fold && same < len(prefix) && same < len(other) && prefix[same] == other[same] {
				same++
			}
			if same == 0 {
				break
			}
			prefix = prefix[:same]
		}
		if j == i+1 {
			out = append(out, list[i])
			i++
			continue
		}
		var rest []*Regexp
		for _, re := range list[i:j] {
			rest = append(rest, withoutLiteral(re, len(prefix)))
		}
		head := &Regexp{Op: OpLiteral, Flags: fold, Rune: append([]rune(nil), prefix...)}
		out = append(out, &Regexp{Op: OpConcat, Flags: flags, Sub: []*Regexp{head, alternate(rest, flags)}})
		i = j
	}
	return out
}

// first returns the node that re begins with.
func first(re *Regexp) *Regexp {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op == OpEmptyMatch {
		return nil
	}
	return re
}

func withoutFirst(re *Regexp) *Regexp {
	if re.Op != OpConcat || len(re.Sub) < 2 {
		return newNode(OpEmptyMatch, re.Flags)
	}
	if len(re.Sub) == 2 {
		return re.Sub[1]
	}
	return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: re.Sub[1:]}
}

// cheap reports whether a node may be factored out: what it matches leaves no choice.
func cheap(re *Regexp) bool {
	switch re.Op {
	case OpBeginLine, OpEndLine, OpWordBoundary, OpNoWordBoundary, OpBeginText, OpEndText, OpCharClass, OpAnyChar,
		OpAnyCharNotNL:
		return true
	case OpRepeat:
		return re.Min == re.Max && isRune(re.Sub[0])
	}
	return false
}

// factorFirst rewrites [xy]A|[xy]B to [xy](?:A|B).
func factorFirst(list []*Regexp, flags Flags) []*Regexp {
	var out []*Regexp
	for i := 0; i < len(list); {
		head := first(list[i])
		j := i + 1
		for ; j < len(list) && head != nil && cheap(head); j++ {
			if other := first(list[j]); other == nil || !head.Equal(other) {
				break
			}
		}
		if j == i+1 {
			out = append(out, list[i])
			i++
			continue
		}
		var rest []*Regexp
		for _, re := range list[i:j] {
			rest = append(rest, withoutFirst(re))
		}
		out = append(out, &Regexp{Op: OpConcat, Flags: flags, Sub: []*Regexp{head, alternate(rest, flags)}})
		i = j
	}
	return out
}
