// Marking: from pointers to marked objects.
// Mirrors:    src/runtime/mgcmark.go (greyobject, scanobject, gcDrain). Book: 8.3, 8.4.
// Differs:    precise everywhere: a word is a pointer exactly if the heap bitmap or the object's Type says so. Grey objects
//             pass through a short ring of prefetches before they are scanned.
// Invariants: a marked object is in a GcWork, in the pool, in a marker's ring, or its pointees are marked or recorded by the
//             write barrier (the tri-colour invariant).
//             Any number of markers and mutators run at once: mark bits are set atomically, words of objects are read as they
//             are. A word that changes meanwhile was recorded by its writer.
// Locks:      none but the pool's; a Marker belongs to its P.
#pragma once

#include <cstdint>
#include <utility>

#include "runtime/alloc/arena_map.h"
#include "runtime/gc/workbuf.h"

namespace hood::rt {

struct Mheap;
struct Type;

class Marker {
 public:
  explicit Marker(Mheap* h) : heap_(h) {}

  // Marks the object that p points into, if it is one, and queues it for scanning.
  void greyPointer(uintptr_t p);
  void greyPointers(const uintptr_t* p, size_t n);
  // Scans until nothing is grey, here or in the pool. stop, if not null, is asked now and then: true ends it early, what
  // is grey stays queued. Returns whether nothing is left.
  bool drain(bool (*stop)(void*), void* arg);
  // Scans until about `bytes` of scan work are done, or nothing is left; the scan work done.
  int64_t drainN(int64_t bytes);

  // An object that is born black.
  void countNew(int64_t bytes) { bytesMarked_ += bytes; }
  // What was counted since it was asked for last.
  int64_t takeBytesMarked() { return std::exchange(bytesMarked_, 0); }
  int64_t takeScanWork() { return std::exchange(scanWork_, 0); }
  GcWork& work() { return work_; }
  void setPool(WorkPool* pool) { pool_ = pool; }

 private:
  struct Ring;

  HOOD_INLINE void grey(uintptr_t p);
  HOOD_INLINE bool next(Ring& ring, GreyObject& o);
  void putBack(Ring& ring);
  HOOD_INLINE void scan(GreyObject o);
  void scanLarge(GreyObject o);
  void scanValues(const Type* t, uintptr_t from, uintptr_t end);

  Mheap* heap_;
  WorkPool* pool_ = nullptr;
  GcWork work_;
  int64_t bytesMarked_ = 0;
  int64_t scanWork_ = 0;  // bytes of objects scanned
};

}  // namespace hood::rt
