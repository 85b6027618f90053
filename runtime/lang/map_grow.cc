// Maps: bucket arrays, overflow buckets, incremental growth.
// Mirrors:    src/runtime/map.go (makeBucketArray, newoverflow, hashGrow, evacuate). Book: 3.4.
// Differs:    one evacuate over the kind of key.
// Invariants: while a map grows, oldbuckets is never written but by evacuate; old bucket i of a doubling
// table goes to new
//             buckets i (X) and i + old size (Y) and nowhere else; every bucket below nevacuate is done.
// Try:        hood run testdata/ch03_lang/map_growth.go
#include "runtime/alloc/malloc.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/lang/map.h"
#include "runtime/lang/map_inl.h"

namespace hood::rt {
namespace {

constexpr uint8_t kOne[] = {1};
constexpr uint8_t kThree[] = {7};
// A pointer, for arrays of them.
constexpr Type kPtrType = {
    .size = 8, .ptrBytes = 8, .kind = Kind::UnsafePointer, .align = 8, .fieldAlign = 8, .gcMask = kOne};
constexpr Type kOverflowListType = {
    .size = sizeof(OverflowList), .ptrBytes = 8, .kind = Kind::Struct, .align = 8, .fieldAlign = 8, .gcMask = kOne};
static_assert(sizeof(Mapextra) == 24);
constexpr uint8_t kMapextraName[] = "runtime.mapextra";
constexpr Type kMapextraType = {.size = 24,
                                .ptrBytes = 24,
                                .kind = Kind::Struct,
                                .align = 8,
                                .fieldAlign = 8,
                                .gcMask = kThree,
                                .string = {kMapextraName, sizeof kMapextraName - 1}};

template <class T>
void setPointer(G* gp, T*& slot, T* p) {
  writePointer(gp, reinterpret_cast<void**>(&slot), p);
}

void appendOverflow(G* gp, OverflowList* list, Bmap* b) {
  if (list->len == list->cap) {
    int64_t cap = list->cap == 0 ? 4 : list->cap * 2;
    auto** p = static_cast<Bmap**>(newarray(gp, &kPtrType, cap));
    if (list->len != 0) typedslicecopy(gp, &kPtrType, p, list->ptr, list->len);
    setPointer(gp, list->ptr, p);
    list->cap = cap;
  }
  setPointer(gp, list->ptr[list->len], b);
  list->len++;
}

// Counts overflow buckets: exactly for small maps, for large ones with the probability that keeps a uint16
// enough.
void incrnoverflow(G* gp, Hmap* h) {
  if (h->B < 16) {
    h->noverflow++;
    return;
  }
  uint32_t mask = (uint32_t{1} << (h->B - 15)) - 1;
  if ((fastrand(gp) & mask) == 0) h->noverflow++;
}

}  // namespace

void createOverflow(G* gp, Hmap* h) {
  if (h->extra == nullptr) setPointer(gp, h->extra, newMapextra(gp));
  if (h->extra->overflow == nullptr) {
    setPointer(gp, h->extra->overflow,
               static_cast<OverflowList*>(mallocgc(gp, sizeof(OverflowList), &kOverflowListType, true)));
  }
}

Mapextra* newMapextra(G* gp) { return static_cast<Mapextra*>(mallocgc(gp, sizeof(Mapextra), &kMapextraType, true)); }

Buckets makeBucketArray(G* gp, const MapLayout& l, uint8_t B) {
  uint64_t base = bucketShift(B), n = base;
  if (B >= 4) {  // one sixteenth more for overflow: unlikely to be enough, likely to be used
    n += bucketShift(static_cast<uint8_t>(B - 4));
    uint64_t bytes = roundupsize(gp, l.bucketsize * n);
    n = bytes / l.bucketsize;
  }
  void* buckets = newarray(gp, l.bucket, static_cast<int64_t>(n));
  if (n == base) return {buckets, nullptr};
  // A preallocated bucket with a null overflow pointer is followed by another free one; the last one points
  // anywhere else.
  Bmap* last = bucketAt(l, buckets, n - 1);
  setPointer(gp, overflowOf(l, last), static_cast<Bmap*>(buckets));
  return {buckets, bucketAt(l, buckets, base)};
}

Bmap* newoverflow(G* gp, const MapLayout& l, Hmap* h, Bmap* b) {
  Bmap* ovf;
  if (h->extra != nullptr && h->extra->nextOverflow != nullptr) {
    ovf = h->extra->nextOverflow;
    if (overflowOf(l, ovf) == nullptr) {
      setPointer(gp, h->extra->nextOverflow, bucketAt(l, ovf, 1));
    } else {
      setPointer(gp, overflowOf(l, ovf), static_cast<Bmap*>(nullptr));
      setPointer(gp, h->extra->nextOverflow, static_cast<Bmap*>(nullptr));
    }
  } else {
    ovf = static_cast<Bmap*>(newobject(gp, l.bucket));
  }
  incrnoverflow(gp, h);
  if (l.noPointers) {
    createOverflow(gp, h);
    appendOverflow(gp, h->extra->overflow, ovf);
  }
  setPointer(gp, overflowOf(l, b), ovf);
  return ovf;
}

// As many overflow buckets as buckets: most of them must be nearly empty, since the load is not too high.
bool tooManyOverflowBuckets(uint16_t noverflow, uint8_t B) { return noverflow >= uint16_t{1} << (B > 15 ? 15 : B); }

void hashGrow(G* gp, const MapLayout& l, Hmap* h) {
  uint8_t bigger = 1;
  if (!overLoadFactor(h->count + 1, h->B)) {
    bigger = 0;
    h->flags |= kMapSameSizeGrow;
  }
  void* old = h->buckets;
  Buckets a = makeBucketArray(gp, l, static_cast<uint8_t>(h->B + bigger));
  auto flags = static_cast<uint8_t>(h->flags & ~(kMapIterator | kMapOldIterator));
  if (h->flags & kMapIterator) flags |= kMapOldIterator;
  h->B = static_cast<uint8_t>(h->B + bigger);
  h->flags = flags;
  writePointer(gp, &h->oldbuckets, old);
  writePointer(gp, &h->buckets, a.buckets);
  h->nevacuate = 0;
  h->noverflow = 0;
  if (h->extra != nullptr && h->extra->overflow != nullptr) {
    HOOD_CHECK(h->extra->oldoverflow == nullptr);
    setPointer(gp, h->extra->oldoverflow, h->extra->overflow);
    setPointer(gp, h->extra->overflow, static_cast<OverflowList*>(nullptr));
  }
  if (a.nextOverflow != nullptr) {
    if (h->extra == nullptr) setPointer(gp, h->extra, newMapextra(gp));
    setPointer(gp, h->extra->nextOverflow, a.nextOverflow);
  } else if (h->extra != nullptr) {
    setPointer(gp, h->extra->nextOverflow, static_cast<Bmap*>(nullptr));
  }
}

namespace {

// Where evacuated cells go next.
struct EvacDst {
  Bmap* b = nullptr;
  int i = 0;
};

bool bucketEvacuated(const MapLayout& l, const Hmap* h, uint64_t i) { return evacuated(bucketAt(l, h->oldbuckets, i)); }

void advanceEvacuationMark(G* gp, const MapLayout& l, Hmap* h, uint64_t newbit) {
  h->nevacuate++;
  // Buckets may have been moved out of turn; look ahead, but not far: this is an O(1) operation.
  uint64_t stop = h->nevacuate + 1024 < newbit ? h->nevacuate + 1024 : newbit;
  while (h->nevacuate != stop && bucketEvacuated(l, h, h->nevacuate)) h->nevacuate++;
  if (h->nevacuate != newbit) return;
  writePointer(gp, &h->oldbuckets, nullptr);
  if (h->extra != nullptr) setPointer(gp, h->extra->oldoverflow, static_cast<OverflowList*>(nullptr));
  h->flags &= static_cast<uint8_t>(~kMapSameSizeGrow);
}

// Which half a cell goes to: 1 is Y. Sets *top to its new top hash.
template <MapKind K>
int chooseHalf(const MapLayout& l, const Hmap* h, const uint8_t* key, uint64_t newbit, uint8_t* top) {
  uint64_t hash = 0;
  (void)KeyOps<K>::hash(l, KeyOps<K>::load(key), h->hash0, &hash);
  if ((h->flags & kMapIterator) && !l.reflexivekey && !keysEqual(l.key, key, key)) {
    // NaN: its hash is different each time. An iterator must be able to tell where it went, so the low bit of
    // the old top hash decides, and a new random one is made so that NaNs spread over the table.
    int half = *top & 1;
    *top = tophash(hash);
    return half;
  }
  return (hash & newbit) != 0;
}

template <MapKind K>
void moveCell(G* gp, const MapLayout& l, uint8_t* toKey, uint8_t* fromKey, uint8_t* toElem, uint8_t* fromElem) {
  if constexpr (K == MapKind::Fast64 || K == MapKind::Fast32) {
    if (l.noPointers) {
      std::memcpy(toKey, fromKey, KeyOps<K>::kSize);
      std::memcpy(toElem, fromElem, l.elemsize);
      return;
    }
  }
  if (l.indirectkey) {
    writePointer(gp, reinterpret_cast<void**>(toKey), loadAs<void*>(fromKey));
  } else {
    typedmemmove(gp, l.key, toKey, fromKey);
  }
  if (l.indirectelem) {
    writePointer(gp, reinterpret_cast<void**>(toElem), loadAs<void*>(fromElem));
  } else {
    typedmemmove(gp, l.elem, toElem, fromElem);
  }
}

template <MapKind K>
void evacuate(G* gp, const MapLayout& l, Hmap* h, uint64_t oldbucket) {
  Bmap* b = bucketAt(l, h->oldbuckets, oldbucket);
  uint64_t newbit = noldbuckets(h);
  if (!evacuated(b)) {
    EvacDst dst[2];
    dst[0].b = bucketAt(l, h->buckets, oldbucket);
    if (!sameSizeGrow(h)) dst[1].b = bucketAt(l, h->buckets, oldbucket + newbit);
    for (Bmap* from = b; from != nullptr; from = overflowOf(l, from)) {
      for (int i = 0; i < kBucketCnt; i++) {
        uint8_t top = from->tophash[i];
        if (isEmpty(top)) {
          from->tophash[i] = kEvacuatedEmpty;
          continue;
        }
        HOOD_CHECK(top >= kMinTopHash);
        uint8_t* cell = keyCell<K>(l, from, i);
        const uint8_t* key = l.indirectkey ? loadAs<const uint8_t*>(cell) : cell;
        int half = sameSizeGrow(h) ? 0 : chooseHalf<K>(l, h, key, newbit, &top);
        from->tophash[i] = static_cast<uint8_t>(kEvacuatedX + half);
        EvacDst& d = dst[half];
        if (d.i == kBucketCnt) {
          d.b = newoverflow(gp, l, h, d.b);
          d.i = 0;
        }
        d.b->tophash[d.i] = top;
        moveCell<K>(gp, l, keyCell<K>(l, d.b, d.i), cell, elemCell(l, d.b, d.i), elemCell(l, from, i));
        d.i++;
      }
    }
    // Nobody reads the old cells any more unless an iterator does: let the collector have what they point to.
    // The top hashes stay, they say where things went.
    if (!(h->flags & kMapOldIterator) && !l.noPointers) {
      Bmap* old = bucketAt(l, h->oldbuckets, oldbucket);
      if (writeBarrierEnabled(gp)) bulkBarrierPreWrite(gp, l.bucket, old, nullptr, 1);
      std::memset(at(old, 8), 0, l.bucketsize - 8);
    }
  }
  if (oldbucket == h->nevacuate) advanceEvacuationMark(gp, l, h, newbit);
}

}  // namespace

void growWork(G* gp, const MapLayout& l, Hmap* h, uint64_t bucket) {
  byKind(l, [&](auto k) {
    // First the bucket that is about to be used, then one more for progress.
    evacuate<k()>(gp, l, h, bucket & (noldbuckets(h) - 1));
    if (h->oldbuckets != nullptr) evacuate<k()>(gp, l, h, h->nevacuate);
  });
}

}  // namespace hood::rt
