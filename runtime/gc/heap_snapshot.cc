// A picture of the heap.
// Mirrors:    see heap_snapshot.h.
// Differs:    see heap_snapshot.h.
// Invariants: see heap_snapshot.h.

#include "runtime/gc/heap_snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "runtime/alloc/mheap.h"
#include "runtime/core/engine.h"
#include "runtime/core/type.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/roots.h"
#include "runtime/gc/scan_inl.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

class Walk final : public PointerVisitor, public RootListener {
 public:
  explicit Walk(HeapSnapshot& s) : s_(s), arena_(s.vm->heap->arena) {}
  void where(const char* name, uint64_t id) override { s_.roots.push_back({name, id}); }
  void slot(Slot* s) override {
    reach(s->u, HeapSnapshot::kRoot, static_cast<uint32_t>(s_.roots.size() - 1), reinterpret_cast<uintptr_t>(s));
  }
  void run() {
    visitRoots(s_.vm, *this, this);
    for (uint32_t k = 0; k < s_.nodes.size(); k++) {
      HeapObject object = s_.nodes[k].object;  // the list moves as it grows
      forEachPointerWord(s_.vm->heap, object,
                         [&](const uintptr_t* word) { reach(*word, k, 0, reinterpret_cast<uintptr_t>(word)); });
    }
  }

 private:
  void reach(uintptr_t p, uint32_t parent, uint32_t root, uintptr_t via) {
    HeapObject object;
    if (!arena_.findObject(p, object)) return;
    if (!s_.byBase.emplace(object.base, static_cast<uint32_t>(s_.nodes.size())).second) return;
    HeapNode n;
    n.object = object;
    n.size = arena_.spanAt(object.firstPage)->elemsize;
    n.sample = s_.vm->gc->profile.find(object.base);
    n.parent = parent;
    n.root = root;
    n.via = via;
    n.to = p;
    s_.nodes.push_back(n);
  }

  HeapSnapshot& s_;
  ArenaMap& arena_;
};

std::string_view text(const GoString& s) { return {reinterpret_cast<const char*>(s.ptr), static_cast<size_t>(s.len)}; }

const Type* typeOf(const HeapSnapshot& s, const HeapNode& n) {
  if (n.sample != nullptr) return n.sample->type;
  if (isNoscan(n.object.spanclass) || n.size <= kMaxBitmapSize) return nullptr;
  return s.vm->heap->arena.objectType(n.object.base);
}

// Values of the type in a row; 1: the object is one.
uint64_t lengthOf(const HeapNode& n, const Type* t) {
  uint64_t size = n.sample != nullptr ? n.sample->size : n.size;
  return t->size == 0 ? 1 : std::max<uint64_t>(size / t->size, 1);
}

// Buckets of maps are described by runtime/lang/map.cc.
bool isBucket(const Type* t) { return t->kind == Kind::Struct && t->key != nullptr; }

std::string placeInBucket(const Type* t, uint64_t offset) {
  constexpr uint64_t kTopHashes = 8, kMaxInline = 128;
  uint64_t keys = kTopHashes + 8 * (t->key->size > kMaxInline ? 8 : t->key->size);
  if (offset + 8 == t->size) return ".overflow";
  return offset < keys ? ".keys" : ".elems";
}

std::string placeIn(const HeapSnapshot& s, const HeapNode& n, uint64_t offset) {
  const Type* t = typeOf(s, n);
  if (t == nullptr || t->size == 0) return offset == 0 ? "" : fmt::format("+{}", offset);
  std::string element = lengthOf(n, t) > 1 ? fmt::format("[{}]", offset / t->size) : "";
  return element + (isBucket(t) ? placeInBucket(t, offset % t->size) : fieldPath(t, offset % t->size));
}

std::string rootText(const HeapSnapshot& s, const HeapNode& n) {
  const auto* slot = reinterpret_cast<const Slot*>(n.via);
  const HeapSnapshot::Root& root = s.roots[n.root];
  std::string global = s.vm->engine->globalName(slot);
  if (!global.empty()) return "global " + global;
  std::string text = root.goid != 0 ? fmt::format("{} {}", root.name, root.goid) : root.name;
  forEachG(s.vm->sched, [&](G* gp) {
    if (slot >= gp->stackLo && slot < gp->stackHi) text += ": " + s.vm->engine->describeSlot(gp, slot);
  });
  return text;
}

}  // namespace

std::string fieldPath(const Type* t, uint64_t offset) {
  if (t->kind == Kind::Struct) {
    const StructField* in = nullptr;
    for (const StructField& f : t->fields) {
      if (static_cast<uint64_t>(f.offset) <= offset && f.type->size != 0) in = &f;
    }
    if (in == nullptr) return offset == 0 ? "" : fmt::format("+{}", offset);
    return fmt::format(".{}{}", text(in->name), fieldPath(in->type, offset - static_cast<uint64_t>(in->offset)));
  }
  if (t->kind == Kind::Array && t->elem->size != 0) {
    return fmt::format("[{}]{}", offset / t->elem->size, fieldPath(t->elem, offset % t->elem->size));
  }
  return "";
}

void HeapSnapshot::take(VM* v) {
  vm = v;
  roots.clear();
  nodes.clear();
  byBase.clear();
  Walk(*this).run();
}

std::string HeapSnapshot::typeName(const HeapNode& n) const {
  const Type* t = typeOf(*this, n);
  if (t == nullptr) return isNoscan(n.object.spanclass) ? "string data" : "unknown";
  uint64_t length = lengthOf(n, t);
  if (isBucket(t))
    return fmt::format("{} of {}", length > 1 ? fmt::format("{} buckets", length) : "bucket", text(t->string));
  std::string name = t->string.len > 0 ? std::string(text(t->string)) : fmt::format("runtime's own, {} bytes", t->size);
  return length > 1 ? fmt::format("[{}]{}", length, name) : name;
}

std::vector<std::string> HeapSnapshot::path(uint32_t node) const {
  std::vector<std::string> lines;
  for (uint32_t k = node; k != kRoot; k = nodes[k].parent) {
    const HeapNode& n = nodes[k];
    if (n.parent == kRoot) {
      lines.push_back(rootText(*this, n));
    } else {
      const HeapNode& p = nodes[n.parent];
      lines.push_back(typeName(p) + placeIn(*this, p, n.via - p.object.base));
    }
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace hood::rt
