// A picture of the heap: everything that is alive, and through what.
// Mirrors:    runtime/heapdump.go in purpose; the retention paths are what Eclipse MAT and V8's heap snapshots show. Book: 8.8.
// Differs:    the graph is walked breadth first from the roots, so that the way to an object is a shortest one. What an object is
//             and who made it comes from the memory profile: complete at memprofilerate=1.
// Invariants: parents come before children. Nothing in it points into the heap for longer than the world rests.
// Locks:      none: taken in a stopped world, or when the world was frozen for good.
// Try:        hood heap testdata/ch08_gc/churn.go
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/alloc/arena_map.h"
#include "runtime/gc/mprof.h"

namespace hood::rt {

struct VM;

struct HeapNode {
  HeapObject object;
  uint64_t size = 0;                      // of the block it lies in
  const SampledObject* sample = nullptr;  // nullptr: not in the profile
  uint32_t parent = 0;                    // the node that led to it, or, of a root, kRoot
  uint32_t root = 0;                      // index into roots, if parent is kRoot
  uintptr_t via = 0;                      // address of the word that did
  uintptr_t to = 0;                       // what that word holds: an address in this object
};

struct HeapSnapshot {
  static constexpr uint32_t kRoot = ~0u;
  struct Root {
    std::string name;  // "globals", "stack of goroutine": runtime/gc/roots.h
    uint64_t goid = 0;
  };

  VM* vm = nullptr;
  std::vector<Root> roots;
  std::vector<HeapNode> nodes;
  std::unordered_map<uintptr_t, uint32_t> byBase;

  // REQUIRES that no goroutine runs.
  void take(VM* vm);

  // What the program calls it: "main.node", "[16]string", "string data".
  std::string typeName(const HeapNode& n) const;
  // From the root to the node, a line each: "global main.cache", "map[string]*main.node .buckets", …
  std::vector<std::string> path(uint32_t node) const;
};

// ".next.name" for a byte offset in a value of the type, with indices of arrays; "" for its beginning or what has no name.
std::string fieldPath(const Type* t, uint64_t offset);

}  // namespace hood::rt
