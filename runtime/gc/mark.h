// Marking: from pointers to marked objects.
// Mirrors:    src/runtime/mgcmark.go (greyobject, scanobject, gcDrain). Book: 8.3, 8.4.
// Differs:    precise everywhere: a word is a pointer exactly if the heap bitmap or the object's Type says so. Grey objects
//             pass through a short queue of prefetches before they are scanned.
// Invariants: a marked object is on the work queue, in the prefetch queue, or its pointees are marked (tri-colour invariant
//             with the world stopped).
// Locks:      none: the world is stopped.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/alloc/arena_map.h"
#include "runtime/gc/workbuf.h"

namespace hood::rt {

struct Mheap;

class Marker {
 public:
  explicit Marker(Mheap* h);

  // Marks the object that p points into, if it is one, and queues it for scanning.
  HOOD_INLINE void greyPointer(uintptr_t p) {
    HeapObject obj;
    if (arena_.findObject(p, obj)) greyObject(obj);
  }
  HOOD_INLINE void greyObject(const HeapObject& obj) {
    uint64_t& word = arena_.markBits(obj.firstPage)[obj.index / 64];
    uint64_t bit = uint64_t{1} << (obj.index % 64);
    if (word & bit) return;
    word |= bit;
    unsigned cls = sizeClassOf(obj.spanclass);
    bytesMarked_ += HOOD_LIKELY(cls != 0) ? kSizeClasses[cls].size : spanBytes(obj.firstPage);
    objectsMarked_++;
    if (!isNoscan(obj.spanclass)) queue_.put(GreyObject::make(obj.base, cls));
  }
  // Greys what the object points to, without marking itself.
  void scanContents(const HeapObject& obj);
  // Scans until nothing is grey.
  void drain();

  uint64_t bytesMarked() const { return bytesMarked_; }
  uint64_t objectsMarked() const { return objectsMarked_; }

 private:
  // A large object whose pointers are being scanned piece by piece, so that the work queue stays short.
  struct Oblet {
    const Type* type;
    uintptr_t next, end;
  };

  uint64_t spanBytes(uint32_t firstPage) const;
  void scan(GreyObject o);
  void scanValues(const Type* t, uintptr_t from, uintptr_t end);
  void scanOblet();

  Mheap* heap_;
  ArenaMap& arena_;
  WorkQueue queue_;
  std::vector<Oblet> oblets_;
  uint64_t bytesMarked_ = 0;
  uint64_t objectsMarked_ = 0;
};

}  // namespace hood::rt
