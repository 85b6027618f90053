// Maps.
// Mirrors:    src/runtime/map.go, map_fast32.go, map_fast64.go, map_faststr.go (Go 1.19). Book: 3.4.
// Differs:    one set of templates instead of four copies; the layout that Go's compiler computes per map
// type is computed
//             at the first make (MapLayout).
// Invariants: count is the number of live entries; while oldbuckets != nullptr the map is growing and every
// bucket below
//             nevacuate is already moved; an iterator sees each entry that lives through the whole loop
//             exactly once.
// Locks:      none: a map belongs to the program; misuse from two goroutines is detected by flags as Go does.
#pragma once

#include <cstdint>

#include "runtime/core/outcome.h"
#include "runtime/core/type.h"

namespace hood::rt {

struct G;
struct VM;

enum class MapKind : uint8_t { Generic, Fast32, Fast64, FastStr };

// What is constant for a map type. Made once per type, never freed before the VM.
struct MapLayout {
  VM* vm;
  const Type* type;
  const Type* key;
  const Type* elem;
  Type* bucket;      // descriptor of a bucket, for the collector
  uint32_t keysize;  // in the bucket: 8 when indirect
  uint32_t elemsize;
  uint32_t elemOffset;      // of elem 0 in a bucket
  uint32_t overflowOffset;  // of the overflow pointer
  uint32_t bucketsize;
  MapKind kind;
  bool indirectkey;  // keys above 128 bytes are stored by pointer
  bool indirectelem;
  bool reflexivekey;   // k == k always
  bool needkeyupdate;  // an equal key may differ in bytes (floats, strings, interfaces)
  bool noPointers;     // buckets are noscan: overflow buckets are kept alive by Mapextra
};

struct Bmap {
  uint8_t tophash[8];
  // followed by 8 keys, 8 elems, the overflow pointer
};

// Keeps overflow buckets alive when buckets are noscan: the map and its iterators share the list.
struct OverflowList {
  Bmap** ptr;
  int64_t len;
  int64_t cap;
};
struct Mapextra {
  OverflowList* overflow;     // of buckets
  OverflowList* oldoverflow;  // of oldbuckets
  Bmap* nextOverflow;         // the next free preallocated overflow bucket
};

struct Hmap {
  int64_t count;  // len(m) reads it: must be first
  uint8_t flags;
  uint8_t B;           // log2 of the number of buckets
  uint16_t noverflow;  // approximate number of overflow buckets
  uint32_t hash0;
  void* buckets;
  void* oldbuckets;  // not null while growing: half the size, or the same size
  uint64_t nevacuate;
  Mapextra* extra;
  const MapLayout* layout;
};

// The iterator record; lives in the frame of the loop. Slots 0 to 7 are pointers, the rest are words:
// iterType() of the compiler says the same.
struct Hiter {
  void* key;  // nullptr: at the end
  void* elem;
  Hmap* h;
  void* buckets;  // at the start of the iteration
  Bmap* bptr;     // current bucket
  OverflowList* overflow;
  OverflowList* oldoverflow;
  void* spare;
  const MapLayout* layout;
  uint64_t startBucket;
  uint64_t bucket;
  uint64_t checkBucket;
  uint8_t offset;
  bool wrapped;
  uint8_t B;
  uint8_t i;
  uint8_t pad[4];
  uint64_t spareWord;
};
constexpr int kHiterSlots = 14;
constexpr int kHiterPointerSlots = 8;
static_assert(sizeof(Hiter) == kHiterSlots * 8);

const MapLayout* mapLayout(VM* vm, const Type* mapType);
// out[0] = make(map, hint).
Outcome makemap(G* gp, const Type* t, int64_t hint, Slot* out);
// Keys are given by address, in memory or slot form. *elem is the address of the value in memory form,
// nullptr if absent.
Outcome mapaccess(G* gp, const Type* t, Hmap* h, const void* key, const void** elem);
// *elem: where to store the value (typedmemmove or a plain store by the caller, before the next map
// operation).
Outcome mapassign(G* gp, const Type* t, Hmap* h, const void* key, void** elem);
Outcome mapdelete(G* gp, const Type* t, Hmap* h, const void* key);
void mapclear(G* gp, const Type* t, Hmap* h);
// Deterministic mode, before a write to h: whether the goroutine is to wait (Outcome::Retry), with the write begun as others
// see it.
bool mapWriteWaitsDet(G* gp, Hmap* h);
inline int64_t maplen(const Hmap* h) { return h ? h->count : 0; }
// Starts before the first entry; mapiternext goes to the next one and sets it->key (nullptr: there is none)
// and it->elem, which are valid until the next map operation.
void mapiterinit(G* gp, const Type* t, Hmap* h, Hiter* it);
void mapiternext(G* gp, Hiter* it);
// The fast half of MapGet64: nullptr if absent. REQUIRES h is not nil and of kind Fast64.
const void* mapaccess64(const Hmap* h, uint64_t key);
Mapextra* newMapextra(G* gp);

}  // namespace hood::rt
