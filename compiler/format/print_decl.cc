// Declarations, and how much room things take.
#include <algorithm>

#include "compiler/format/printer.h"

namespace hood::format {

namespace {

constexpr int kInfinity = 1 << 29;

// Of consecutive constants or variables with values, whether any has a type: else the values may stand in its column.
std::vector<bool> keepTypeColumn(const std::vector<Node*>& specs) {
  std::vector<bool> keep(specs.size());
  size_t run = specs.size();  // where it began
  bool typed = false;
  for (size_t i = 0; i <= specs.size(); i++) {
    const bool hasValues = i < specs.size() && !specs[i]->list.empty();
    if (hasValues && run == specs.size()) {
      run = i;
      typed = false;
    } else if (!hasValues && run < specs.size()) {
      std::fill(keep.begin() + static_cast<std::ptrdiff_t>(run), keep.begin() + static_cast<std::ptrdiff_t>(i), typed);
      run = specs.size();
    }
    if (i < specs.size() && specs[i]->type != nullptr) typed = true;
  }
  return keep;
}

}  // namespace

void Printer::declarations(const std::vector<Node*>& list) {
  Tok last = Tok::Illegal;
  for (const Node* d : list) {
    const Tok kind = d->kind == Kind::FuncDecl ? Tok::Func : d->tok;
    if (!output_.empty()) {
      const int least = last != kind || d->doc != nullptr ? 2 : 1;
      const bool lines = lineOf(d->end) > lineOf(d->pos);
      linebreak(lineOf(d->pos), least, Ws::Ignore, kind == Tok::Func && lines);
    }
    decl(d);
    last = kind;
  }
}

void Printer::decl(const Node* d) {
  if (d->kind == Kind::FuncDecl)
    funcDecl(d);
  else
    genDecl(d);
}

void Printer::genDecl(const Node* d) {
  setComment(d->doc);
  at(d->pos);
  print(d->tok, Ws::Blank);
  if (d->open == kNoPos) {
    if (!d->list.empty()) spec(d->list[0], 1, true);
    return;
  }
  at(d->open);
  print(Tok::LParen);
  if (const size_t n = d->list.size(); n > 0) {
    print(Ws::Indent, Ws::Formfeed);
    const bool columns = n > 1 && (d->tok == Tok::Const || d->tok == Tok::Var);
    std::vector<bool> keep = columns ? keepTypeColumn(d->list) : std::vector<bool>();
    int line = 0;
    for (size_t i = 0; i < n; i++) {
      if (i > 0) linebreak(lineOf(d->list[i]->pos), 1, Ws::Ignore, out_.line - line > 0);
      lineWanted_ = &line;
      if (columns)
        valueSpec(d->list[i], keep[i]);
      else
        spec(d->list[i], n, false);
    }
    print(Ws::Unindent, Ws::Formfeed);
  }
  at(d->close);
  print(Tok::RParen);
}

// One of several, in columns.
void Printer::valueSpec(const Node* s, bool keepType) {
  setComment(s->doc);
  identList(s->names, false);
  int columns = 3;  // that the comment is away
  if (s->type != nullptr || keepType) {
    print(Ws::Vtab);
    columns--;
  }
  if (s->type != nullptr) expr(s->type);
  if (!s->list.empty()) {
    print(Ws::Vtab, Tok::Assign, Ws::Blank);
    exprList(kNoPos, s->list, 1, false, false, kNoPos);
    columns--;
  }
  if (s->comment != nullptr) {
    for (; columns > 0; columns--) print(Ws::Vtab);
    setComment(s->comment);
  }
}

void Printer::spec(const Node* s, size_t n, bool indent) {
  setComment(s->doc);
  switch (s->kind) {
    case Kind::ImportSpec:
      if (s->x != nullptr) {
        expr(s->x);
        print(Ws::Blank);
      }
      if (s->y->text.size() > 2 && s->y->text[0] == '`') {  // paths are in double quotes
        at(s->y->pos);
        text("\"" + std::string(s->y->text.substr(1, s->y->text.size() - 2)) + "\"", Tok::String, true);
      } else {
        expr(s->y);
      }
      setComment(s->comment);
      at(s->end);
      break;
    case Kind::ValueSpec:
      identList(s->names, indent);
      if (s->type != nullptr) {
        print(Ws::Blank);
        expr(s->type);
      }
      if (!s->list.empty()) {
        print(Ws::Blank, Tok::Assign, Ws::Blank);
        exprList(kNoPos, s->list, 1, false, false, kNoPos);
      }
      setComment(s->comment);
      break;
    case Kind::TypeSpec:
      expr(s->x);
      if (s->tparams != nullptr) parameters(s->tparams, true, true);
      print(n == 1 ? Ws::Blank : Ws::Vtab);
      if (s->at != kNoPos) print(Tok::Assign, Ws::Blank);
      expr(s->type);
      setComment(s->comment);
      break;
    default: break;
  }
}

void Printer::funcDecl(const Node* d) {
  setComment(d->doc);
  at(d->pos);
  print(Tok::Func, Ws::Blank);
  const int column = out_.column - 5;
  if (d->recv != nullptr) {
    parameters(d->recv, false, false);
    print(Ws::Blank);
  }
  expr(d->x);
  signature(d->type);
  funcBody(distanceFrom(d->pos, column), Ws::Vtab, d->body);
}

// How many columns away the start of the line is that things began on; infinity if that was another line.
int Printer::distanceFrom(Pos start, int startColumn) const {
  return lineOf(start) == pos_.line ? out_.column - startColumn : kInfinity;
}

// The size of what a node prints as, more than `most` if that is larger or has several lines.
int Printer::nodeSize(const Node* n, int most) {
  if (auto it = sizes_->find(n); it != sizes_->end()) return it->second;
  (*sizes_)[n] = most + 1;
  Printer p(file_, sizes_);
  p.nodeComments_ = true;
  switch (n->kind) {
    case Kind::Empty:
    case Kind::Decl:
    case Kind::Labeled:
    case Kind::ExprStmt:
    case Kind::Send:
    case Kind::IncDec:
    case Kind::Assign:
    case Kind::GoStmt:
    case Kind::DeferStmt:
    case Kind::Return:
    case Kind::Branch:
    case Kind::Block:
    case Kind::If:
    case Kind::Case:
    case Kind::Switch:
    case Kind::TypeSwitch:
    case Kind::Comm:
    case Kind::Select:
    case Kind::For:
    case Kind::Range:
      if (n->kind == Kind::Labeled) p.indent_ = 1;
      p.stmt(n, false);
      break;
    default: p.expr(n);
  }
  std::string s = trimmed(p.finish());
  if (static_cast<int>(s.size()) > most || s.find('\n') != std::string::npos) return most + 1;
  return (*sizes_)[n] = static_cast<int>(s.size());
}

int Printer::bodySize(const Node* b, int most) {
  if (lineOf(b->open) != lineOf(b->close) || b->list.size() > 5) return most + 1;
  int size = commentSizeBefore(file_.place(b->close));
  for (size_t i = 0; i < b->list.size() && size <= most; i++) size += nodeSize(b->list[i], most) + (i > 0 ? 2 : 0);
  return size;
}

}  // namespace hood::format
