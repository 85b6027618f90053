// The syntax tree of Go 1.22, after go/ast: one plain struct per construct, in an arena, never destroyed.
// The front end builds it; the checker writes its answers into the annotation fields (marked "check:").
// C++17: this header is shared with compiler/syntax.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/arena.h"
#include "base/source.h"

namespace hood::types {
struct Type;
struct Object;
struct Scope;
struct Selection;
struct Instance;
}  // namespace hood::types
namespace hood::constant {
class Value;
}

namespace hood::ast {

// ---- tokens that the tree keeps -------------------------------------------------------------------------------

enum class Op : uint8_t {
  None,
  Add,
  Sub,
  Mul,
  Quo,
  Rem,
  And,
  Or,
  Xor,
  Shl,
  Shr,
  AndNot,  // + - * / % & | ^ << >> &^   (also op= of AssignStmt)
  LAnd,
  LOr,
  Eql,
  Neq,
  Lss,
  Leq,
  Gtr,
  Geq,  // && || == != < <= > >=
  Not,
  Arrow,
  Addr,
  Tilde,  // ! <- & ~  (unary; unary + - ^ are Add Sub Xor)
};
const char* opString(Op op);  // "+", "&^", …

enum class LitKind : uint8_t { Int, Float, Imag, Char, String };
enum class ChanDir : uint8_t { Both, Send, Recv };

enum class NodeKind : uint8_t {
  // expressions
  BadExpr,
  Ident,
  BasicLit,
  CompositeLit,
  KeyValueExpr,
  FuncLit,
  ParenExpr,
  SelectorExpr,
  IndexExpr,
  SliceExpr,
  TypeAssertExpr,
  CallExpr,
  StarExpr,
  UnaryExpr,
  BinaryExpr,
  ArrayType,
  StructType,
  FuncType,
  InterfaceType,
  MapType,
  ChanType,
  Ellipsis,
  // statements
  BadStmt,
  DeclStmt,
  EmptyStmt,
  LabeledStmt,
  ExprStmt,
  SendStmt,
  IncDecStmt,
  AssignStmt,
  GoStmt,
  DeferStmt,
  ReturnStmt,
  BranchStmt,
  BlockStmt,
  IfStmt,
  CaseClause,
  SwitchStmt,
  TypeSwitchStmt,
  CommClause,
  SelectStmt,
  ForStmt,
  RangeStmt,
  // declarations
  ImportDecl,
  ConstDecl,
  TypeDecl,
  VarDecl,
  FuncDecl,
};

struct Node {
  NodeKind kind;
  Pos pos;  // of the construct's first byte; see each struct for the positions that messages need besides
};

// ---- expressions ----------------------------------------------------------------------------------------------

// check: what an expression denotes, after go/types.TypeAndValue.
enum class Mode : uint8_t {
  Unset,     // not (yet) checked
  Invalid,   // an error was reported
  NoValue,   // a call without results
  Builtin,   // a built-in function's name
  TypeExpr,  // a type
  Constant,  // `value` holds it
  Variable,  // addressable
  MapIndex,  // m[k]: assignable, commaOk
  Value,     // any other value
  NilValue,  // untyped nil
  CommaOk,   // v, ok form allowed: type assertion, receive
  CgoFunc,   // unused
  Package,   // a package name (selector operand only)
};

struct Expr : Node {
  Mode mode = Mode::Unset;                 // check:
  types::Type* type = nullptr;             // check: final type; untyped operands get the type they are converted to
  const constant::Value* value = nullptr;  // check: for Mode::Constant, already converted to `type`
};

struct BadExpr : Expr {};

struct Ident : Expr {
  std::string_view name;
  types::Object* obj = nullptr;  // check: the object it uses or declares (nullptr for `_` and symbolic type-switch names)
  types::Instance* instance = nullptr;  // check: if it denotes a generic function, what that is instantiated with
};

struct BasicLit : Expr {
  LitKind lit;
  std::string_view text;  // as written
};

struct CompositeLit : Expr {
  Expr* typeExpr = nullptr;  // nullptr: elided inside another literal (check: `type` tells; may be a pointer for elided &T)
  Slice<Expr*> elems;        // KeyValueExpr or values
  Pos lbrace, rbrace;
};

struct KeyValueExpr : Expr {
  Expr* key = nullptr;
  Expr* val = nullptr;
  Pos colon;
};

struct FuncType;
struct BlockStmt;

struct FuncLit : Expr {
  FuncType* sig = nullptr;
  BlockStmt* body = nullptr;
  types::Scope* scope = nullptr;  // check: the function's scope (parameters)
};

struct ParenExpr : Expr {
  Expr* x = nullptr;
};

struct SelectorExpr : Expr {
  Expr* x = nullptr;
  Ident* sel = nullptr;
  types::Selection* selection = nullptr;  // check: field, method value or method expression; nullptr for pkg.Name
};

struct IndexExpr : Expr {  // x[i]; with several indices or a generic x: instantiation
  Expr* x = nullptr;
  Slice<Expr*> indices;  // at least one
  Pos lbrack, rbrack;
};

struct SliceExpr : Expr {
  Expr* x = nullptr;
  Expr* lo = nullptr;
  Expr* hi = nullptr;
  Expr* max = nullptr;
  bool slice3 = false;
  Pos rbrack;
};

struct TypeAssertExpr : Expr {
  Expr* x = nullptr;
  Expr* typeExpr = nullptr;  // nullptr: x.(type)
};

struct CallExpr : Expr {
  Expr* fun = nullptr;
  Slice<Expr*> args;
  bool ellipsis = false;  // f(xs...)
  Pos lparen, rparen;
};

struct StarExpr : Expr {  // *x: dereference or pointer type
  Expr* x = nullptr;
};

struct UnaryExpr : Expr {
  Op op = Op::None;  // Add Sub Not Xor Addr Arrow Tilde
  Expr* x = nullptr;
};

struct BinaryExpr : Expr {
  Op op = Op::None;
  Pos opPos;
  Expr* x = nullptr;
  Expr* y = nullptr;
};

// A parameter, result, struct field, method or embedded element. One Field per name; `a, b int` yields two that share
// the type expression.
struct Field : Node {     // kind is that of an Ident; never visited as an expression
  Ident* name = nullptr;  // nullptr: unnamed parameter or embedded
  Expr* typeExpr = nullptr;
  BasicLit* tag = nullptr;  // struct fields
  bool embedded = false;
};

struct ArrayType : Expr {  // len nullptr: slice; len an Ellipsis: [...]T
  Expr* len = nullptr;
  Expr* elem = nullptr;
};

struct StructType : Expr {
  Slice<Field*> fields;
};

struct FuncType : Expr {
  Slice<Field*> tparams;  // type parameters
  Slice<Field*> params;   // the last may have an Ellipsis type
  Slice<Field*> results;
};

struct InterfaceType : Expr {
  Slice<Field*> elems;  // methods: name + FuncType; embedded: name nullptr, type a union (BinaryExpr Or, UnaryExpr Tilde)
};

struct MapType : Expr {
  Expr* key = nullptr;
  Expr* val = nullptr;
};

struct ChanType : Expr {
  ChanDir dir = ChanDir::Both;
  Expr* elem = nullptr;
};

struct Ellipsis : Expr {  // ...T in a parameter list, ... in an array length (elem nullptr)
  Expr* elem = nullptr;
};

// ---- declarations ---------------------------------------------------------------------------------------------

struct Decl : Node {};

struct ImportDecl : Decl {
  Ident* name = nullptr;  // nullptr, or `_`, `.`, an alias
  BasicLit* path = nullptr;
};

// One const spec. Implicit repetition is already resolved: typeExpr/values are those of the spec it repeats, and
// `inherited` is set (errors are then reported at the name).
struct ConstDecl : Decl {
  Slice<Ident*> names;
  Expr* typeExpr = nullptr;
  Slice<Expr*> values;
  uint32_t iota = 0;
  bool inherited = false;
};

struct TypeDecl : Decl {
  Ident* name = nullptr;
  Slice<Field*> tparams;
  bool alias = false;
  Expr* typeExpr = nullptr;
};

struct VarDecl : Decl {
  Slice<Ident*> names;
  Expr* typeExpr = nullptr;
  Slice<Expr*> values;
};

struct FuncDecl : Decl {
  Field* recv = nullptr;
  Ident* name = nullptr;
  FuncType* sig = nullptr;
  BlockStmt* body = nullptr;  // nullptr: implemented by a native
  std::string_view pragma;    // text of the //go: lines before it, newline separated
};

// ---- statements -----------------------------------------------------------------------------------------------

struct Stmt : Node {};

struct BadStmt : Stmt {};
struct EmptyStmt : Stmt {};

struct DeclStmt : Stmt {
  Slice<Decl*> decls;
};

struct LabeledStmt : Stmt {
  Ident* label = nullptr;
  Stmt* stmt = nullptr;
};

struct ExprStmt : Stmt {
  Expr* x = nullptr;
};

struct SendStmt : Stmt {
  Expr* chan = nullptr;
  Expr* value = nullptr;
  Pos arrow;
};

struct IncDecStmt : Stmt {
  Expr* x = nullptr;
  bool dec = false;
};

struct AssignStmt : Stmt {
  Slice<Expr*> lhs;
  Slice<Expr*> rhs;
  Op op = Op::None;     // x op= y
  bool define = false;  // :=
  Pos opPos;
};

struct GoStmt : Stmt {
  Expr* call = nullptr;  // a CallExpr in correct programs
};

struct DeferStmt : Stmt {
  Expr* call = nullptr;
};

struct ReturnStmt : Stmt {
  Slice<Expr*> results;
};

enum class BranchKind : uint8_t { Break, Continue, Goto, Fallthrough };
struct BranchStmt : Stmt {
  BranchKind branch;
  Ident* label = nullptr;
  Stmt* target = nullptr;  // check: the LabeledStmt (goto) or the enclosing for/range/switch/select (break, continue)
};

struct BlockStmt : Stmt {
  Slice<Stmt*> stmts;
  Pos rbrace;
};

struct IfStmt : Stmt {
  Stmt* init = nullptr;
  Expr* cond = nullptr;
  BlockStmt* then = nullptr;
  Stmt* els = nullptr;  // BlockStmt, IfStmt or nullptr
};

struct CaseClause : Stmt {
  Slice<Expr*> exprs;  // types in a type switch
  bool isDefault = false;
  Slice<Stmt*> body;
  Pos colon;
  types::Object* implicitObj = nullptr;  // check: the clause's variable of `switch x := y.(type)`
};

struct SwitchStmt : Stmt {
  Stmt* init = nullptr;
  Expr* tag = nullptr;
  Slice<CaseClause*> clauses;
  Pos rbrace;
};

struct TypeSwitchStmt : Stmt {
  Stmt* init = nullptr;
  Ident* bind = nullptr;  // x of `x := y.(type)`
  Expr* x = nullptr;      // y
  Slice<CaseClause*> clauses;
  Pos rbrace;
};

struct CommClause : Stmt {
  Stmt* comm = nullptr;  // SendStmt, ExprStmt (<-c), AssignStmt (v, ok = <-c); nullptr: default
  Slice<Stmt*> body;
  Pos colon;
};

struct SelectStmt : Stmt {
  Slice<CommClause*> clauses;
  Pos rbrace;
};

struct ForStmt : Stmt {
  Stmt* init = nullptr;
  Expr* cond = nullptr;
  Stmt* post = nullptr;
  BlockStmt* body = nullptr;
};

struct RangeStmt : Stmt {
  Expr* key = nullptr;
  Expr* val = nullptr;
  bool define = false;  // :=
  Pos opPos;
  Expr* x = nullptr;
  BlockStmt* body = nullptr;
};

// ---- files ----------------------------------------------------------------------------------------------------

struct File {
  const SourceFile* source = nullptr;
  Ident* package = nullptr;              // package clause's name
  Slice<ImportDecl*> imports;            // also in decls
  Slice<Decl*> decls;                    // source order
  std::string_view goBuild;              // expression of the //go:build line, "" if none
  int goMinor = 0;                       // language version 1.goMinor of this file alone, 0: the package's
  Slice<std::string_view> goDirectives;  // //go: lines outside of functions' pragmas (go:embed, go:linkname …)
};

// ---- helpers --------------------------------------------------------------------------------------------------

// Leftmost position of an expression or statement: where gc reports most errors. For BinaryExpr that of x, and so on.
Pos startPos(const Node* n);
Expr* unparen(Expr* e);
// Source form of an expression as gc prints it in messages (ExprString of cmd/compile/internal/syntax).
std::string_view exprString(Arena& a, const Expr* e);

template <class T>
T* as(Node* n) {
  return static_cast<T*>(n);
}

}  // namespace hood::ast
