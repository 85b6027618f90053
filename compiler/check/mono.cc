// Instantiation cycles: f[T] that calls f[*T] would need endlessly many copies of f. Mirrors: types2/mono.go.
//
// A graph: its nodes are type parameters and types declared in generic functions. An instantiation is an edge from every
// node that a type argument mentions to the parameter it is for, of weight 0 if the argument is that node itself, else 1;
// a local type has edges of weight 1 from the parameters around it. A cycle of positive weight never ends.
#include "compiler/check/checker.h"

namespace hood::check {

size_t MonoGraph::vertex(TypeName* o) {
  auto [it, fresh] = index.emplace(o, vertices.size());
  if (fresh) vertices.push_back({o, 0, 0, 0});
  return it->second;
}

size_t MonoGraph::vertex(TypeParam* p) {
  auto it = canon.find(p);
  return vertex((it != canon.end() ? it->second : p)->obj);
}

void Checker::recordMono(Pos at, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                         const Slice<Expr*>* exprs) {
  for (size_t k = 0; k < tparams.size(); k++) {
    // A cycle cannot leave the package.
    if (tparams[k]->obj->pkg != pkg_) continue;
    Pos p = exprs != nullptr && k < exprs->size() ? ast::startPos((*exprs)[k]) : at;
    monoFlow(tparams[k], targs[k], targs[k], p);
  }
}

void Checker::monoFlow(TypeParam* to, Type* targ, Type* t, Pos at) {
  auto flow = [&](size_t from) { mono_.edges.push_back({mono_.vertex(to), from, t == targ ? 0 : 1, at, targ}); };
  auto part = [&](Type* x) { monoFlow(to, targ, x, at); };
  auto tuple = [&](Tuple* l) {
    for (Var* v : l->vars) part(v->type);
  };
  switch (t->kind) {
    case TypeKind::TypeParam: flow(mono_.vertex(static_cast<TypeParam*>(t))); return;
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      Named* declared = n->origin != nullptr ? n->origin : n;
      if (!declared->outer.empty() && declared->obj->pkg == pkg_) {
        bool known = mono_.index.count(declared->obj) != 0;
        size_t local = mono_.vertex(declared->obj);
        if (!known)
          for (TypeParam* p : declared->outer) mono_.edges.push_back({local, mono_.vertex(p), 1, declared->obj->pos, p});
        flow(local);
      }
      for (Type* a : n->targs) part(a);
      return;
    }
    case TypeKind::Pointer: part(static_cast<Pointer*>(t)->elem); return;
    case TypeKind::Array: part(static_cast<Array*>(t)->elem); return;
    case TypeKind::Slice: part(static_cast<SliceType*>(t)->elem); return;
    case TypeKind::Chan: part(static_cast<Chan*>(t)->elem); return;
    case TypeKind::Map:
      part(static_cast<Map*>(t)->key);
      part(static_cast<Map*>(t)->elem);
      return;
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(t)->fields) part(f->type);
      return;
    case TypeKind::Signature:
      tuple(static_cast<Signature*>(t)->params);
      tuple(static_cast<Signature*>(t)->results);
      return;
    case TypeKind::Interface:
      for (Func* m : static_cast<Interface*>(t)->methods) part(m->type);
      return;
    default: return;
  }
}

// Heaviest paths, after Bellman and Ford: one that is as long as there are nodes contains a cycle.
void Checker::monomorph() {
  if (diags_.count() != errorsBefore_) return;
  for (bool again = true; again;) {
    again = false;
    for (size_t k = 0; k < mono_.edges.size(); k++) {
      const MonoGraph::Edge& e = mono_.edges[k];
      const MonoGraph::Vertex& src = mono_.vertices[e.src];
      MonoGraph::Vertex& dst = mono_.vertices[e.dst];
      if (src.weight + e.weight <= dst.weight) continue;
      dst.pre = k;
      dst.len = src.len + 1;
      if (dst.len == mono_.vertices.size()) {
        instantiationCycle(e.dst);
        return;
      }
      dst.weight = src.weight + e.weight;
      again = true;
    }
  }
}

void Checker::instantiationCycle(size_t v) {
  // The path may lead out of the cycle: walk back until a node comes twice.
  std::vector<size_t> stack;
  std::vector<bool> seen(mono_.vertices.size());
  while (!seen[v]) {
    stack.push_back(v);
    seen[v] = true;
    v = mono_.edges[mono_.vertices[v].pre].src;
  }
  size_t first = 0;
  while (stack[first] != v) first++;
  std::string text = "instantiation cycle:";
  for (size_t k = first; k < stack.size(); k++) {
    const MonoGraph::Edge& e = mono_.edges[mono_.vertices[stack[k]].pre];
    TypeName* o = mono_.vertices[e.dst].obj;
    text += "\n\t" + diags_.sources().format(e.at) + ": " + std::string(o->name) +
            (o->type->kind == TypeKind::TypeParam ? " instantiated as " : " implicitly parameterized by ") + str(e.type);
  }
  error(mono_.vertices[v].obj->pos, text);
}

}  // namespace hood::check
