package syntax

// Simplify returns a tree without counted repetitions and other things that are short for something else. It shares nodes
// with re.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	switch re.Op {
	case OpCapture, OpConcat, OpAlternate:
		return re.simplifySubs()
	case OpStar, OpPlus, OpQuest:
		return repeated(re.Op, re.Flags, re.Sub[0].Simplify(), re)
	case OpRepeat:
		return re.simplifyRepeat()
	}
	return re
}

func (re *Regexp) simplifySubs() *Regexp {
	changed := re
	for i, sub := range re.Sub {
		simple := sub.Simplify()
		if changed == re && simple != sub {
			c := *re
			changed = &c
			changed.Rune = nil
			changed.Sub = append(changed.Sub0[:0], re.Sub[:i]...)
		}
		if changed != re {
			changed.Sub = append(changed.Sub, simple)
		}
	}
	return changed
}

// repeated returns sub*, sub+ or sub?; re is what it was made from.
func repeated(op Op, flags Flags, sub, re *Regexp) *Regexp {
	if sub.Op == OpEmptyMatch {
		return sub
	}
	if op == sub.Op && flags&NonGreedy == sub.Flags&NonGreedy {
		return sub
	}
	if re != nil && re.Op == op && re.Flags&NonGreedy == flags&NonGreedy && sub == re.Sub[0] {
		return re
	}
	return newNode(op, flags, sub)
}

func (re *Regexp) simplifyRepeat() *Regexp {
	if re.Min == 0 && re.Max == 0 {
		return newNode(OpEmptyMatch, 0)
	}
	sub := re.Sub[0].Simplify()
	if re.Max < 0 {
		switch re.Min {
		case 0:
			return repeated(OpStar, re.Flags, sub, nil)
		case 1:
			return repeated(OpPlus, re.Flags, sub, nil)
		}
		list := times(sub, re.Min-1)
		list.Sub = append(list.Sub, repeated(OpPlus, re.Flags, sub, nil))
		return list
	}
	if re.Min == 1 && re.Max == 1 {
		return sub
	}
	// x{2,5} is xx(x(x(x)?)?)?
	list := times(sub, re.Min)
	if re.Max > re.Min {
		optional := repeated(OpQuest, re.Flags, sub, nil)
		for i := re.Min + 1; i < re.Max; i++ {
			both := &Regexp{Op: OpConcat, Sub: []*Regexp{sub, optional}}
			optional = repeated(OpQuest, re.Flags, both, nil)
		}
		if re.Min == 0 {
			return optional
		}
		list.Sub = append(list.Sub, optional)
	}
	if len(list.Sub) == 0 {
		return newNode(OpNoMatch, 0)
	}
	return list
}

func times(sub *Regexp, n int) *Regexp {
	list := newNode(OpConcat, 0)
	for i := 0; i < n; i++ {
		list.Sub = append(list.Sub, sub)
	}
	return list
}
