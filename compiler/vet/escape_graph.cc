#include "compiler/vet/escape_graph.h"

#include <algorithm>

namespace hood::vet {

Location* EscGraph::add(LocationKind kind, EscFunc* fn, int loopDepth, Pos pos, std::string text, types::Type* type) {
  Location& l = locations_.emplace_back();
  l.kind = kind;
  l.fn = fn;
  l.loopDepth = loopDepth;
  l.pos = pos;
  l.text = std::move(text);
  l.type = type;
  return &l;
}

void EscGraph::flow(const Hole& k, Location* src) {
  if (k.addrTaken) src->addrTaken = true;
  if (k.dst == &blank_ || (k.dst == src && k.derefs >= 0)) return;
  if (k.dst->escapes && k.derefs < 0) {
    src->escapes = true;
    return;
  }
  k.dst->edges.push_back({src, k.derefs});
}

void EscGraph::enqueue(Location* l) {
  if (l->queued) return;
  l->queued = true;
  queue_.push_back(l);
}

// A walk from each location, and again from those that turn out to escape: what flows to them flows to the heap.
void EscGraph::solve() {
  for (Location& l : locations_) enqueue(&l);
  enqueue(&heap_);
  while (!queue_.empty()) {
    Location* root = queue_.back();
    queue_.pop_back();
    root->queued = false;
    walkFrom(root);
  }
}

// Shortest paths with negative edges (Bellman-Ford); that an address is at least no dereference bounds them.
void EscGraph::walkFrom(Location* root) {
  generation_++;
  root->generation = generation_;
  root->derefs = 0;
  std::vector<Location*> todo{root};
  while (!todo.empty()) {
    Location* l = todo.back();
    todo.pop_back();
    bool addressOf = l->derefs < 0;
    int derefs = std::max(l->derefs, 0);
    if (outlives(*root, *l)) {
      if (l->kind == LocationKind::Parameter) leak(l, *root, derefs);
      if (addressOf && !l->escapes) {
        l->escapes = true;
        enqueue(l);
        continue;
      }
    }
    for (const Edge& e : l->edges) {
      if (e.src->escapes) continue;
      int d = derefs + e.derefs;
      if (e.src->generation == generation_ && e.src->derefs <= d) continue;
      e.src->generation = generation_;
      e.src->derefs = d;
      todo.push_back(e.src);
    }
  }
}

void EscGraph::leak(Location* parameter, const Location& sink, int derefs) {
  bool toResult = !sink.escapes && sink.kind == LocationKind::Result && sink.fn == parameter->fn;
  parameter->leaks.add(toResult && sink.resultIndex < kTagResults ? 1 + sink.resultIndex : 0, derefs);
}

bool EscGraph::outlives(const Location& l, const Location& other) {
  if (l.escapes) return true;
  if (l.fn == nullptr || other.fn == nullptr) return false;
  // Nobody knows what callers do with results; a literal that is called on the spot may return what its function has.
  if (l.kind == LocationKind::Result) return !(l.fn->isWithin(other.fn) && l.fn->calledInPlace);
  if (l.fn == other.fn && l.loopDepth < other.loopDepth) return true;
  return other.fn->isWithin(l.fn);
}

}  // namespace hood::vet
