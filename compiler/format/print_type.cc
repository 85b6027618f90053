// Signatures, structs and interfaces.
#include <algorithm>

#include "compiler/format/printer.h"

namespace hood::format {

namespace {

const Node* withoutParens(const Node* x) {
  while (x->kind == Kind::Paren) x = x->x;
  return x;
}

bool isTypeElement(const Node* x) {
  switch (x->kind) {
    case Kind::ArrayType:
    case Kind::StructType:
    case Kind::FuncType:
    case Kind::InterfaceType:
    case Kind::MapType:
    case Kind::ChanType: return true;
    case Kind::Unary: return x->tok == Tok::Tilde;
    case Kind::Binary: return isTypeElement(x->x) || isTypeElement(x->y);
    case Kind::Paren: return isTypeElement(x->x);
    default: return false;
  }
}

// [P *T] could be an array of P*T elements.
bool combinesWithName(const Node* x) {
  if (x->kind == Kind::Star) return !isTypeElement(x->x);
  if (x->kind == Kind::Binary) return combinesWithName(x->x) && !isTypeElement(x->y);
  return false;
}

int characters(std::string_view s) {
  return static_cast<int>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

void Printer::parameters(const Node* list, bool brackets, bool ofType) {
  at(list->open);
  print(brackets ? Tok::LBrack : Tok::LParen);
  if (!list->list.empty()) {
    int prevLine = lineOf(list->open);
    Ws ws = Ws::Indent;
    for (size_t i = 0; i < list->list.size(); i++) {
      const Node* f = list->list[i];
      const int first = lineOf(f->pos), last = lineOf(f->end);
      const bool breaks = 0 < prevLine && prevLine < first;
      if (i > 0) {
        if (!breaks) at(f->pos);
        print(Tok::Comma);
      }
      if (breaks && linebreak(first, 0, ws, true) > 0)
        ws = Ws::Ignore;
      else if (i > 0)
        print(Ws::Blank);
      if (!f->names.empty()) {
        identList(f->names, ws == Ws::Indent);
        print(Ws::Blank);
      }
      expr(withoutParens(f->type));
      prevLine = last;
    }
    const int closing = lineOf(list->close);
    if (0 < prevLine && prevLine < closing) {
      print(Tok::Comma);
      linebreak(closing, 0, Ws::Ignore, true);
    } else if (ofType && list->list.size() == 1 && list->list[0]->names.size() == 1 &&
               combinesWithName(list->list[0]->type)) {
      print(Tok::Comma);
    }
    if (ws == Ws::Ignore) print(Ws::Unindent);
  }
  at(list->close);
  print(brackets ? Tok::RBrack : Tok::RParen);
}

void Printer::signature(const Node* f) {
  if (f->tparams != nullptr) parameters(f->tparams, true, false);
  parameters(f->params, false, false);
  const Node* r = f->results;
  if (r == nullptr || r->list.empty()) return;
  print(Ws::Blank);
  if (r->list.size() == 1 && r->list[0]->names.empty())
    expr(withoutParens(r->list[0]->type));
  else
    parameters(r, false, false);
}

// Short enough for struct{ x, y int }?
bool Printer::isOneLineFieldList(const std::vector<Node*>& list) {
  constexpr int kMost = 30;
  if (list.size() != 1) return false;
  const Node* f = list[0];
  if (f->tag != nullptr || f->comment != nullptr) return false;
  int names = 0;
  for (const Node* n : f->names) names += characters(n->text);
  if (names > 0) names = 1;
  return names + nodeSize(f->type, kMost) <= kMost;
}

void Printer::fieldList(const Node* l, bool isStruct) {
  const bool comments = commentBefore(file_.place(l->close));
  const bool oneLine = lineOf(l->open) == lineOf(l->close);
  if (!comments && oneLine) {
    if (l->list.empty()) {
      at(l->open);
      print(Tok::LBrace);
      at(l->close);
      print(Tok::RBrace);
      return;
    }
    if (isOneLineFieldList(l->list)) {
      const Node* f = l->list[0];
      at(l->open);
      print(Tok::LBrace, Ws::Blank);
      if (!isStruct && !f->names.empty()) {
        expr(f->names[0]);
        signature(f->type);
      } else {
        for (size_t i = 0; i < f->names.size(); i++) {
          if (i > 0) print(Tok::Comma, Ws::Blank);
          expr(f->names[i]);
        }
        if (!f->names.empty()) print(Ws::Blank);
        expr(f->type);
      }
      print(Ws::Blank);
      at(l->close);
      print(Tok::RBrace);
      return;
    }
  }
  print(Ws::Blank);
  at(l->open);
  print(Tok::LBrace, Ws::Indent);
  if (comments || !l->list.empty()) print(Ws::Formfeed);
  if (isStruct)
    structFields(l);
  else
    interfaceElements(l);
  print(Ws::Unindent, Ws::Formfeed);
  at(l->close);
  print(Tok::RBrace);
}

// Names, types, tags and comments in columns.
void Printer::structFields(const Node* l) {
  const Ws separator = l->list.size() == 1 ? Ws::Blank : Ws::Vtab;
  int line = 0;
  for (size_t i = 0; i < l->list.size(); i++) {
    const Node* f = l->list[i];
    if (i > 0) linebreak(lineOf(f->pos), 1, Ws::Ignore, out_.line - line > 0);
    int columns = 0;  // that the comment is away
    setComment(f->doc);
    lineWanted_ = &line;
    if (!f->names.empty()) {
      identList(f->names, false);
      print(separator);
      columns = 1;
    } else {
      columns = 2;
    }
    expr(f->type);
    if (f->tag != nullptr) {
      if (!f->names.empty() && separator == Ws::Vtab) print(separator);
      print(separator);
      expr(f->tag);
      columns = 0;
    }
    if (f->comment != nullptr) {
      for (; columns > 0; columns--) print(separator);
      setComment(f->comment);
    }
  }
}

void Printer::interfaceElements(const Node* l) {
  int line = 0;
  for (size_t i = 0; i < l->list.size(); i++) {
    const Node* f = l->list[i];
    if (i > 0) linebreak(lineOf(f->pos), 1, Ws::Ignore, out_.line - line > 0);
    setComment(f->doc);
    lineWanted_ = &line;
    if (!f->names.empty()) {
      expr(f->names[0]);
      signature(f->type);
    } else {
      expr(f->type);
    }
    setComment(f->comment);
  }
}

}  // namespace hood::format
