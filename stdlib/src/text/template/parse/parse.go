package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// parser reads the text of one tree. A definition inside the text is a tree of its own, with a parser of its own that goes on
// with the same items.
type parser struct {
	tree  *Tree
	from  origin // of the nodes it makes
	items *lexer
	funcs []map[string]any
	trees map[string]*Tree // all that the text defines

	unreadItems []item   // the next one last
	line        int      // of the item read last
	scope       []string // variables
	inAction    int      // line of the action that is being read, 0 between actions
	loops       int      // {{range}} around
}

func newParser(t *Tree, like *parser) *parser {
	return &parser{tree: t, from: origin{t}, items: like.items, funcs: like.funcs, trees: like.trees, scope: []string{"$"}}
}

// parseError is the panic that ends parsing.
type parseError struct{ err error }

func (p *parser) fail(format string, args ...any) {
	p.tree.Root = nil
	text := fmt.Sprintf(format, args...)
	panic(parseError{fmt.Errorf("template: %s:%d: %s", p.tree.ParseName, p.line, text)})
}

// failAt complains about an item that has no place where it is, or about what the lexer found.
func (p *parser) failAt(it item, where string) {
	if it.typ != itemError {
		p.fail("unexpected %s in %s", it, where)
	}
	text := it.val
	if p.inAction != 0 && p.inAction != it.line {
		text = strings.TrimSuffix(text, " action") + " action started at"
		if text == it.val+" action started at" {
			text = it.val + " in action started at"
		}
		text = fmt.Sprintf("%s %s:%d", text, p.tree.ParseName, p.inAction)
	}
	p.fail("%s", text)
}

// ---- items ----

func (p *parser) read() item {
	if last := len(p.unreadItems) - 1; last >= 0 {
		it := p.unreadItems[last]
		p.unreadItems = p.unreadItems[:last]
		return it
	}
	it := p.items.nextItem()
	p.line = it.line
	return it
}

// word reads the next item that is no space.
func (p *parser) word() item {
	for {
		if it := p.read(); it.typ != itemSpace {
			return it
		}
	}
}

func (p *parser) unread(it item) { p.unreadItems = append(p.unreadItems, it) }

// look and lookWord tell what read and word will return.
func (p *parser) look() item {
	it := p.read()
	p.unread(it)
	return it
}

func (p *parser) lookWord() item {
	it := p.word()
	p.unread(it)
	return it
}

// want reads a word that must be of a type.
func (p *parser) want(typ itemType, where string) item {
	it := p.word()
	if it.typ != typ {
		p.failAt(it, where)
	}
	return it
}

// quoted reads a string and returns what it means.
func (p *parser) quoted(where string) (it item, text string) {
	it = p.word()
	if it.typ != itemString && it.typ != itemRawString {
		p.failAt(it, where)
	}
	return it, p.unquote(it)
}

func (p *parser) unquote(it item) string {
	text, err := strconv.Unquote(it.val)
	if err != nil {
		p.fail("%s", err)
	}
	return text
}

// ---- text, and lists of text and actions ----

// outermost reads all of the text. Only here definitions may stand.
func (p *parser) outermost() {
	root := &ListNode{NodeType: NodeList, Pos: p.look().pos, origin: p.from}
	p.tree.Root = root
	for it := p.word(); it.typ != itemEOF; it = p.word() {
		if it.typ == itemLeftDelim && p.lookWord().typ == itemDefine {
			p.word()
			p.definition()
			continue
		}
		n := p.element(it)
		if endsList(n) {
			p.fail("unexpected %s", n)
		}
		root.append(n)
	}
	p.enter()
}

// element makes a node of what begins with an item: text, a comment or an action.
func (p *parser) element(it item) (n Node) {
	switch it.typ {
	case itemText:
		n = &TextNode{NodeText, it.pos, p.from, []byte(it.val)}
	case itemComment:
		n = &CommentNode{NodeComment, it.pos, p.from, it.val}
	case itemLeftDelim:
		p.inAction = it.line
		n = p.action()
		p.inAction = 0
	default:
		p.failAt(it, "input")
	}
	return n
}

func endsList(n Node) bool { return n.Type() == nodeEnd || n.Type() == nodeElse }

// list reads up to an {{end}} or {{else}}, which it returns too.
func (p *parser) list() (list *ListNode, end Node) {
	list = &ListNode{NodeType: NodeList, Pos: p.lookWord().pos, origin: p.from}
	for {
		it := p.word()
		if it.typ == itemEOF {
			p.fail("unexpected EOF")
		}
		n := p.element(it)
		if endsList(n) {
			return list, n
		}
		list.append(n)
	}
}

// enter puts the tree among those of the text. What is empty takes no other's place, and leaves its own to any other.
func (p *parser) enter() {
	t := p.tree
	before, known := p.trees[t.Name]
	switch {
	case !known || before == nil || IsEmptyTree(before.Root):
		p.trees[t.Name] = t
	case !IsEmptyTree(t.Root):
		p.fail("template: multiple definition of template %q", t.Name)
	}
}

// inner reads the list of a definition inside this text, up to its {{end}}. The name may be known only then.
func (p *parser) inner(name string, where string, blame *parser) {
	var end Node
	p.tree.Root, end = p.list()
	if end.Type() != nodeEnd {
		if blame == nil {
			blame = p
		}
		blame.fail("unexpected %s in %s", end, where)
	}
	p.enter()
}

// definition reads the rest of {{define "name"}} list {{end}}.
func (p *parser) definition() {
	const where = "define clause"
	q := p.forTree("definition")
	_, q.tree.Name = q.quoted(where)
	q.want(itemRightDelim, where)
	q.inner(q.tree.Name, where, nil)
}

// forTree returns a parser for a tree inside of this one's text.
func (p *parser) forTree(name string) *parser {
	outer := p.tree
	return newParser(&Tree{Name: name, ParseName: outer.ParseName, Mode: outer.Mode, text: outer.text}, p)
}

// ---- actions ----

// action reads an action behind its left delimiter.
func (p *parser) action() Node {
	it := p.word()
	if control := p.controlOf(it.typ); control != nil {
		return control(it)
	}
	// Variables that a plain action declares are known up to the end of the list.
	p.unread(it)
	return &ActionNode{NodeAction, it.pos, p.from, it.line, p.pipeline("command", itemRightDelim)}
}

// controlOf returns what reads the rest of an action that begins with a keyword.
func (p *parser) controlOf(typ itemType) func(item) Node {
	switch typ {
	case itemIf:
		return func(item) Node { return &IfNode{p.branch(NodeIf, "if")} }
	case itemWith:
		return func(item) Node { return &WithNode{p.branch(NodeWith, "with")} }
	case itemRange:
		return func(item) Node { return &RangeNode{p.branch(NodeRange, "range")} }
	case itemElse:
		return p.otherwise
	case itemEnd:
		return func(item) Node { return &endNode{nodeEnd, p.want(itemRightDelim, "end").pos, p.from} }
	case itemBreak:
		return func(it item) Node {
			p.leaveLoop("{{break}}")
			return &BreakNode{p.from, NodeBreak, it.pos, it.line}
		}
	case itemContinue:
		return func(it item) Node {
			p.leaveLoop("{{continue}}")
			return &ContinueNode{p.from, NodeContinue, it.pos, it.line}
		}
	case itemTemplate:
		return p.use
	case itemBlock:
		return p.block
	}
	return nil
}

func (p *parser) leaveLoop(action string) {
	p.want(itemRightDelim, action)
	if p.loops == 0 {
		p.fail("%s outside {{range}}", action)
	}
}

// otherwise reads {{else}}; of {{else if …}} and {{else with …}} it leaves the second word, which branch reads.
func (p *parser) otherwise(item) Node {
	it := p.word()
	switch it.typ {
	case itemIf, itemWith:
		p.unread(it)
	case itemRightDelim:
	default:
		p.failAt(it, "else")
	}
	return &elseNode{nodeElse, it.pos, p.from, it.line}
}

// branch reads an if, with or range with all of its lists.
func (p *parser) branch(typ NodeType, word string) BranchNode {
	known := len(p.scope)
	b := BranchNode{NodeType: typ, origin: p.from, Pipe: p.pipeline(word, itemRightDelim)}
	b.Pos, b.Line = b.Pipe.Pos, b.Pipe.Line
	inside := 0
	if typ == NodeRange {
		inside = 1
	}
	p.loops += inside
	var end Node
	b.List, end = p.list()
	p.loops -= inside
	if end.Type() == nodeElse {
		b.ElseList = p.elseList(typ, word, end)
	}
	p.scope = p.scope[:known]
	return b
}

// elseList reads what is behind {{else}}. {{else if}} is an if that shares its {{end}} with the one before.
func (p *parser) elseList(typ NodeType, word string, els Node) *ListNode {
	next := p.look().typ
	if typ == NodeIf && next == itemIf || typ == NodeWith && next == itemWith {
		control := p.controlOf(p.read().typ)
		return &ListNode{NodeList, els.Position(), p.from, []Node{control(item{})}}
	}
	list, end := p.list()
	if end.Type() != nodeEnd {
		p.fail("expected end; found %s", end)
	}
	return list
}

// use reads the rest of {{template "name" pipeline}}; the pipeline may be missing.
func (p *parser) use(item) Node {
	const where = "template clause"
	it, name := p.quoted(where)
	n := &TemplateNode{NodeTemplate, it.pos, p.from, it.line, name, nil}
	if next := p.word(); next.typ != itemRightDelim {
		p.unread(next)
		n.Pipe = p.pipeline(where, itemRightDelim)
	}
	return n
}

// block reads the rest of {{block "name" pipeline}} list {{end}}: a definition, and its use at this place.
func (p *parser) block(item) Node {
	const where = "block clause"
	it, name := p.quoted(where)
	n := &TemplateNode{NodeTemplate, it.pos, p.from, it.line, name, p.pipeline(where, itemRightDelim)}
	p.forTree(name).inner(name, where, p)
	return n
}

// ---- pipelines ----

// pipeline reads what gets the value, and commands up to an item of type end.
func (p *parser) pipeline(where string, end itemType) *PipeNode {
	first := p.lookWord()
	pipe := &PipeNode{NodeType: NodePipe, Pos: first.pos, origin: p.from, Line: first.line}
	for p.declare(pipe, where) {
	}
	for it := p.word(); it.typ != end; it = p.word() {
		if !beginsOperand(it.typ) {
			p.failAt(it, where)
		}
		p.unread(it)
		pipe.append(p.command())
	}
	if len(pipe.Cmds) == 0 {
		p.fail("missing value for %s", where)
	}
	for stage := 1; stage < len(pipe.Cmds); stage++ {
		if isConstant(pipe.Cmds[stage].Args[0]) {
			p.fail("non executable command in pipeline stage %d", stage+1)
		}
	}
	return pipe
}

func beginsOperand(typ itemType) bool {
	switch typ {
	case itemIdentifier, itemField, itemVariable, itemDot, itemLeftParen, itemNil, itemBool, itemString, itemRawString,
		itemNumber, itemComplex, itemCharConstant:
		return true
	}
	return false
}

// isConstant tells whether a node can take no argument.
func isConstant(n Node) bool {
	switch n.(type) {
	case *BoolNode, *NumberNode, *StringNode, *NilNode, *DotNode:
		return true
	}
	return false
}

// declare reads one of "$x :=", "$x =" and, for range, "$i,". It returns whether another one must follow. In "$x y" the
// variable is an argument, and stays unread.
func (p *parser) declare(pipe *PipeNode, where string) (more bool) {
	name := p.word()
	if name.typ != itemVariable {
		p.unread(name)
		return false
	}
	space := p.read()
	sign := space
	if space.typ == itemSpace {
		sign = p.word()
	}
	comma := sign.typ == itemChar && sign.val == ","
	if !comma && sign.typ != itemDeclare && sign.typ != itemAssign {
		p.unread(sign)
		if space.typ == itemSpace {
			p.unread(space)
		}
		p.unread(name)
		return false
	}
	p.scope = append(p.scope, name.val)
	pipe.Decl = append(pipe.Decl, p.variable(name))
	if !comma {
		pipe.IsAssign = sign.typ == itemAssign
		return false
	}
	if where != "range" || len(pipe.Decl) > 1 {
		p.fail("too many declarations in %s", where)
	}
	if next := p.lookWord().typ; next != itemVariable && next != itemRightDelim && next != itemRightParen {
		p.fail("range can only initialize variables")
	}
	return true
}

func (p *parser) variable(it item) *VariableNode {
	return &VariableNode{NodeVariable, it.pos, p.from, strings.Split(it.val, ".")}
}

// command reads operands. It takes the pipe sign behind them, and leaves the end of the pipeline.
func (p *parser) command() *CommandNode {
	cmd := &CommandNode{NodeType: NodeCommand, Pos: p.lookWord().pos, origin: p.from}
	after := item{typ: itemSpace}
	for after.typ == itemSpace {
		p.lookWord()
		if n := p.operand(); n != nil {
			cmd.append(n)
		}
		after = p.read()
	}
	switch after.typ {
	case itemPipe:
	case itemRightParen, itemRightDelim:
		p.unread(after)
	default:
		p.failAt(after, "operand")
	}
	if len(cmd.Args) == 0 {
		p.fail("empty command")
	}
	return cmd
}

// operand reads a term and the names of fields behind it; nil if there is no term.
func (p *parser) operand() Node {
	n := p.term()
	if n == nil {
		return nil
	}
	first := p.look()
	var names []string
	for p.look().typ == itemField {
		names = append(names, p.read().val[1:])
	}
	if names == nil {
		return n
	}
	switch v := n.(type) {
	case *FieldNode:
		return &FieldNode{NodeField, first.pos, p.from, append(v.Ident, names...)}
	case *VariableNode:
		return &VariableNode{NodeVariable, first.pos, p.from, append(v.Ident, names...)}
	}
	if isConstant(n) {
		p.fail("unexpected . after term %q", n)
	}
	return &ChainNode{NodeChain, first.pos, p.from, n, names}
}

// term reads a value without the fields behind it; nil if there is none.
func (p *parser) term() Node {
	it := p.word()
	switch it.typ {
	case itemDot:
		return &DotNode{NodeDot, it.pos, p.from}
	case itemField:
		return &FieldNode{NodeField, it.pos, p.from, []string{it.val[1:]}}
	case itemVariable:
		return p.known(it)
	case itemIdentifier:
		return p.function(it)
	case itemLeftParen:
		return p.pipeline("parenthesized pipeline", itemRightParen)
	case itemNil:
		return &NilNode{NodeNil, it.pos, p.from}
	case itemBool:
		return &BoolNode{NodeBool, it.pos, p.from, it.val == "true"}
	case itemString, itemRawString:
		return &StringNode{NodeString, it.pos, p.from, it.val, p.unquote(it)}
	case itemNumber, itemComplex, itemCharConstant:
		n := &NumberNode{NodeType: NodeNumber, Pos: it.pos, origin: p.from, Text: it.val}
		if err := n.parse(it.typ); err != nil {
			p.fail("%s", err)
		}
		return n
	}
	p.unread(it)
	return nil
}

// known returns a node for a variable, which must have been declared.
func (p *parser) known(it item) Node {
	v := p.variable(it)
	for _, name := range p.scope {
		if name == v.Ident[0] {
			return v
		}
	}
	p.fail("undefined variable %q", v.Ident[0])
	return nil
}

func (p *parser) function(it item) Node {
	if p.tree.Mode&SkipFuncCheck == 0 && !defined(p.funcs, it.val) {
		p.fail("function %q not defined", it.val)
	}
	return &IdentifierNode{NodeIdentifier, it.pos, p.from, it.val}
}

func defined(funcs []map[string]any, name string) bool {
	for _, table := range funcs {
		if table[name] != nil {
			return true
		}
	}
	return false
}
