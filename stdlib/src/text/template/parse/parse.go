package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// parser is the state of a tree while it is being parsed. The trees of nested definitions have parsers of their own,
// which read from the same lexer.
type parser struct {
	funcs      []map[string]any
	treeSet    map[string]*Tree
	lex        *lexer
	ahead      []item   // given back, the next one last
	line       int      // of the last item from the lexer
	vars       []string // in scope
	actionLine int      // of the action being parsed, 0 outside
	rangeDepth int
}

func (p *parser) hasFunction(name string) bool {
	for _, funcs := range p.funcs {
		if funcs[name] != nil {
			return true
		}
	}
	return false
}

func (p *parser) next() item {
	if n := len(p.ahead); n > 0 {
		it := p.ahead[n-1]
		p.ahead = p.ahead[:n-1]
		return it
	}
	it := p.lex.nextItem()
	p.line = it.line
	return it
}

// backup gives items back, the one read last first.
func (p *parser) backup(items ...item) { p.ahead = append(p.ahead, items...) }

func (p *parser) peek() item {
	it := p.next()
	p.backup(it)
	return it
}

func (p *parser) nextNonSpace() item {
	it := p.next()
	for it.typ == itemSpace {
		it = p.next()
	}
	return it
}

func (p *parser) peekNonSpace() item {
	it := p.nextNonSpace()
	p.backup(it)
	return it
}

func (t *Tree) errorf(format string, args ...any) {
	t.Root = nil
	panic(parseError{fmt.Errorf("template: %s:%d: %s", t.ParseName, t.line, fmt.Sprintf(format, args...))})
}

func (t *Tree) error(err error) { t.errorf("%s", err) }

func (t *Tree) expect(typ itemType, context string) item {
	it := t.nextNonSpace()
	if it.typ != typ {
		t.unexpected(it, context)
	}
	return it
}

func (t *Tree) unexpected(it item, context string) {
	if it.typ != itemError {
		t.errorf("unexpected %s in %s", it, context)
	}
	where := ""
	if t.actionLine != 0 && t.actionLine != it.line {
		where = fmt.Sprintf(" in action started at %s:%d", t.ParseName, t.actionLine)
		if strings.HasSuffix(it.val, " action") {
			where = strings.TrimPrefix(where, " in action")
		}
	}
	t.errorf("%s%s", it, where)
}

func (t *Tree) unquote(it item) string {
	s, err := strconv.Unquote(it.val)
	if err != nil {
		t.error(err)
	}
	return s
}

// parse reads a whole text: what may stand in a list, and definitions.
func (t *Tree) parse() {
	t.Root = t.newList(t.peek().pos)
	for t.peek().typ != itemEOF {
		if t.peek().typ == itemLeftDelim {
			delim := t.next()
			it := t.nextNonSpace()
			if it.typ == itemDefine {
				t.definition()
				continue
			}
			t.backup(it, delim)
		}
		n := t.textOrAction()
		if typ := n.Type(); typ == nodeEnd || typ == nodeElse {
			t.errorf("unexpected %s", n)
		}
		t.Root.append(n)
	}
}

// nested returns a tree for a template that is defined inside the text of this one.
func (t *Tree) nested(name string) *Tree {
	p := &parser{funcs: t.funcs, treeSet: t.treeSet, lex: t.lex, vars: []string{"$"}}
	return &Tree{Name: name, ParseName: t.ParseName, Mode: t.Mode, text: t.text, parser: p}
}

// definition reads the rest of {{define "name"}} list {{end}}.
func (t *Tree) definition() {
	const context = "define clause"
	def := t.nested("definition")
	name := def.nextNonSpace()
	if name.typ != itemString && name.typ != itemRawString {
		def.unexpected(name, context)
	}
	def.Name = def.unquote(name)
	def.expect(itemRightDelim, context)
	def.body(def, context)
}

// body reads the list of a nested template and its {{end}}. What is wrong with the end is an error of tree at.
func (t *Tree) body(at *Tree, context string) {
	var end Node
	t.Root, end = t.itemList()
	if end.Type() != nodeEnd {
		at.errorf("unexpected %s in %s", end, context)
	}
	t.add()
	t.parser = nil
}

// itemList reads up to an {{end}} or {{else}}, and returns that too.
func (t *Tree) itemList() (*ListNode, Node) {
	list := t.newList(t.peekNonSpace().pos)
	for t.peekNonSpace().typ != itemEOF {
		n := t.textOrAction()
		if typ := n.Type(); typ == nodeEnd || typ == nodeElse {
			return list, n
		}
		list.append(n)
	}
	t.errorf("unexpected EOF")
	return nil, nil
}

func (t *Tree) textOrAction() Node {
	switch it := t.nextNonSpace(); it.typ {
	case itemText:
		return t.newText(it.pos, it.val)
	case itemComment:
		return t.newComment(it.pos, it.val)
	case itemLeftDelim:
		t.actionLine = it.line
		n := t.action()
		t.actionLine = 0
		return n
	default:
		t.unexpected(it, "input")
		return nil
	}
}

// action reads an action whose left delimiter has been read.
func (t *Tree) action() Node {
	switch it := t.nextNonSpace(); it.typ {
	case itemBlock:
		return t.blockControl()
	case itemBreak:
		t.checkLoop("{{break}}")
		return t.newBreak(it.pos, it.line)
	case itemContinue:
		t.checkLoop("{{continue}}")
		return t.newContinue(it.pos, it.line)
	case itemElse:
		return t.elseControl()
	case itemEnd:
		return t.newEnd(t.expect(itemRightDelim, "end").pos)
	case itemIf:
		return &IfNode{t.branch(NodeIf, "if")}
	case itemRange:
		return &RangeNode{t.branch(NodeRange, "range")}
	case itemWith:
		return &WithNode{t.branch(NodeWith, "with")}
	case itemTemplate:
		return t.templateControl()
	default:
		// Variables that the action declares are in scope up to the next {{end}}.
		t.backup(it)
		return t.newAction(it.pos, it.line, t.pipeline("command", itemRightDelim))
	}
}

func (t *Tree) checkLoop(what string) {
	if it := t.nextNonSpace(); it.typ != itemRightDelim {
		t.unexpected(it, what)
	}
	if t.rangeDepth == 0 {
		t.errorf("%s outside {{range}}", what)
	}
}

// elseControl reads the rest of {{else}}. Of {{else if}} and {{else with}} the second word is left for branch.
func (t *Tree) elseControl() Node {
	it := t.peekNonSpace()
	if it.typ != itemIf && it.typ != itemWith {
		it = t.expect(itemRightDelim, "else")
	}
	return t.newElse(it.pos, it.line)
}

// branch reads an if, range or with up to its {{end}}.
func (t *Tree) branch(typ NodeType, context string) BranchNode {
	vars := len(t.vars)
	pipe := t.pipeline(context, itemRightDelim)
	if typ == NodeRange {
		t.rangeDepth++
	}
	list, next := t.itemList()
	if typ == NodeRange {
		t.rangeDepth--
	}
	var elseList *ListNode
	if next.Type() == nodeElse {
		elseList = t.elseBranch(typ, context, next)
	}
	t.vars = t.vars[:vars]
	return t.newBranch(typ, pipe, list, elseList)
}

// elseBranch reads what follows {{else}}. {{else if x}} is {{else}}{{if x}} whose {{end}} ends both.
func (t *Tree) elseBranch(typ NodeType, context string, els Node) *ListNode {
	it := t.peek()
	if typ == NodeIf && it.typ == itemIf || typ == NodeWith && it.typ == itemWith {
		t.next()
		list := t.newList(els.Position())
		inner := t.branch(typ, context)
		if typ == NodeIf {
			list.append(&IfNode{inner})
		} else {
			list.append(&WithNode{inner})
		}
		return list
	}
	list, next := t.itemList()
	if next.Type() != nodeEnd {
		t.errorf("expected end; found %s", next)
	}
	return list
}

// blockControl reads the rest of {{block "name" pipeline}} list {{end}}: a definition, and a template action for it.
func (t *Tree) blockControl() Node {
	const context = "block clause"
	it := t.nextNonSpace()
	name := t.templateName(it, context)
	pipe := t.pipeline(context, itemRightDelim)
	t.nested(name).body(t, context)
	return t.newTemplate(it.pos, it.line, name, pipe)
}

// templateControl reads the rest of {{template "name" pipeline}}, where there need be no pipeline.
func (t *Tree) templateControl() Node {
	const context = "template clause"
	it := t.nextNonSpace()
	name := t.templateName(it, context)
	var pipe *PipeNode
	if next := t.nextNonSpace(); next.typ != itemRightDelim {
		t.backup(next)
		pipe = t.pipeline(context, itemRightDelim)
	}
	return t.newTemplate(it.pos, it.line, name, pipe)
}

func (t *Tree) templateName(it item, context string) string {
	if it.typ != itemString && it.typ != itemRawString {
		t.unexpected(it, context)
	}
	return t.unquote(it)
}

// pipeline reads declarations and commands up to an item of type end.
func (t *Tree) pipeline(context string, end itemType) *PipeNode {
	first := t.peekNonSpace()
	pipe := t.newPipeline(first.pos, first.line, nil)
	t.declarations(pipe, context)
	for {
		switch it := t.nextNonSpace(); it.typ {
		case end:
			t.checkPipeline(pipe, context)
			return pipe
		case itemBool, itemCharConstant, itemComplex, itemDot, itemField, itemIdentifier, itemNumber, itemNil,
			itemRawString, itemString, itemVariable, itemLeftParen:
			t.backup(it)
			pipe.append(t.command())
		default:
			t.unexpected(it, context)
		}
	}
}

// declarations reads "$x :=", "$x =" and, for range, "$i, $x :=". In "$x y" the variable is an argument.
func (t *Tree) declarations(pipe *PipeNode, context string) {
	for t.peekNonSpace().typ == itemVariable {
		v := t.next()
		after := t.peek()
		next := t.peekNonSpace()
		comma := next.typ == itemChar && next.val == ","
		if !comma && next.typ != itemAssign && next.typ != itemDeclare {
			if after.typ == itemSpace {
				t.backup(after)
			}
			t.backup(v)
			return
		}
		t.nextNonSpace()
		pipe.Decl = append(pipe.Decl, t.newVariable(v.pos, v.val))
		t.vars = append(t.vars, v.val)
		if !comma {
			pipe.IsAssign = next.typ == itemAssign
			return
		}
		if context != "range" || len(pipe.Decl) == 2 {
			t.errorf("too many declarations in %s", context)
		}
		switch t.peekNonSpace().typ {
		case itemVariable, itemRightDelim, itemRightParen:
		default:
			t.errorf("range can only initialize variables")
		}
	}
}

func (t *Tree) checkPipeline(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		t.errorf("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.errorf("non executable command in pipeline stage %d", i+2)
		}
	}
}

// command reads operands up to a pipe sign, which it takes, or to the end of the pipeline, which it leaves.
func (t *Tree) command() *CommandNode {
	cmd := t.newCommand(t.peekNonSpace().pos)
	for more := true; more; {
		t.peekNonSpace()
		if n := t.operand(); n != nil {
			cmd.append(n)
		}
		switch it := t.next(); it.typ {
		case itemSpace:
		case itemRightDelim, itemRightParen:
			t.backup(it)
			more = false
		case itemPipe:
			more = false
		default:
			t.unexpected(it, "operand")
		}
	}
	if len(cmd.Args) == 0 {
		t.errorf("empty command")
	}
	return cmd
}

// operand reads a term and the fields behind it. It returns nil if there is no term.
func (t *Tree) operand() Node {
	n := t.term()
	if n == nil || t.peek().typ != itemField {
		return n
	}
	chain := t.newChain(t.peek().pos, n)
	for t.peek().typ == itemField {
		chain.Add(t.next().val)
	}
	switch n.Type() {
	case NodeField:
		return t.newField(chain.Pos, chain.String())
	case NodeVariable:
		return t.newVariable(chain.Pos, chain.String())
	case NodeBool, NodeString, NodeNumber, NodeNil, NodeDot:
		t.errorf("unexpected . after term %q", n)
	}
	return chain
}

// term reads a value without the fields behind it. It returns nil if there is none.
func (t *Tree) term() Node {
	switch it := t.nextNonSpace(); it.typ {
	case itemIdentifier:
		if t.Mode&SkipFuncCheck == 0 && !t.hasFunction(it.val) {
			t.errorf("function %q not defined", it.val)
		}
		return NewIdentifier(it.val).SetTree(t).SetPos(it.pos)
	case itemDot:
		return t.newDot(it.pos)
	case itemNil:
		return t.newNil(it.pos)
	case itemVariable:
		return t.useVar(it.pos, it.val)
	case itemField:
		return t.newField(it.pos, it.val)
	case itemBool:
		return t.newBool(it.pos, it.val == "true")
	case itemCharConstant, itemComplex, itemNumber:
		n, err := t.newNumber(it.pos, it.val, it.typ)
		if err != nil {
			t.error(err)
		}
		return n
	case itemLeftParen:
		return t.pipeline("parenthesized pipeline", itemRightParen)
	case itemString, itemRawString:
		return t.newString(it.pos, it.val, t.unquote(it))
	default:
		t.backup(it)
		return nil
	}
}

func (t *Tree) useVar(pos Pos, name string) Node {
	for _, v := range t.vars {
		if v == name {
			return t.newVariable(pos, name)
		}
	}
	t.errorf("undefined variable %q", name)
	return nil
}
