// Maps: make, access, assignment, deletion.
// Mirrors:    src/runtime/map.go, map_fast32.go, map_fast64.go, map_faststr.go (Go 1.19). Book: 3.4.
// Differs:    one set of templates over the kind of key instead of four copies.
//
// A map is an array of 2^B buckets of eight cells each, chained to overflow buckets when eight do not
// suffice. The low B bits of a key's hash choose the bucket, the top byte tells most different keys apart
// without looking at them. A table that gets too full doubles, one with too many overflow buckets is
// rewritten at the same size; either happens in small steps, two buckets with every assignment and deletion,
// while lookups consult the old array for buckets that have not moved.
//
// Invariants: see map.h.
// Try:        hood run testdata/ch03_lang/map_growth.go
#include "runtime/lang/map.h"

#include <type_traits>

#include "runtime/alloc/malloc.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/map_inl.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/g.h"

namespace hood::rt {
namespace {

// What the collector sees of a header: buckets, oldbuckets, extra.
static_assert(offsetof(Hmap, buckets) == 16 && offsetof(Hmap, oldbuckets) == 24 && offsetof(Hmap, extra) == 40);
constexpr uint8_t kHmapPointers[] = {(1 << 2) | (1 << 3) | (1 << 5)};
constexpr uint8_t kHmapName[] = "runtime.hmap";
constexpr Type kHmapType = {.size = sizeof(Hmap),
                            .ptrBytes = 48,
                            .kind = Kind::Struct,
                            .align = 8,
                            .fieldAlign = 8,
                            .gcMask = kHmapPointers,
                            .string = {kHmapName, sizeof kHmapName - 1}};

// The bucket that holds `hash`'s keys now: the old one while it has not been moved.
Bmap* currentBucket(const MapLayout& l, const Hmap* h, uint64_t hash) {
  uint64_t m = bucketMask(h->B);
  if (h->oldbuckets != nullptr) {
    uint64_t oldMask = sameSizeGrow(h) ? m : m >> 1;
    Bmap* old = bucketAt(l, h->oldbuckets, hash & oldMask);
    if (!evacuated(old)) return old;
  }
  return bucketAt(l, h->buckets, hash & m);
}

template <MapKind K>
const void* find(const MapLayout& l, const Hmap* h, typename KeyOps<K>::Key key, uint64_t hash) {
  using Ops = KeyOps<K>;
  uint8_t top = tophash(hash);
  for (Bmap* b = currentBucket(l, h, hash); b != nullptr; b = overflowOf(l, b)) {
    for (int i = 0; i < kBucketCnt; i++) {
      if constexpr (K == MapKind::Fast64 || K == MapKind::Fast32) {
        // Comparing the key is as cheap as comparing the top hash.
        if (Ops::equal(l, key, keyCell<K>(l, b, i)) && !isEmpty(b->tophash[i])) return elemOf(l, elemCell(l, b, i));
      } else {
        if (b->tophash[i] != top) {
          if (b->tophash[i] == kEmptyRest) return nullptr;
          continue;
        }
        if (Ops::equal(l, key, keyCell<K>(l, b, i))) return elemOf(l, elemCell(l, b, i));
      }
    }
  }
  return nullptr;
}

// Where a key is, or where it would be put.
struct Cell {
  Bmap* b = nullptr;
  int i = 0;
  Bmap* last = nullptr;  // the last bucket of the chain
  bool found = false;
};

template <MapKind K>
Cell findForAssign(const MapLayout& l, Bmap* b, typename KeyOps<K>::Key key, uint8_t top) {
  Cell c;
  for (;; b = overflowOf(l, b)) {
    for (int i = 0; i < kBucketCnt; i++) {
      if (b->tophash[i] != top) {
        if (isEmpty(b->tophash[i]) && c.b == nullptr) {
          c.b = b;
          c.i = i;
        }
        if (b->tophash[i] == kEmptyRest) {
          c.last = b;
          return c;
        }
        continue;
      }
      if (KeyOps<K>::equal(l, key, keyCell<K>(l, b, i))) return {b, i, b, true};
    }
    if (overflowOf(l, b) == nullptr) {
      c.last = b;
      return c;
    }
  }
}

template <class T>
void storePointerAt(G* gp, uint8_t* cell, T* p) {
  writePointer(gp, reinterpret_cast<void**>(cell), const_cast<void*>(static_cast<const void*>(p)));
}

template <MapKind K>
void putKey(G* gp, const MapLayout& l, uint8_t* cell, typename KeyOps<K>::Key key, bool fresh) {
  if constexpr (K == MapKind::Fast32) {
    std::memcpy(cell, &key, sizeof key);
  } else if constexpr (K == MapKind::Fast64) {
    if (l.key->hasPointers()) {
      typedmemmove(gp, l.key, cell, &key);
    } else {
      std::memcpy(cell, &key, sizeof key);
    }
  } else if (!l.indirectkey) {
    typedmemmove(gp, l.key, cell, KeyOps<K>::address(key));
  } else {
    void* p = fresh ? newobject(gp, l.key) : loadAs<void*>(cell);
    typedmemmove(gp, l.key, p, KeyOps<K>::address(key));
    if (fresh) storePointerAt(gp, cell, p);
  }
}

template <MapKind K>
void* assign(G* gp, const MapLayout& l, Hmap* h, typename KeyOps<K>::Key key, uint64_t hash) {
  if (h->flags & kMapHashWriting) fatal(gp->vm, "concurrent map writes");
  h->flags ^= kMapHashWriting;
  if (h->buckets == nullptr) writePointer(gp, &h->buckets, newobject(gp, l.bucket));
  uint8_t top = tophash(hash);
  Cell c;
  for (;;) {
    uint64_t bucket = hash & bucketMask(h->B);
    if (h->oldbuckets != nullptr) growWork(gp, l, h, bucket);
    c = findForAssign<K>(l, bucketAt(l, h->buckets, bucket), key, top);
    if (c.found) break;
    if (h->oldbuckets == nullptr && (overLoadFactor(h->count + 1, h->B) || tooManyOverflowBuckets(h->noverflow, h->B))) {
      hashGrow(gp, l, h);
      continue;  // everything lies elsewhere now
    }
    break;
  }
  if (c.found) {
    if (l.needkeyupdate) putKey<K>(gp, l, keyCell<K>(l, c.b, c.i), key, false);
  } else {
    if (c.b == nullptr) {
      c.b = newoverflow(gp, l, h, c.last);
      c.i = 0;
    }
    if (l.indirectelem) storePointerAt(gp, elemCell(l, c.b, c.i), newobject(gp, l.elem));
    putKey<K>(gp, l, keyCell<K>(l, c.b, c.i), key, true);
    c.b->tophash[c.i] = top;
    h->count++;
  }
  if (!(h->flags & kMapHashWriting)) fatal(gp->vm, "concurrent map writes");
  h->flags &= static_cast<uint8_t>(~kMapHashWriting);
  return elemOf(l, elemCell(l, c.b, c.i));
}

// Cells before an emptied one that end the chain become emptyRest too, so that lookups stop early.
void markEmptyRest(const MapLayout& l, Bmap* first, Bmap* b, int i) {
  Bmap* next = overflowOf(l, b);
  uint8_t following = i == kBucketCnt - 1 ? (next == nullptr ? uint8_t{kEmptyRest} : next->tophash[0]) : b->tophash[i + 1];
  if (following != kEmptyRest) return;
  for (;;) {
    b->tophash[i] = kEmptyRest;
    if (i == 0) {
      if (b == first) return;
      Bmap* end = b;
      for (b = first; overflowOf(l, b) != end;) b = overflowOf(l, b);
      i = kBucketCnt - 1;
    } else {
      i--;
    }
    if (b->tophash[i] != kEmptyOne) return;
  }
}

void clearCell(G* gp, const Type* t, bool indirect, uint8_t* cell, uint32_t size) {
  if (indirect) {
    writePointer(gp, reinterpret_cast<void**>(cell), nullptr);
  } else if (t->hasPointers()) {
    typedmemclr(gp, t, cell);
  } else {
    std::memset(cell, 0, size);
  }
}

template <MapKind K>
void erase(G* gp, const MapLayout& l, Hmap* h, typename KeyOps<K>::Key key, uint64_t hash) {
  if (h->flags & kMapHashWriting) fatal(gp->vm, "concurrent map writes");
  h->flags ^= kMapHashWriting;
  uint64_t bucket = hash & bucketMask(h->B);
  if (h->oldbuckets != nullptr) growWork(gp, l, h, bucket);
  Bmap* first = bucketAt(l, h->buckets, bucket);
  Cell c = findForAssign<K>(l, first, key, tophash(hash));
  if (c.found) {
    if (l.indirectkey || l.key->hasPointers()) clearCell(gp, l.key, l.indirectkey, keyCell<K>(l, c.b, c.i), l.keysize);
    clearCell(gp, l.elem, l.indirectelem, elemCell(l, c.b, c.i), l.elemsize);
    c.b->tophash[c.i] = kEmptyOne;
    markEmptyRest(l, first, c.b, c.i);
    h->count--;
    // An empty map takes a new seed, so that whoever found colliding keys must start over.
    if (h->count == 0) h->hash0 = fastrand(gp);
  }
  if (!(h->flags & kMapHashWriting)) fatal(gp->vm, "concurrent map writes");
  h->flags &= static_cast<uint8_t>(~kMapHashWriting);
}

// Calls f(kind, key, hash), unless the key has no hash: an interface may hold something without one.
template <class F>
Outcome withHash(G* gp, const Hmap* h, const void* p, F&& f) {
  const MapLayout& l = *h->layout;
  return byKind(l, [&](auto k) {
    auto key = KeyOps<k()>::load(p);
    uint64_t hash = 0;
    const Type* bad = KeyOps<k()>::hash(l, key, h->hash0, &hash);
    if (bad != nullptr) return panicUnhashable(gp, bad);
    f(k, key, hash);
    return Outcome::Done;
  });
}

// Even the empty map panics for a key that has no hash.
Outcome checkHashable(G* gp, const Type* key, const void* p) {
  if (key->flags & kTypeMemEqual) return Outcome::Done;
  uint64_t hash = 0;
  const Type* bad = typeHash(gp->vm, key, p, 0, &hash);
  return bad == nullptr ? Outcome::Done : panicUnhashable(gp, bad);
}

}  // namespace

Outcome makemap(G* gp, const Type* t, int64_t hint, Slot* out) {
  const MapLayout* l = mapLayout(gp->vm, t);
  // A hint is only a hint: nonsense counts as none.
  if (hint < 0 || static_cast<uint64_t>(hint) > (uint64_t{1} << 47) / l->bucketsize) hint = 0;
  auto* h = static_cast<Hmap*>(mallocgc(gp, sizeof(Hmap), &kHmapType, true));
  h->layout = l;
  h->hash0 = fastrand(gp);
  uint8_t B = 0;
  while (overLoadFactor(hint, B)) B++;
  h->B = B;
  if (B != 0) {
    Buckets a = makeBucketArray(gp, *l, B);
    h->buckets = a.buckets;
    if (a.nextOverflow != nullptr) {
      h->extra = newMapextra(gp);
      h->extra->nextOverflow = a.nextOverflow;
    }
  }
  out->p = h;
  return Outcome::Done;
}

Outcome mapaccess(G* gp, const Type* t, Hmap* h, const void* key, const void** elem) {
  *elem = nullptr;
  if (h == nullptr || h->count == 0) return checkHashable(gp, t->key, key);
  if (flagsOf(h) & kMapHashWriting) fatal(gp->vm, "concurrent map read and map write");
  return withHash(gp, h, key, [&](auto k, auto key, uint64_t hash) { *elem = find<k()>(*h->layout, h, key, hash); });
}

const void* mapaccess64(const Hmap* h, uint64_t key) {
  return find<MapKind::Fast64>(*h->layout, h, key, mapHashInt(key, h->hash0));
}

Outcome mapassign(G* gp, const Type* t, Hmap* h, const void* key, void** elem) {
  *elem = nullptr;
  if (h == nullptr) return panicNilMapAssign(gp);
  return withHash(gp, h, key, [&](auto k, auto key, uint64_t hash) { *elem = assign<k()>(gp, *h->layout, h, key, hash); });
}

Outcome mapdelete(G* gp, const Type* t, Hmap* h, const void* key) {
  if (h == nullptr || h->count == 0) return checkHashable(gp, t->key, key);
  return withHash(gp, h, key, [&](auto k, auto key, uint64_t hash) { erase<k()>(gp, *h->layout, h, key, hash); });
}

void mapclear(G* gp, const Type* t, Hmap* h) {
  if (h == nullptr || h->count == 0) return;
  const MapLayout& l = *h->layout;
  if (h->flags & kMapHashWriting) fatal(gp->vm, "concurrent map writes");
  h->flags ^= kMapHashWriting;
  // Iterators that are under way must find their buckets empty.
  auto markEmpty = [&](void* buckets, uint64_t n) {
    for (uint64_t i = 0; i < n; i++) {
      for (Bmap* b = bucketAt(l, buckets, i); b != nullptr; b = overflowOf(l, b)) {
        std::memset(b->tophash, kEmptyRest, sizeof b->tophash);
      }
    }
  };
  markEmpty(h->buckets, bucketShift(h->B));
  if (h->oldbuckets != nullptr) markEmpty(h->oldbuckets, noldbuckets(h));
  h->flags &= static_cast<uint8_t>(~kMapSameSizeGrow);
  writePointer(gp, &h->oldbuckets, nullptr);
  h->nevacuate = 0;
  h->noverflow = 0;
  h->count = 0;
  h->hash0 = fastrand(gp);
  writePointer(gp, reinterpret_cast<void**>(&h->extra), nullptr);
  Buckets a = makeBucketArray(gp, l, h->B);
  writePointer(gp, &h->buckets, a.buckets);
  if (a.nextOverflow != nullptr) {
    writePointer(gp, reinterpret_cast<void**>(&h->extra), newMapextra(gp));
    writePointer(gp, reinterpret_cast<void**>(&h->extra->nextOverflow), a.nextOverflow);
  }
  h->flags &= static_cast<uint8_t>(~kMapHashWriting);
}

// ---- layouts
// -----------------------------------------------------------------------------------------------------

namespace {

bool reflexive(const Type* t) {  // x == x for all values
  switch (t->kind) {
    case Kind::Float32:
    case Kind::Float64:
    case Kind::Complex64:
    case Kind::Complex128:
    case Kind::Interface: return false;
    case Kind::Array: return reflexive(t->elem);
    case Kind::Struct:
      for (const StructField& f : t->fields)
        if (!reflexive(f.type)) return false;
      return true;
    default: return true;
  }
}
bool needKeyUpdate(const Type* t) {  // equal values may differ: +0 and -0, strings in different memory
  switch (t->kind) {
    case Kind::Float32:
    case Kind::Float64:
    case Kind::Complex64:
    case Kind::Complex128:
    case Kind::Interface:
    case Kind::String: return true;
    case Kind::Array: return needKeyUpdate(t->elem);
    case Kind::Struct:
      for (const StructField& f : t->fields)
        if (needKeyUpdate(f.type)) return true;
      return false;
    default: return false;
  }
}
MapKind kindOf(const Type* key) {
  if (key->kind == Kind::String) return MapKind::FastStr;
  if ((key->flags & kTypeMemEqual) && key->size == 8 && key->align == 8) return MapKind::Fast64;
  if ((key->flags & kTypeMemEqual) && key->size == 4 && key->align == 4) return MapKind::Fast32;
  return MapKind::Generic;
}

// Sets the pointer bits of eight cells that start at word `first` of a bucket.
void maskCells(uint8_t* mask, const Type* t, bool indirect, uint64_t offset, uint32_t cellSize) {
  if (!indirect && !t->hasPointers()) return;
  for (int i = 0; i < kBucketCnt; i++) {
    uint64_t word = (offset + static_cast<uint64_t>(i) * cellSize) / 8;
    uint64_t words = indirect ? 1 : t->ptrBytes / 8;
    for (uint64_t w = 0; w < words; w++) {
      bool pointer = indirect || (t->gcMask[w / 8] >> (w % 8) & 1);
      if (pointer) mask[(word + w) / 8] |= static_cast<uint8_t>(1 << ((word + w) % 8));
    }
  }
}

MapLayout* makeLayout(VM* vm, const Type* t) {
  auto* l = new MapLayout{};
  l->vm = vm;
  l->type = t;
  l->key = t->key;
  l->elem = t->elem;
  l->indirectkey = t->key->size > kMaxInlineSize;
  l->indirectelem = t->elem->size > kMaxInlineSize;
  l->keysize = l->indirectkey ? 8 : static_cast<uint32_t>(t->key->size);
  l->elemsize = l->indirectelem ? 8 : static_cast<uint32_t>(t->elem->size);
  l->elemOffset = 8 + 8 * l->keysize;
  l->overflowOffset = l->elemOffset + 8 * l->elemsize;
  l->bucketsize = l->overflowOffset + 8;
  l->kind = kindOf(t->key);
  l->reflexivekey = reflexive(t->key);
  l->needkeyupdate = needKeyUpdate(t->key);
  l->noPointers = !t->key->hasPointers() && !t->elem->hasPointers() && !l->indirectkey && !l->indirectelem;
  auto* b = new Type{};
  b->size = l->bucketsize;
  b->kind = Kind::Struct;
  b->align = b->fieldAlign = 8;
  b->string = t->string;  // these two for who looks at the heap: a struct without fields that has a key
  b->key = t->key;
  if (!l->noPointers) {
    auto* mask = new uint8_t[l->bucketsize / 64 + 1]{};
    maskCells(mask, l->key, l->indirectkey, 8, l->keysize);
    maskCells(mask, l->elem, l->indirectelem, l->elemOffset, l->elemsize);
    uint32_t word = l->overflowOffset / 8;
    mask[word / 8] |= static_cast<uint8_t>(1 << (word % 8));
    b->gcMask = mask;
    b->ptrBytes = l->bucketsize;
  }
  l->bucket = b;
  return l;
}

}  // namespace

const MapLayout* mapLayout(VM* vm, const Type* t) {
  const void* known = __atomic_load_n(&t->mapLayout, __ATOMIC_ACQUIRE);
  if (known != nullptr) return static_cast<const MapLayout*>(known);
  Lang& lang = *vm->lang;
  LockGuard guard(lang.layoutLock);
  if (t->mapLayout == nullptr) {
    MapLayout* l = makeLayout(vm, t);
    lang.mapLayouts.push_back(l);
    // order: release publishes the layout; pairs with the acquire above.
    __atomic_store_n(&const_cast<Type*>(t)->mapLayout, l, __ATOMIC_RELEASE);
  }
  return static_cast<const MapLayout*>(t->mapLayout);
}

// The types that point to the layouts belong to the VM too, and are not used any more.
void freeMapLayouts(Lang& lang) {
  for (const MapLayout* l : lang.mapLayouts) {
    delete[] l->bucket->gcMask;
    delete l->bucket;
    delete l;
  }
  lang.mapLayouts.clear();
}

}  // namespace hood::rt
