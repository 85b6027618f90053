// What the language runtime keeps per VM.
#pragma once

#include <cstdint>
#include <vector>

#include "base/atomic.h"
#include "runtime/core/mutex.h"
#include "runtime/core/vm.h"
#include "runtime/lang/type_table.h"
#include "runtime/sched/g.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"

namespace hood::rt {

struct MapLayout;
struct Itab;

// Open-addressing hash table of itabs. Grown tables replace the old one; readers may still use that, so it
// stays.
struct ItabTable {
  uint64_t mask;
  Atomic<Itab*>* entries;
};

struct Lang {
  TypeTable types;
  // ---- itabs: readers use `itabs` without a lock ----
  Atomic<ItabTable*> itabs{nullptr};
  Mutex itabLock{LockRank::Itab};
  uint64_t itabCount = 0;            // guarded by itabLock
  std::vector<ItabTable*> oldItabs;  // guarded by itabLock
  std::vector<void*> itabMemory;     // guarded by itabLock
  // ---- map layouts ----
  Mutex layoutLock{LockRank::MapLayout};
  std::vector<const MapLayout*> mapLayouts;  // guarded by layoutLock
};

// The next 32 bits of the decision stream.
inline uint32_t fastrand(G* gp) { return gp->m->p->random->next32(); }

// Makes vm->lang and vm->wellKnown, and frees them.
void langInit(VM* vm);
void langFree(VM* vm);
void freeMapLayouts(Lang& lang);

}  // namespace hood::rt
