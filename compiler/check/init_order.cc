// The order in which package-level variables are initialised. Mirrors: types2/initorder.go; spec, "Package initialization".
//
// A variable depends on the variables that its initialiser mentions, directly or through the functions and methods it
// mentions. The next variable to initialise is always the first one in source order that depends on no uninitialised
// one; when there is none, there is a cycle.
#include <algorithm>
#include <queue>
#include <unordered_map>

#include "compiler/check/checker.h"

namespace hood::check {

namespace {

// A variable or constant; functions are gone from the graph.
struct Node {
  Object* object;
  size_t order;               // in the source
  size_t ndeps = 0;           // uninitialised nodes it depends on
  std::vector<size_t> users;  // nodes that depend on it
};

class Graph {
 public:
  Graph(const std::vector<Object*>& objects, const std::unordered_map<Object*, DeclInfo*>& decls) : decls_(decls) {
    for (Object* o : objects) {
      if (o->kind != ObjectKind::Var && o->kind != ObjectKind::Const) continue;
      index_[o] = nodes.size();
      nodes.push_back({o, nodes.size(), 0, {}});
    }
    for (size_t k = 0; k < nodes.size(); k++) {
      std::vector<size_t> deps = dependenciesOf(nodes[k].object);
      nodes[k].ndeps = deps.size();
      for (size_t d : deps) nodes[d].users.push_back(k);
    }
  }

  // A path of dependencies from one object back to itself: from, …, last; empty if there is none.
  std::vector<Object*> cycleThrough(Object* from) const {
    std::vector<Object*> path;
    std::unordered_set<Object*> seen;
    if (!findPath(from, from, seen, path)) path.clear();
    return path;
  }

  std::vector<Node> nodes;

 private:
  const std::vector<Object*>& depsOf(Object* o) const {
    static const std::vector<Object*> kNone;
    auto it = decls_.find(o);
    return it == decls_.end() ? kNone : it->second->deps;
  }

  std::vector<size_t> dependenciesOf(Object* o) const {
    std::vector<size_t> out;
    std::unordered_set<Object*> seen;
    std::vector<Object*> work{depsOf(o)};
    while (!work.empty()) {
      Object* d = work.back();
      work.pop_back();
      if (!seen.insert(d).second) continue;
      if (auto it = index_.find(d); it != index_.end()) {
        out.push_back(it->second);
      } else if (d->kind == ObjectKind::Func) {
        work.insert(work.end(), depsOf(d).begin(), depsOf(d).end());
      }
    }
    return out;
  }

  bool findPath(Object* from, Object* to, std::unordered_set<Object*>& seen, std::vector<Object*>& path) const {
    if (!seen.insert(from).second) return false;
    path.push_back(from);
    std::vector<Object*> deps = depsOf(from);
    std::sort(deps.begin(), deps.end(), [](Object* a, Object* b) { return a->pos < b->pos; });
    for (Object* d : deps)
      if (d == to || findPath(d, to, seen, path)) return true;
    path.pop_back();
    return false;
  }

  const std::unordered_map<Object*, DeclInfo*>& decls_;
  std::unordered_map<Object*, size_t> index_;
};

}  // namespace

void Checker::initOrder() {
  Graph g(objects_, decls_);
  // Fewest open dependencies first, then source order; entries whose count has changed since are skipped.
  using Entry = std::pair<size_t, size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  std::vector<bool> done(g.nodes.size());
  for (const Node& n : g.nodes) queue.push({n.ndeps, n.order});
  std::unordered_set<DeclInfo*> emitted;
  while (!queue.empty()) {
    auto [ndeps, k] = queue.top();
    queue.pop();
    Node& n = g.nodes[k];
    if (done[k] || ndeps != n.ndeps) continue;
    done[k] = true;
    // A node that only leads to a cycle has no path back to itself: the cycle is reported at its members.
    if (ndeps > 0) initCycleError(g.cycleThrough(n.object));
    for (size_t u : n.users) {
      g.nodes[u].ndeps--;
      if (!done[u]) queue.push({g.nodes[u].ndeps, u});
    }
    if (n.object->kind != ObjectKind::Var) continue;
    DeclInfo* d = decls_.at(n.object);
    if (d->init == nullptr || !emitted.insert(d).second) continue;
    Initializer init;
    init.lhs = d->lhs.empty() ? std::vector<Var*>{static_cast<Var*>(n.object)} : d->lhs;
    init.rhs = d->init;
    pkg_->initOrder.push_back(std::move(init));
  }
}

void Checker::initCycleError(const std::vector<Object*>& cycle) {
  if (cycle.empty()) return;
  std::string name(cycle[0]->name);
  if (cycle.size() == 1) {
    error(cycle[0]->pos, "initialization cycle: " + name + " refers to itself");
    return;
  }
  std::string text = "initialization cycle for " + name;
  auto line = [&](Object* o, const char* what) {
    text += "\n\t" + diags_.sources().format(o->pos) + ": " + std::string(o->name) + what;
  };
  for (Object* o : cycle) line(o, " refers to");
  line(cycle[0], "");
  error(cycle[0]->pos, text);
}

}  // namespace hood::check
