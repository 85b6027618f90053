package parse

import "fmt"

// item is a token of a template.
type item struct {
	typ  itemType
	pos  Pos // of its first byte in the text
	val  string
	line int // of its first byte
}

// String shows the item as error texts do.
func (i item) String() string {
	switch {
	case i.typ == itemEOF:
		return "EOF"
	case i.typ == itemError:
		return i.val
	case i.typ > itemKeyword:
		return fmt.Sprintf("<%s>", i.val)
	case len(i.val) > 10:
		return fmt.Sprintf("%.10q...", i.val)
	}
	return fmt.Sprintf("%q", i.val)
}

type itemType int

const (
	itemError itemType = iota // val is what is wrong
	itemBool
	itemChar // any other ASCII character
	itemCharConstant
	itemComment // from /* to */
	itemComplex // of two parts: 1+2i
	itemAssign  // =
	itemDeclare // :=
	itemEOF
	itemField // .name
	itemIdentifier
	itemLeftDelim
	itemLeftParen
	itemNumber
	itemPipe
	itemRawString
	itemRightDelim
	itemRightParen
	itemSpace
	itemString
	itemText     // outside actions
	itemVariable // $ or $name

	itemKeyword // those above it are keywords
	itemBlock
	itemBreak
	itemContinue
	itemDot
	itemDefine
	itemElse
	itemEnd
	itemIf
	itemNil
	itemRange
	itemTemplate
	itemWith
)

// keyword returns what a word stands for, itemIdentifier if it is none of the keywords.
func keyword(word string) itemType {
	switch word {
	case "block":
		return itemBlock
	case "break":
		return itemBreak
	case "continue":
		return itemContinue
	case "define":
		return itemDefine
	case "else":
		return itemElse
	case "end":
		return itemEnd
	case "if":
		return itemIf
	case "nil":
		return itemNil
	case "range":
		return itemRange
	case "template":
		return itemTemplate
	case "with":
		return itemWith
	case "true", "false":
		return itemBool
	}
	return itemIdentifier
}
