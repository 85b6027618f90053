// Goroutines that are blocked for ever, when the program ends: a deadlock of some that the others did not notice.
// Mirrors:    src/runtime/mgc.go (findGoroutineLeaks of Go 1.26), which does it by extending a collection. Book: 5.3.
// Differs:    a walk of its own through the heap, once, at the end: it leaves the collector alone.
//
// A goroutine that waits for a channel, a lock or a Cond is woken by somebody who can reach that. Nobody can reach it if no
// goroutine that still goes on (runs, sleeps, waits for the outside world) leads to it, nor a timer. Those whom such a one may
// wake go on too, and so forth; the rest is blocked for ever. Who has ended, or calls os.Exit, wakes nobody.
//
// Locks:      none: everybody else is stopped, and stays so.
// Try:        hood run --set blockedatexit=1 testdata/ch06_sched/blocked_at_exit.go
#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/scan_inl.h"
#include "runtime/lang/chan.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

// What can be reached, found by plain means.
class Reach final : public PointerVisitor {
 public:
  explicit Reach(Mheap* h) : heap_(h) {}
  void slot(Slot* s) override { add(s->u); }
  void walk() {
    while (!stack_.empty()) {
      HeapObject obj = stack_.back();
      stack_.pop_back();
      forEachPointerWord(heap_, obj, [&](const uintptr_t* word) { add(*word); });
    }
  }
  // What is not in the heap is a variable of the package, within everybody's reach.
  bool has(const void* p) const {
    HeapObject obj;
    return !heap_->arena.findObject(reinterpret_cast<uintptr_t>(p), obj) || seen_.count(obj.base) != 0;
  }

 private:
  void add(uintptr_t p) {
    HeapObject obj;
    if (heap_->arena.findObject(p, obj) && seen_.insert(obj.base).second) stack_.push_back(obj);
  }

  Mheap* heap_;
  std::unordered_set<uintptr_t> seen_;
  std::vector<HeapObject> stack_;
};

enum class Wait : uint8_t {
  None,     // it goes on by itself, or somebody outside of the program wakes it
  Objects,  // for channels, or for waitAddr
  Never,    // for nothing that could happen
};

Wait waitOf(const G* gp) {
  if (readgstatus(gp) != GStatus::Waiting) return Wait::None;
  auto reason = static_cast<WaitReason>(gp->waitReason);
  switch (reason) {
    case WaitReason::ChanReceiveNilChan:
    case WaitReason::ChanSendNilChan:
    case WaitReason::SelectNoCases: return Wait::Never;
    default: return isObjectWait(reason) ? Wait::Objects : Wait::None;
  }
}

bool mayBeWoken(const G* gp, const Reach& reach) {
  if (gp->waiting == nullptr) return gp->waitAddr == nullptr || reach.has(gp->waitAddr);
  for (const Sudog* sg = gp->waiting; sg != nullptr; sg = sg->waitlink) {
    if (reach.has(sg->c)) return true;
  }
  return false;
}

std::vector<G*> blockedForEver(VM* vm) {
  Reach reach(vm->heap);
  std::vector<G*> blocked;
  bool somebody = false;  // goes on
  auto follow = [&](G* gp) {
    somebody = true;
    if (gp->fp != nullptr && readgstatus(gp) != GStatus::Running) vm->engine->scanStack(gp, reach);
    scanG(gp, reach);
  };
  const G* self = currentM(vm)->curg.loadRelaxed();  // in os.Exit; our own thread's
  forEachG(vm->sched, [&](G* gp) {
    if (gp->system || gp == self) return;
    waitOf(gp) == Wait::None ? follow(gp) : blocked.push_back(gp);
  });
  for (P* pp : vm->sched->allp) somebody = somebody || pp->numTimers.loadRelaxed() != 0;  // all others are at rest
  if (!somebody) return blocked;
  vm->engine->scanGlobals(reach);
  for (const RootTable::Row& row : vm->gc->roots.rows) row.scan(vm, reach);
  for (bool more = true; more;) {
    reach.walk();
    more = false;
    for (G*& gp : blocked) {
      if (waitOf(gp) == Wait::Never || !mayBeWoken(gp, reach)) continue;
      follow(gp);
      gp = nullptr;
      more = true;
    }
    std::erase(blocked, nullptr);
  }
  return blocked;
}

// What a channel is like, for those it does not wake.
std::string describe(const G* gp) {
  std::string out;
  for (const Sudog* sg = gp->waiting; sg != nullptr; sg = sg->waitlink) {
    const GoString& type = sg->c->elemtype->string;
    out += out.empty() ? "on " : ", ";
    out += "chan " + std::string(reinterpret_cast<const char*>(type.ptr), static_cast<size_t>(type.len)) + " with " +
           std::to_string(sg->c->qcount.loadRelaxed()) + "/" + std::to_string(sg->c->dataqsiz);  // nobody uses it
  }
  return out.empty() ? out : "\t" + out + "\n";
}

}  // namespace

void reportBlocked(VM* vm) {
  if (!vm->knobs.blockedatexit || !startDying(vm)) return;
  freezetheworld(vm);
  // Those that stand at the same place for the same reason are told once.
  std::vector<std::string> order;
  std::map<std::string, std::vector<uint64_t>> alike;
  size_t total = 0;
  for (G* gp : blockedForEver(vm)) {
    std::string header, trace = describe(gp);
    goroutineheader(gp, header);
    vm->engine->traceback(gp, trace);
    std::string key = header.substr(header.find('[')) + trace;
    auto& ids = alike[key];
    if (ids.empty()) order.push_back(key);
    ids.push_back(gp->goid);
    total++;
  }
  if (total == 0) return;
  constexpr size_t kShown = 10;
  std::string out = "hood: blocked for ever: " + std::to_string(total) + (total == 1 ? " goroutine\n" : " goroutines\n");
  for (const std::string& key : order) {
    const std::vector<uint64_t>& ids = alike[key];
    out += ids.size() == 1 ? "\ngoroutine " : "\ngoroutines ";
    for (size_t i = 0; i < ids.size() && i < kShown; i++) out += (i == 0 ? "" : ", ") + std::to_string(ids[i]);
    if (ids.size() > kShown) out += " and " + std::to_string(ids.size() - kShown) + " more";
    out += " " + key;
  }
  vm->err->write(out);
}

}  // namespace hood::rt
