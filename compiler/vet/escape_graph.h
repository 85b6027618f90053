// The data-flow graph of escape analysis (hood vet -m): where values flow between variables, allocations and the heap.
// After cmd/compile/internal/escape of Go 1.19: the same graph, over our tree.
//
// A location is a variable or an allocation. An edge to `dst` from `src` with n derefs says that dst = n times *src; -1: dst
// = &src. A location whose address flows to something that outlives it escapes. What flows to the heap or to results of a
// function from its parameters is noted as tags, for the callers.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/types/type.h"

namespace hood::vet {

constexpr size_t kTagResults = 7;

// By how many dereferences a parameter reaches the heap, and each result; -1: not at all.
struct Leaks {
  std::array<int, 1 + kTagResults> derefs;
  Leaks() { derefs.fill(-1); }
  static Leaks all() {
    Leaks l;
    l.derefs[0] = 0;
    return l;
  }
  void add(size_t i, int d) {
    if (derefs[i] < 0 || d < derefs[i]) derefs[i] = d;
  }
  int heap() const { return derefs[0]; }
  int result(size_t i) const { return derefs[1 + i]; }
  bool empty() const { return *this == Leaks(); }
  // A way to the heap makes longer ones elsewhere pointless.
  void optimize() {
    for (size_t i = 1; i < derefs.size(); i++) {
      if (derefs[0] >= 0 && derefs[i] >= derefs[0]) derefs[i] = -1;
    }
  }
  bool operator==(const Leaks&) const = default;
};

struct Location;

// A function whose body is analysed: a declared one or a literal.
struct EscFunc {
  const types::Func* func = nullptr;  // of a declared one
  EscFunc* outer = nullptr;           // of a literal: the function around it
  bool calledInPlace = false;         // a literal that is called where it stands
  std::vector<Location*> params;      // receiver first
  std::vector<Location*> results;
  bool isWithin(const EscFunc* f) const {
    for (const EscFunc* o = outer; o != nullptr; o = o->outer)
      if (o == f) return true;
    return false;
  }
};

enum class LocationKind : uint8_t { Variable, Parameter, Result, Allocation, Temporary };

struct Edge {
  Location* src;
  int derefs;
};

struct Location {
  LocationKind kind = LocationKind::Temporary;
  EscFunc* fn = nullptr;
  Pos pos;
  std::string text;  // as messages call it
  types::Type* type = nullptr;
  int loopDepth = 1;
  size_t resultIndex = 0;
  std::vector<Edge> edges;
  bool escapes = false, quiet = false;
  bool captured = false, reassigned = false, addrTaken = false;
  Leaks leaks;  // of a parameter
  // ---- of the walk ----
  uint32_t generation = 0;
  int derefs = 0;
  bool queued = false;
};

// Where a value goes: dst = derefs times *value.
struct Hole {
  Location* dst;
  int derefs = 0;
  bool addrTaken = false;

  Hole shift(int n) const { return {dst, derefs + n, n < 0}; }
};

class EscGraph {
 public:
  EscGraph() { heap_.escapes = true; }

  Location* add(LocationKind kind, EscFunc* fn, int loopDepth, Pos pos, std::string text, types::Type* type);
  Hole heap() { return {&heap_}; }
  Hole discard() { return {&blank_}; }
  bool isDiscard(const Hole& k) const { return k.dst == &blank_; }
  void flow(const Hole& k, Location* src);
  // Finds out what escapes and how parameters leak.
  void solve();
  std::deque<Location>& locations() { return locations_; }

 private:
  static bool outlives(const Location& l, const Location& other);
  void walkFrom(Location* root);
  void enqueue(Location* l);
  void leak(Location* parameter, const Location& sink, int derefs);

  Location heap_, blank_;
  std::deque<Location> locations_;  // they stay where they are
  std::vector<Location*> queue_;
  uint32_t generation_ = 0;
};

}  // namespace hood::vet
