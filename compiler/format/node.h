// The tree that is printed: one kind of node for everything, since the printer asks all of them the same things. Which
// fields a kind uses is said beside it. Every token that the printer places by its position has that position here.
#pragma once

#include <memory>
#include <vector>

#include "compiler/format/tokens.h"

namespace hood::format {

enum class Kind : uint8_t {
  // ---- expressions and types ----
  Ident,          // text
  Literal,        // tok, text
  Composite,      // type?, list, open {, close }
  KeyValue,       // x: y, at :
  FuncLit,        // type, body
  Paren,          // x, close
  Selector,       // x.sel
  Index,          // x[list], open, close
  Slice,          // x[lo:hi:max]: list of 2 or 3, nullptr where left out; open, close
  TypeAssert,     // x.(type?), open, close
  Call,           // x(list), open, close; at: the ellipsis
  Star,           // *x
  Unary,          // tok x
  Binary,         // x tok y, at
  ArrayType,      // [x?]y
  StructType,     // fields, open, close
  FuncType,       // tparams?, params, results?; pos is func or, of a method, the parenthesis
  InterfaceType,  // fields, open, close
  MapType,        // map[x]y
  ChanType,       // tok: Chan both ways, Arrow <-chan, Semicolon chan<- (at: the arrow); x
  Ellipsis,       // ...x?
  // ---- fields ----
  Field,      // names, type, tag?
  FieldList,  // list, open, close: parameters, fields, methods
  // ---- statements ----
  Empty,       // implicit or not
  Decl,        // decl
  Labeled,     // x: body, at :
  ExprStmt,    // x
  Send,        // x <- y, at
  IncDec,      // x tok, at
  Assign,      // list tok list2, at
  GoStmt,      // x
  DeferStmt,   // x
  Return,      // list
  Branch,      // tok, x?
  Block,       // list, open, close
  If,          // init?, x, body, els?
  Case,        // list (empty: default), list2: statements, at :
  Switch,      // init?, x?, body
  TypeSwitch,  // init?, x: a statement; body
  Comm,        // x? (a statement), list2, at :
  Select,      // body
  For,         // init?, x?, post?, body
  Range,       // x?, y?, tok, at; type: what is ranged over; body
  // ---- declarations ----
  ImportSpec,  // x?, y: the path
  ValueSpec,   // names, type?, list: values
  TypeSpec,    // x, tparams?, at: the =, type
  GenDecl,     // tok, list, open, close: parentheses
  FuncDecl,    // recv?, x, type, body?
  File,        // x, list
};

struct Node {
  Kind kind;
  Tok tok = Tok::Illegal;
  Pos pos = kNoPos, end = kNoPos;
  Pos open = kNoPos, close = kNoPos, at = kNoPos;
  std::string_view text;
  Node *x = nullptr, *y = nullptr, *type = nullptr, *body = nullptr;
  Node *init = nullptr, *post = nullptr, *els = nullptr, *tag = nullptr, *sel = nullptr, *decl = nullptr;
  Node *tparams = nullptr, *params = nullptr, *results = nullptr, *fields = nullptr, *recv = nullptr;
  std::vector<Node*> list, list2, names;
  const CommentGroup* doc = nullptr;      // above
  const CommentGroup* comment = nullptr;  // behind, on the same line
};

// Owns the nodes of a file.
class Nodes {
 public:
  Node* make(Kind kind, Pos pos) {
    all_.push_back(std::make_unique<Node>());
    all_.back()->kind = kind;
    all_.back()->pos = pos;
    return all_.back().get();
  }

 private:
  std::vector<std::unique_ptr<Node>> all_;
};

}  // namespace hood::format
