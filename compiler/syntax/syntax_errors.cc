// Syntax errors: what to say, and where to go on. After gc: an error is reported where the parser stands, then tokens
// are skipped up to a set that depends on the construct, and the rule goes on as if it had been complete. One error
// a line; none at a token where one was just reported.
#include <initializer_list>

#include "compiler/syntax/parser_base.h"
#include "compiler/syntax/token_text.h"

namespace hood::syntax {

namespace {

bool startsWith(const std::string& s, const char* prefix) { return s.rfind(prefix, 0) == 0; }

// Keywords that start a statement: good places to go on inside a function.
bool startsStatement(Tok t) {
  switch (t) {
    case Tok::BREAK:
    case Tok::CONST:
    case Tok::CONTINUE:
    case Tok::DEFER:
    case Tok::FALLTHROUGH:
    case Tok::FOR:
    case Tok::GO:
    case Tok::GOTO:
    case Tok::IF:
    case Tok::RETURN:
    case Tok::SELECT:
    case Tok::SWITCH:
    case Tok::TYPE:
    case Tok::VAR: return true;
    default: return false;
  }
}

}  // namespace

void ParserBase::attach(GoTokenStream& tokens, ErrorSink& errors) {
  _input = &tokens;
  errors_ = &errors;
  if (!stack_) stack_.reset(new Open[kMaxDepth]);
}

// ---- reporting ----------------------------------------------------------------------------------------------------

std::string ParserBase::describeCurrent() const {
  const Token& t = current();
  return describeToken(t, errors_->text(t.off, t.len));
}

void ParserBase::syntaxError(const std::string& text) {
  const Token& t = current();
  if (t.off == stuckAt_) return;
  stuckAt_ = t.off;
  if (t.type == Tok::Eof && errors_->count() > 0) return;  // a consequence of what was reported before
  if (startsWith(text, "in ") || startsWith(text, "at ") || startsWith(text, "after ")) {
    errors_->syntaxError(t.off, "unexpected " + describeCurrent() + " " + text);
  } else if (startsWith(text, "expected ")) {
    errors_->syntaxError(t.off, "unexpected " + describeCurrent() + ", " + text);
  } else {
    errors_->syntaxError(t.off, text);
  }
}

void ParserBase::advance(std::initializer_list<Tok> to) {
  bool statements = to.size() != 0 && inFunction();
  auto stops = [&](Tok t) {
    if (t == Tok::Eof || (statements && startsStatement(t))) return true;
    for (Tok s : to) {
      if (canonical(t) == s) return true;
    }
    return false;
  };
  while (!stops(current().type)) {
    _input->consume();
    if (to.size() == 0) break;
  }
  stuckAt_ = current().off;
}

bool ParserBase::inFunction() const {
  for (size_t i = 0; i < depth_; i++) {
    if (stack_[i].rule == Rule::FuncBody) return true;
  }
  return false;
}

void ParserBase::tooDeep() {
  errors_->syntaxError(current().off, "nesting too deep");
  throw StopParsing{};
}

// ---- a token was wanted -------------------------------------------------------------------------------------------

void ParserBase::want(Tok wanted) {
  syntaxError("expected " + tokenText(wanted));
  advance({});
}

// In a bracketed list, instead of a separator or the closing bracket.
void ParserBase::listError(const char* context, Tok separator, Tok close) {
  syntaxError(std::string("in ") + context + "; possibly missing " + tokenText(separator) + " or " + tokenText(close));
  advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
  if (canonical(current().type) == close) _input->consume();
}

void ParserBase::mismatch(Tok wanted) {
  damaged_ = true;
  if (current().off == stuckAt_) return;
  Tok found = current().type;
  // gc has consumed the comma when it finds that nothing follows; here the comma was retyped because of it.
  if (found == Tok::TRAILING_COMMA && _input->previous().type != Tok::COMMA && canonical(wanted) != Tok::COMMA &&
      !listMismatch(Tok{})) {
    _input->consume();
    syntaxError("expected expression");
    return;
  }
  if (listMismatch(wanted) || headerMismatch(wanted)) return;
  if (wanted == Tok::NAME && rule() == Rule::FuncDecl) {
    bool afterReceiver = _input->previous().type == Tok::RPAREN;
    syntaxError(afterReceiver ? "expected name" : "expected name or (");
    advance({Tok::LBRACE, Tok::SEMI});
    return;
  }
  if (wanted == Tok::NAME && rule() == Rule::TypeName) {
    syntaxError("expected name");
    advance({Tok::DOT, Tok::SEMI, Tok::RBRACE});
    return;
  }
  want(wanted);
}

// Has the header of the innermost if, for or switch a semicolon, or a range clause, after which only { can follow?
bool ParserBase::headerHasSemi() const {
  size_t up = rule() == Rule::HeaderBody ? 1 : 0;
  Cursor c(tree_, _input->tokens(), stack_[depth_ - 1 - up].entry + 1, static_cast<uint32_t>(tree_.size()));
  c.take();  // the keyword
  for (Cursor h = c.enter(); !h.done();) {
    if (h.at(Tok::SEMI) || h.at(Rule::RangeClause)) return true;
    if (h.atToken()) {
      h.take();  // var
      continue;
    }
    for (Cursor s = h.enter(); !s.done();) {
      if (s.at(Rule::RangeClause)) return true;
      if (s.atRule())
        s.enter();
      else
        s.take();
    }
  }
  return false;
}

// With Tok{}: only tells whether the current rule is a list that reports errors as such.
bool ParserBase::listMismatch(Tok wanted) {
  struct List {
    Rule rule;
    Tok close;
    Tok separator;
    const char* context;
  };
  static constexpr List kLists[] = {
      {Rule::Arguments, Tok::RPAREN, Tok::COMMA, "argument list"},
      {Rule::LitValue, Tok::RBRACE, Tok::COMMA, "composite literal"},
      {Rule::Receiver, Tok::RPAREN, Tok::COMMA, "parameter list"},
      {Rule::Signature, Tok::RPAREN, Tok::COMMA, "parameter list"},
      {Rule::Signature, Tok::RESULT_RPAREN, Tok::COMMA, "parameter list"},
      {Rule::ResultList, Tok::RPAREN, Tok::COMMA, "parameter list"},
      {Rule::FuncDecl, Tok::RBRACK, Tok::COMMA, "parameter list"},
      {Rule::TypeSpec, Tok::RBRACK, Tok::COMMA, "parameter list"},
      {Rule::StructType, Tok::RBRACE, Tok::SEMI, "struct type"},
      {Rule::InterfaceType, Tok::RBRACE, Tok::SEMI, "interface type"},
      {Rule::ImportDecl, Tok::RPAREN, Tok::SEMI, "grouped declaration"},
      {Rule::ConstDecl, Tok::RPAREN, Tok::SEMI, "grouped declaration"},
      {Rule::VarDecl, Tok::RPAREN, Tok::SEMI, "grouped declaration"},
      {Rule::TypeDecl, Tok::RPAREN, Tok::SEMI, "grouped declaration"},
  };
  for (const List& l : kLists) {
    if (l.rule != rule() || (wanted != Tok{} && l.close != wanted)) continue;
    if (wanted == Tok{}) return true;
    // Where an element could start, one is missing; elsewhere, a separator.
    Tok before = canonical(_input->previous().type);
    bool start = before == l.separator || before == Tok::LPAREN || before == Tok::LBRACE || before == Tok::LBRACK;
    if (start)
      elementExpected();
    else
      listError(l.context, l.separator, canonical(l.close));
    return true;
  }
  return false;
}

// At a place where a list's element or its end could be.
void ParserBase::elementExpected() {
  switch (rule()) {
    case Rule::Arguments:
    case Rule::LitValue:
      syntaxError("expected expression");
      advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
      break;
    case Rule::StructType:
      syntaxError("expected field name or embedded type");
      advance({Tok::SEMI, Tok::RBRACE});
      break;
    case Rule::InterfaceType:
      syntaxError("expected ~ term or type");
      advance({Tok::OR, Tok::SEMI, Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
      break;
    case Rule::ImportDecl:
      syntaxError("missing import path; require quoted string");
      advance({Tok::SEMI, Tok::RPAREN});
      break;
    case Rule::ConstDecl:
    case Rule::VarDecl:
    case Rule::TypeDecl: want(Tok::NAME); break;
    case Rule::FuncDecl:
    case Rule::TypeSpec:
      syntaxError("expected ]");
      advance({Tok::COMMA, Tok::RBRACK});
      break;
    default: syntaxError("expected )"); advance({Tok::COMMA, Tok::RPAREN});
  }
}

// Around the bodies of if, for, switch and select.
bool ParserBase::headerMismatch(Tok wanted) {
  Rule in = rule() == Rule::HeaderBody ? rule(1) : rule();
  if ((wanted == Tok::HEADER_BODY && in != Rule::SelectStmt) || (wanted == Tok::SEMI && in == Rule::ForHeader)) {
    switch (_input->previous().type) {
      case Tok::IF:
      case Tok::FOR:
      case Tok::SWITCH:
      case Tok::SEMI:
        if (current().type == Tok::HEADER_BODY) break;
        syntaxError("expected expression");
        advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
        return true;
      default: break;
    }
  }
  if (wanted == Tok::HEADER_BODY && in != Rule::SelectStmt && !headerHasSemi()) {
    // One statement so far: more could follow after a semicolon, but { is the better guess.
    syntaxError("expected {");
    advance({Tok::LBRACE, Tok::RBRACE});
    if (canonical(current().type) == Tok::LBRACE) _input->consume();
    return true;
  }
  if (wanted == Tok::HEADER_BODY) {
    switch (in) {
      case Rule::SwitchStmt:
      case Rule::SelectStmt:
        syntaxError(in == Rule::SwitchStmt ? "missing { after switch clause" : "missing { after select clause");
        advance({Tok::CASE, Tok::DEFAULT, Tok::RBRACE});
        return true;
      default:
        syntaxError(in == Rule::ForStmt ? "expected { after for clause" : "expected { after if clause");
        advance({Tok::NAME, Tok::RBRACE});
        return true;
    }
  }
  if (wanted == Tok::RBRACE && (in == Rule::SwitchStmt || in == Rule::SelectStmt)) {
    syntaxError("expected case or default or }");
    advance({Tok::COLON, Tok::CASE, Tok::DEFAULT, Tok::RBRACE});
    return true;
  }
  if (wanted == Tok::SEMI && in == Rule::ForHeader) {
    if (current().type != Tok::HEADER_BODY) return false;
    bool first = _input->previous().type == Tok::SEMI;  // for init; {
    syntaxError(first ? "expected for loop condition" : "expected semicolon or newline");
    return true;
  }
  return false;
}

// ---- no alternative fits ------------------------------------------------------------------------------------------

void ParserBase::noViableAlternative() {
  damaged_ = true;
  if (current().off == stuckAt_) return;
  if (current().type == Tok::TRAILING_COMMA && _input->previous().type != Tok::COMMA) {
    _input->consume();
    syntaxError("expected expression");
    return;
  }
  bool assertion = rule() == Rule::Selector && _input->previous().type == Tok::LPAREN;
  switch (assertion ? Rule::Type_ : rule()) {
    case Rule::Type_:
    case Rule::TypeTail:
    case Rule::TypeLit:
    case Rule::VarSpec:
    case Rule::ConstSpec:
      switch (_input->previous().type) {
        case Tok::CHAN:
        case Tok::CHAN_ARROW: syntaxError("missing channel element type"); return;
        case Tok::ELLIPSIS: syntaxError("... is missing type"); return;
        default: break;
      }
      if (rule(1) == Rule::TypeSpec) {
        syntaxError("in type declaration");
        advance({Tok::SEMI, Tok::RPAREN});
        return;
      }
      syntaxError("expected type");
      advance({Tok::COMMA, Tok::COLON, Tok::SEMI, Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
      return;
    case Rule::Index:
      if (current().type == Tok::RBRACK) {
        syntaxError("expected operand");
        _input->consume();
        return;
      }
      if (_input->previous().type == Tok::LBRACK) {
        syntaxError("expected expression");
        advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
        return;
      }
      syntaxError("expected comma, : or ]");
      advance({Tok::COMMA, Tok::COLON, Tok::RBRACK});
      return;
    case Rule::Selector:
      syntaxError("expected name or (");
      advance({Tok::SEMI, Tok::RPAREN});
      return;
    case Rule::ImportSpec:
    case Rule::Literal:
      syntaxError("missing import path; require quoted string");
      advance({Tok::SEMI, Tok::RPAREN});
      return;
    case Rule::ImportDecl:
    case Rule::ConstDecl:
    case Rule::VarDecl:
    case Rule::TypeDecl:
      if (rule() == Rule::ImportDecl) {
        syntaxError("missing import path; require quoted string");
        advance({Tok::SEMI, Tok::RPAREN});
      } else {
        want(Tok::NAME);
      }
      return;
    case Rule::FieldDecl:
      syntaxError("expected field name or embedded type");
      advance({Tok::SEMI, Tok::RBRACE});
      return;
    case Rule::InterfaceElem:
    case Rule::TypeUnion:
    case Rule::Term:
      syntaxError("expected ~ term or type");
      advance({Tok::OR, Tok::SEMI, Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
      return;
    case Rule::Param:
      syntaxError("expected )");
      advance({Tok::COMMA, Tok::RPAREN});
      return;
    case Rule::Signature: listMismatch(Tok::RPAREN); return;
    case Rule::SimpleStmt: {
      Tok before = _input->previous().type;
      if (before == Tok::ASSIGN || before == Tok::DEFINE) break;
      exprStmtEnd();  // the statement is complete: what encloses it complains
      return;
    }
    case Rule::IfStmt:
      syntaxError("else must be followed by if or statement block");
      advance({Tok::NAME, Tok::RBRACE});
      return;
    case Rule::CaseClause:
    case Rule::CommClause:
      syntaxError("expected case or default or }");
      advance({Tok::COLON, Tok::CASE, Tok::DEFAULT, Tok::RBRACE});
      return;
    case Rule::TopLevelDecl: syntaxError("non-declaration statement outside function body"); return;
    default: break;
  }
  syntaxError("expected expression");
  advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
}

// ---- actions ------------------------------------------------------------------------------------------------------

void ParserBase::stmtEnd() {
  switch (current().type) {
    case Tok::SEMI:
    case Tok::TRAILING_SEMI:
    case Tok::RBRACE: return;
    default: break;
  }
  if (_input->previous().type == Tok::RETURN) {
    syntaxError("expected expression");
    advance({Tok::RPAREN, Tok::RBRACK, Tok::RBRACE});
    return;
  }
  syntaxError("at end of statement");
  advance({Tok::SEMI, Tok::RBRACE, Tok::CASE, Tok::DEFAULT});
}

// Several expressions in a row can only be the left side of an assignment.
void ParserBase::exprStmtEnd() {
  uint32_t list = stack_[depth_ - 1].entry + 1;
  if (list + 1 >= tree_.size() || tree_[list + 1].link == tree_[list].link) return;
  syntaxError("expected := or = or comma");
  advance({Tok::SEMI, Tok::RBRACE});
}

// A label is a name on its own: the token before the name ended a statement or started a list of them.
void ParserBase::labelStart() {
  const Token* t = &_input->previous();
  if (t->type == Tok::NAME && t > _input->tokens()) {
    switch (t[-1].type) {
      case Tok::SEMI:
      case Tok::COLON:
      case Tok::LBRACE:
      case Tok::FUNC_BODY:
      case Tok::HEADER_BODY: return;
      default: break;
    }
  }
  syntaxError("at end of statement");
  advance({Tok::SEMI, Tok::RBRACE, Tok::CASE, Tok::DEFAULT});
}

void ParserBase::labelEnd() {
  switch (current().type) {
    case Tok::CASE:
    case Tok::DEFAULT:
    case Tok::ELSE:
    case Tok::RPAREN:
    case Tok::RBRACK:
    case Tok::COMMA:
    case Tok::COLON:
    case Tok::Eof:
      if (current().off != stuckAt_) errors_->syntaxError(_input->previous().off, "missing statement after label");
      stuckAt_ = current().off;
      return;
    default: return;
  }
}

}  // namespace hood::syntax
