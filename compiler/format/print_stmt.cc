// Statements.
#include <algorithm>
#include <functional>

#include "compiler/format/printer.h"

namespace hood::format {

namespace {

bool isTypeName(const Node* x) {
  return x != nullptr && (x->kind == Kind::Ident || (x->kind == Kind::Selector && isTypeName(x->x)));
}

// Has the expression a literal T{…} that no parentheses protect?
bool hasBareLiteral(const Node* x) {
  if (x == nullptr || x->kind == Kind::Paren) return false;
  if (x->kind == Kind::Composite) return isTypeName(x->type);
  for (const Node* part : {x->x, x->y, x->type, x->body, x->init, x->post, x->els, x->sel, x->decl})
    if (hasBareLiteral(part)) return true;
  for (auto* list : {&x->list, &x->list2})
    for (const Node* part : *list)
      if (hasBareLiteral(part)) return true;
  return false;
}

// Parentheses around a whole condition go.
const Node* stripParens(const Node* x) {
  while (x->kind == Kind::Paren && !hasBareLiteral(x->x)) x = x->x;
  return x;
}

}  // namespace

// Breaks the line as often as the source does up to `line`, and at least so often; twice at most. Returns 0 for no line
// break, 1 for one, more if columns start anew.
int Printer::linebreak(int line, int least, Ws before, bool newSection) {
  int n = std::max(std::min(line - pos_.line, 2), least), breaks = 0;
  if (n <= 0) return 0;
  print(before);
  if (newSection) {
    print(Ws::Formfeed);
    n--;
    breaks = 2;
  }
  breaks += n;
  for (; n > 0; n--) print(Ws::Newline);
  return breaks;
}

void Printer::statements(const std::vector<Node*>& list, int indents, bool nextIsBrace) {
  if (indents > 0) print(Ws::Indent);
  int line = 0;
  bool first = true;
  for (const Node* s : list) {
    if (s->kind == Kind::Empty) continue;
    if (!output_.empty()) linebreak(lineOf(s->pos), 1, Ws::Ignore, first || indents == 0 || out_.line - line > 0);
    lineWanted_ = &line;
    stmt(s, nextIsBrace && s == list.back());
    for (const Node* t = s; t->kind == Kind::Labeled; t = t->body) line++;  // labels are on lines of their own
    first = false;
  }
  if (indents > 0) print(Ws::Unindent);
}

void Printer::block(const Node* b, int indents) {
  at(b->open);
  print(Tok::LBrace);
  statements(b->list, indents, true);
  linebreak(lineOf(b->close), 1, Ws::Ignore, true);
  at(b->close);
  print(Tok::RBrace);
}

void Printer::controlClause(bool isFor, const Node* s) {
  print(Ws::Blank);
  bool blank = s->x != nullptr;
  if (s->init == nullptr && s->post == nullptr) {
    if (s->x != nullptr) expr(stripParens(s->x));
  } else {
    if (s->init != nullptr) stmt(s->init, false);
    print(Tok::Semicolon, Ws::Blank);
    if (s->x != nullptr) expr(stripParens(s->x));
    if (isFor) {
      print(Tok::Semicolon, Ws::Blank);
      blank = s->post != nullptr;
      if (blank) stmt(s->post, false);
    }
  }
  if (blank) print(Ws::Blank);
}

// Does the list look better indented from its first element on? It has several elements of several lines, or one that does
// not begin where the one before ends.
bool Printer::shouldIndent(const std::vector<Node*>& list) const {
  if (list.size() < 2 || lineOf(list[0]->pos) >= lineOf(list.back()->end)) return false;
  int many = 0, line = lineOf(list[0]->pos);
  for (const Node* x : list) {
    const int begin = lineOf(x->pos), end = lineOf(x->end);
    if (line < begin) return true;
    many += begin < end;
    line = end;
  }
  return many > 1;
}

void Printer::funcBody(int header, Ws separator, const Node* b) {
  if (b == nullptr) return;
  const int outside = level_;
  level_ = 0;
  constexpr int kMost = 100;
  if (header + bodySize(b, kMost) <= kMost) {
    print(separator);
    at(b->open);
    print(Tok::LBrace);
    if (!b->list.empty()) {
      print(Ws::Blank);
      for (size_t i = 0; i < b->list.size(); i++) {
        if (i > 0) print(Tok::Semicolon, Ws::Blank);
        stmt(b->list[i], i + 1 == b->list.size());
      }
      print(Ws::Blank);
    }
    const bool linebreak = noExtraBreak_;
    noExtraBreak_ = !linebreak;
    at(b->close);
    print(Tok::RBrace);
    noExtraBreak_ = linebreak;
  } else {
    if (separator != Ws::Ignore) print(Ws::Blank);
    block(b, 1);
  }
  level_ = outside;
}

void Printer::stmt(const Node* s, bool nextIsBrace) {
  at(s->pos);
  switch (s->kind) {
    case Kind::Empty: break;
    case Kind::Decl: decl(s->decl); break;
    case Kind::Labeled:
      print(Ws::Unindent);
      expr(s->x);
      at(s->at);
      print(Tok::Colon, Ws::Indent);
      if (s->body->kind == Kind::Empty) {
        if (!nextIsBrace) {
          print(Ws::Newline);
          at(s->body->pos);
          print(Tok::Semicolon);
          break;
        }
      } else {
        linebreak(lineOf(s->body->pos), 1, Ws::Ignore, true);
      }
      stmt(s->body, nextIsBrace);
      break;
    case Kind::ExprStmt: expr0(s->x, 1); break;
    case Kind::Send:
      expr0(s->x, 1);
      print(Ws::Blank);
      at(s->at);
      print(Tok::Arrow, Ws::Blank);
      expr0(s->y, 1);
      break;
    case Kind::IncDec:
      expr0(s->x, 2);
      at(s->at);
      print(s->tok);
      break;
    case Kind::Assign: {
      const int depth = s->list.size() > 1 && s->list2.size() > 1 ? 2 : 1;
      exprList(s->pos, s->list, depth, false, false, s->at);
      print(Ws::Blank);
      at(s->at);
      print(s->tok, Ws::Blank);
      exprList(s->at, s->list2, depth, false, false, kNoPos);
      break;
    }
    case Kind::GoStmt:
    case Kind::DeferStmt:
      print(s->kind == Kind::GoStmt ? Tok::Go : Tok::Defer, Ws::Blank);
      expr(s->x);
      break;
    case Kind::Return: {
      print(Tok::Return);
      if (s->list.empty()) break;
      print(Ws::Blank);
      const bool indented = shouldIndent(s->list);
      if (indented) print(Ws::Indent);
      exprList(kNoPos, s->list, 1, false, indented, kNoPos);
      if (indented) print(Ws::Unindent);
      break;
    }
    case Kind::Branch:
      print(s->tok);
      if (s->x != nullptr) {
        print(Ws::Blank);
        expr(s->x);
      }
      break;
    case Kind::Block: block(s, 1); break;
    case Kind::If:
      print(Tok::If);
      controlClause(false, s);
      block(s->body, 1);
      if (s->els != nullptr) {
        print(Ws::Blank, Tok::Else, Ws::Blank);
        stmt(s->els, nextIsBrace);
      }
      break;
    case Kind::Case:
    case Kind::Comm: {
      const bool isCase = s->kind == Kind::Case ? !s->list.empty() : s->x != nullptr;
      if (!isCase)
        print(Tok::Default);
      else
        print(Tok::Case, Ws::Blank);
      if (isCase && s->kind == Kind::Case) exprList(s->pos, s->list, 1, false, false, s->at);
      if (isCase && s->kind == Kind::Comm) stmt(s->x, false);
      at(s->at);
      print(Tok::Colon);
      statements(s->list2, 1, nextIsBrace);
      break;
    }
    case Kind::Switch:
      print(Tok::Switch);
      controlClause(false, s);
      block(s->body, 0);
      break;
    case Kind::TypeSwitch:
      print(Tok::Switch);
      if (s->init != nullptr) {
        print(Ws::Blank);
        stmt(s->init, false);
        print(Tok::Semicolon);
      }
      print(Ws::Blank);
      stmt(s->x, false);
      print(Ws::Blank);
      block(s->body, 0);
      break;
    case Kind::Select:
      print(Tok::Select, Ws::Blank);
      if (s->body->list.empty() && !commentBefore(file_.place(s->body->close))) {
        at(s->body->open);
        print(Tok::LBrace);
        at(s->body->close);
        print(Tok::RBrace);
      } else {
        block(s->body, 0);
      }
      break;
    case Kind::For:
      print(Tok::For);
      controlClause(true, s);
      block(s->body, 1);
      break;
    case Kind::Range:
      print(Tok::For, Ws::Blank);
      if (s->x != nullptr) {
        expr(s->x);
        if (s->y != nullptr) {
          at(s->y->pos);
          print(Tok::Comma, Ws::Blank);
          expr(s->y);
        }
        print(Ws::Blank);
        at(s->at);
        print(s->tok, Ws::Blank);
      }
      print(Tok::Range, Ws::Blank);
      expr(stripParens(s->type));
      print(Ws::Blank);
      block(s->body, 1);
      break;
    default: break;
  }
}

}  // namespace hood::format
