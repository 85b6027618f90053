// Natives of the profiles of memory and of time, and of the trace of initialisers.
// Mirrors:    src/runtime/mprof.go (MemProfile), proc.go (doInit). Book: 4.7, 2.2.
// Differs:    the numbers are kept by runtime/gc/mprof.h and runtime/sched/profile.h.

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"
#include "stdlib/native/go_pc.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

using rt::MemBucket;
using rt::VM;

namespace {

constexpr size_t kRecordStack = 32;

// stdlib/src/runtime/mprof.go, field by field.
struct GoMemProfileRecord {
  int64_t allocBytes, freeBytes, allocObjects, freeObjects;
  uintptr_t stack[kRecordStack];
};

struct GoBlockProfileRecord {
  int64_t count, cycles;
  uintptr_t stack[kRecordStack];
};

void fillStack(VM* vm, const std::vector<const void*>& pcs, uintptr_t* stack) {
  size_t n = 0;
  for (const void* pc : pcs) {
    for (const rt::CallSite& s : vm->engine->sitesAt(pc)) {
      if (n < kRecordStack) stack[n++] = goPc(s);
    }
  }
}

void fill(VM* vm, const MemBucket& b, uint64_t allocs, GoMemProfileRecord* out) {
  *out = {};
  out->allocObjects = static_cast<int64_t>(allocs);
  out->freeObjects = static_cast<int64_t>(b.frees);
  out->allocBytes = static_cast<int64_t>(allocs * b.size);
  out->freeBytes = static_cast<int64_t>(b.frees * b.size);
  fillStack(vm, b.pcs, out->stack);
}

// Profiles of time have a number in stdlib/src/runtime/mprof.go.
rt::StackProfile* timeProfile(G* gp, int64_t which) {
  rt::TimeProfiles& p = gp->vm->sched->profiles;
  return which == 0 ? &p.cpu : which == 1 ? &p.block : &p.mutex;
}

}  // namespace

// func memProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool)
Outcome runtimeMemProfile(G* gp, Slot* w) {
  Params p(w, 2);
  auto records = p.slice<GoMemProfileRecord>();
  bool inuseZero = p.boolean();
  VM* vm = gp->vm;
  rt::MemProfile& profile = vm->gc->profile;
  rt::LockGuard guard(profile.lock());
  // Before the first cycle there is nothing but what is recent: better than nothing.
  uint32_t cycles = vm->gc->cycles.loadRelaxed();  // changes in a stopped world
  auto allocsOf = [&](const MemBucket& b) { return cycles == 0 ? b.allocs : b.allocsBefore(cycles); };
  auto wanted = [&](const MemBucket& b) { return allocsOf(b) != 0 && (inuseZero || allocsOf(b) != b.frees); };
  size_t n = 0;
  for (const MemBucket& b : profile.buckets()) n += wanted(b);
  w[0].u = n;
  w[1].u = n <= records.size();
  if (n > records.size()) return Outcome::Done;
  n = 0;
  for (const MemBucket& b : profile.buckets()) {
    if (wanted(b)) fill(vm, b, allocsOf(b), &records[n++]);
  }
  return Outcome::Done;
}

// func timeProfile(which int, p []BlockProfileRecord) (n int, ok bool)
Outcome runtimeTimeProfile(G* gp, Slot* w) {
  Params p(w, 2);
  rt::StackProfile* profile = timeProfile(gp, p.integer());
  auto records = p.slice<GoBlockProfileRecord>();
  rt::LockGuard guard(profile->lock());
  w[0].u = profile->buckets().size();
  w[1].u = w[0].u <= records.size();
  if (w[0].u > records.size()) return Outcome::Done;
  size_t n = 0;
  for (const rt::StackProfile::Bucket& b : profile->buckets()) {
    GoBlockProfileRecord& r = records[n++] = {};
    r.count = b.count;
    r.cycles = b.amount;
    fillStack(gp->vm, b.pcs, r.stack);
  }
  return Outcome::Done;
}

// func setProfileRate(which int, rate int) (old int)
Outcome runtimeSetProfileRate(G* gp, Slot* w) {
  Params p(w, 1);
  rt::TimeProfiles& all = gp->vm->sched->profiles;
  int64_t which = p.integer();
  auto& rate = which == 0 ? all.cpuRate : which == 1 ? all.blockRate : all.mutexRate;
  w[0].i = rate.loadRelaxed();  // events look at it without a lock, and may be a little late
  if (int64_t wanted = p.integer(); wanted >= 0) rate.storeRelaxed(wanted);
  return Outcome::Done;
}

// func cpuStart(hz int) int
Outcome pprofCpuStart(G* gp, Slot* w) { return returnInt(w, rt::startCpuProfile(gp->vm->sched, w[1].i)); }

// func cpuStop() (lost int)
Outcome pprofCpuStop(G* gp, Slot* w) {
  rt::stopCpuProfile(gp->vm->sched);
  w[0].i = gp->vm->sched->profiles.lostTicks.loadRelaxed();  // no more come
  return Outcome::Done;
}

// ---- inittrace=1 -------------------------------------------------------------------------------------------------

namespace {

// Three digits that matter, as Go prints times here.
std::string milliseconds(int64_t ns) {
  double ms = static_cast<double>(ns) / 1e6;
  if (ns == 0) return "0";
  if (ms >= 10) return fmt::format("{:.0f}", ms);
  if (ms >= 1) return fmt::format("{:.1f}", ms);
  return fmt::format("{:.2g}", std::max(ms, 0.001));
}

}  // namespace

// func initTrace(pkg string): called by runtime.main before the initialisers of each package, and with "" after the last
Outcome runtimeInitTrace(G* gp, Slot* w) {
  VM* vm = gp->vm;
  if (!vm->knobs.inittrace) return Outcome::Done;
  rt::InitTrace& t = vm->gc->initTrace;
  rt::MemProfile::Totals now = vm->gc->profile.totals();
  int64_t time = vm->clock.nanotime();
  if (!t.pkg.empty()) {
    vm->err->write(fmt::format("init {} @{} ms, {} ms clock, {} bytes, {} allocs\n", t.pkg,
                               milliseconds(t.start - vm->startNs), milliseconds(time - t.start), now.bytes - t.before.bytes,
                               now.objects - t.before.objects));
  }
  t.pkg = std::string(Params(w, 0).string());
  t.before = now;
  t.start = vm->clock.nanotime();
  return Outcome::Done;
}

}  // namespace hood::stdlib
