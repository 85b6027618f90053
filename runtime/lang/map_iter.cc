// Map iteration.
// Mirrors:    src/runtime/map.go (mapiterinit, mapiternext). Book: 3.4.
// Differs:    mapiterinit does not advance; the loop calls mapiternext first.
//
// An iterator walks the bucket array that the map had when it started, from a random bucket and a random cell
// in each bucket. When the map has grown since, the cells of that array that have moved are looked up in the
// map as it is now: so deleted entries do not appear, changed ones appear with their new value, and none
// appears twice.
//
// Invariants: see map.h.
// Try:        hood run testdata/ch03_lang/map_iterate_mutate.go
#include "runtime/core/vm.h"
#include "runtime/lang/map.h"
#include "runtime/lang/map_inl.h"
#include "runtime/sched/g.h"

namespace hood::rt {
namespace {

constexpr uint64_t kNoCheck = ~uint64_t{0};

// The cell of a key that may have moved. nullptr when it has been deleted.
template <MapKind K>
bool findMoved(const MapLayout& l, const Hmap* h, const void* key, void** k, void** e) {
  using Ops = KeyOps<K>;
  auto want = Ops::load(key);
  uint64_t hash = 0;
  (void)Ops::hash(l, want, h->hash0, &hash);  // it is in the map, so it has a hash
  uint64_t m = bucketMask(h->B);
  Bmap* b = bucketAt(l, h->buckets, hash & m);
  if (h->oldbuckets != nullptr) {
    Bmap* old = bucketAt(l, h->oldbuckets, hash & (sameSizeGrow(h) ? m : m >> 1));
    if (!evacuated(old)) b = old;
  }
  uint8_t top = tophash(hash);
  for (; b != nullptr; b = overflowOf(l, b)) {
    for (int i = 0; i < kBucketCnt; i++) {
      if (b->tophash[i] != top) continue;
      uint8_t* cell = keyCell<K>(l, b, i);
      if (!Ops::equal(l, want, cell)) continue;
      *k = l.indirectkey ? loadAs<void*>(cell) : cell;
      *e = elemOf(l, elemCell(l, b, i));
      return true;
    }
  }
  return false;
}

// Whether this cell of a bucket that has not been moved yet will go to the bucket being visited: a doubling
// splits each old bucket, and the iterator visits the halves at different times.
template <MapKind K>
bool goesTo(const MapLayout& l, const Hmap* h, const Hiter* it, const void* key, uint8_t top, uint64_t checkBucket) {
  if (l.reflexivekey || keysEqual(l.key, key, key)) {
    uint64_t hash = 0;
    (void)KeyOps<K>::hash(l, KeyOps<K>::load(key), h->hash0, &hash);
    return (hash & bucketMask(it->B)) == checkBucket;
  }
  return checkBucket >> (it->B - 1) == (top & 1u);  // NaN: as chooseHalf decides
}

// The next non-empty cell of bucket b, from it->i on. True when the iterator stands on an entry.
template <MapKind K>
bool nextInBucket(const MapLayout& l, Hmap* h, Hiter* it, Bmap* b, int i, uint64_t checkBucket) {
  for (; i < kBucketCnt; i++) {
    int cell = (i + it->offset) & (kBucketCnt - 1);
    uint8_t top = b->tophash[cell];
    if (isEmpty(top) || top == kEvacuatedEmpty) continue;
    uint8_t* kc = keyCell<K>(l, b, cell);
    void* k = l.indirectkey ? loadAs<void*>(kc) : kc;
    if (checkBucket != kNoCheck && !sameSizeGrow(h) && !goesTo<K>(l, h, it, k, top, checkBucket)) continue;
    bool moved = top == kEvacuatedX || top == kEvacuatedY;
    if (!moved || !(l.reflexivekey || keysEqual(l.key, k, k))) {
      // Here it lies, or it is a NaN, which nobody can delete or change: what the old cell says still holds.
      it->key = k;
      it->elem = elemOf(l, elemCell(l, b, cell));
    } else if (!findMoved<K>(l, h, k, &it->key, &it->elem)) {
      continue;
    }
    it->bptr = b;
    it->i = static_cast<uint8_t>(i + 1);
    it->checkBucket = checkBucket;
    return true;
  }
  return false;
}

template <MapKind K>
void next(const MapLayout& l, Hmap* h, Hiter* it) {
  Bmap* b = it->bptr;
  int i = it->i;
  uint64_t checkBucket = it->checkBucket;
  for (;;) {
    if (b == nullptr) {
      if (it->bucket == it->startBucket && it->wrapped) break;
      uint64_t bucket = it->bucket;
      b = bucketAt(l, it->buckets, bucket);
      checkBucket = kNoCheck;
      if (h->oldbuckets != nullptr && it->B == h->B) {
        // Started during a growth that is not over: what has not been moved lies in the old bucket.
        Bmap* old = bucketAt(l, h->oldbuckets, bucket & (noldbuckets(h) - 1));
        if (!evacuated(old)) {
          b = old;
          checkBucket = bucket;
        }
      }
      if (++it->bucket == bucketShift(it->B)) {
        it->bucket = 0;
        it->wrapped = true;
      }
      i = 0;
    }
    if (nextInBucket<K>(l, h, it, b, i, checkBucket)) return;
    b = overflowOf(l, b);
    i = 0;
  }
  it->key = it->elem = nullptr;
}

}  // namespace

void mapiterinit(G* gp, const Type* t, Hmap* h, Hiter* it) {
  *it = Hiter{};
  if (h == nullptr || h->count == 0) return;
  it->h = h;
  it->layout = h->layout;
  it->B = h->B;
  it->buckets = h->buckets;
  if (h->layout->noPointers) {
    // Overflow buckets, also those that come later, must live as long as this iterator may look at them.
    createOverflow(gp, h);
    it->overflow = h->extra->overflow;
    it->oldoverflow = h->extra->oldoverflow;
  }
  uint64_t r = uint64_t{fastrand(gp)} << 32 | fastrand(gp);
  it->startBucket = r & bucketMask(h->B);
  it->offset = static_cast<uint8_t>(r >> 60 & (kBucketCnt - 1));
  it->bucket = it->startBucket;
  // relaxed: several goroutines may begin to iterate at once, others look keys up; a writer is not among them.
  __atomic_fetch_or(&h->flags, static_cast<uint8_t>(kMapIterator | kMapOldIterator), __ATOMIC_RELAXED);
}

void mapiternext(G* gp, Hiter* it) {
  Hmap* h = it->h;
  if (h == nullptr) {
    it->key = it->elem = nullptr;
    return;
  }
  if (flagsOf(h) & kMapHashWriting) fatal(gp->vm, "concurrent map iteration and map write");
  byKind(*it->layout, [&](auto k) { next<k()>(*it->layout, h, it); });
}

}  // namespace hood::rt
