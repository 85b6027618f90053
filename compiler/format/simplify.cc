#include "compiler/format/rewrite.h"

namespace hood::format {

namespace {

bool isBlank(const Node* x) { return x != nullptr && x->kind == Kind::Ident && x->text == "_"; }

// The same expression, as it is written.
bool same(const Node* a, const Node* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (a->kind != b->kind || a->tok != b->tok || a->text != b->text || a->list.size() != b->list.size()) return false;
  if ((a->at == kNoPos) != (b->at == kNoPos) && a->kind == Kind::Call) return false;
  for (size_t i = 0; i < a->list.size(); i++)
    if (!same(a->list[i], b->list[i])) return false;
  if (a->kind == Kind::StructType || a->kind == Kind::InterfaceType || a->kind == Kind::FuncType || a->kind == Kind::FuncLit)
    return false;  // seldom written twice, and never worth it
  return same(a->x, b->x) && same(a->y, b->y) && same(a->type, b->type) && same(a->sel, b->sel);
}

class Simplifier {
 public:
  void walk(Node* n) {
    if (n == nullptr) return;
    if (n->kind == Kind::Composite) composite(n);
    if (n->kind == Kind::Slice) slice(n);
    if (n->kind == Kind::Range) range(n);
    for (Node* part : {n->x, n->y, n->type, n->body, n->init, n->post, n->els, n->tag, n->sel, n->decl, n->tparams,
                       n->params, n->results, n->fields, n->recv})
      walk(part);
    for (auto* list : {&n->list, &n->list2})
      for (Node* part : *list) walk(part);
  }

 private:
  static void composite(Node* n) {
    const Node *key = nullptr, *element = nullptr;
    if (n->type == nullptr) return;
    if (n->type->kind == Kind::ArrayType) {
      element = n->type->y;
    } else if (n->type->kind == Kind::MapType) {
      key = n->type->x;
      element = n->type->y;
    } else {
      return;
    }
    elements(n, key, element);
  }

  // Literals inside that lost their type here go on losing that of their own elements.
  static void elements(Node* n, const Node* key, const Node* element) {
    for (Node*& e : n->list) {
      Node** value = &e;
      if (e->kind == Kind::KeyValue) {
        if (key != nullptr) elide(&e->x, key);
        value = &e->y;
      }
      elide(value, element);
    }
  }

  static void elide(Node** x, const Node* type) {
    Node* n = *x;
    if (n->kind == Kind::Composite && n->type != nullptr && same(n->type, type)) {
      composite(n);
      n->type = nullptr;
      n->pos = n->open;
      return;
    }
    if (n->kind == Kind::Composite && n->type == nullptr) {  // elided already: its elements' type is known all the same
      if (type->kind == Kind::ArrayType) elements(n, nullptr, type->y);
      if (type->kind == Kind::MapType) elements(n, type->x, type->y);
      return;
    }
    // &T{…} where *T is wanted
    if (type->kind != Kind::Star || n->kind != Kind::Unary || n->tok != Tok::And || n->x->kind != Kind::Composite) return;
    if (n->x->type == nullptr || !same(n->x->type, type->x)) return;
    composite(n->x);
    n->x->type = nullptr;
    n->x->pos = n->x->open;
    *x = n->x;
  }

  // s[a:len(s)] of a variable s
  static void slice(Node* n) {
    if (n->list.size() != 2 || n->x->kind != Kind::Ident || n->list[1] == nullptr) return;
    Node* c = n->list[1];
    if (c->kind == Kind::Call && c->at == kNoPos && c->x->kind == Kind::Ident && c->x->text == "len" &&
        c->list.size() == 1 && c->list[0]->kind == Kind::Ident && c->list[0]->text == n->x->text)
      n->list[1] = nullptr;
  }

  static void range(Node* n) {
    if (isBlank(n->y)) n->y = nullptr;
    if (isBlank(n->x) && n->y == nullptr) n->x = nullptr;
  }
};

}  // namespace

void simplify(Node* file) { Simplifier().walk(file); }

}  // namespace hood::format
