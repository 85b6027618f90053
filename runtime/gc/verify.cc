// Checks of a finished mark phase.
// Mirrors:    src/runtime/mcheckmark.go. Book: 8.8.
// Differs:    see verify.h.

#include "runtime/gc/verify.h"

#include <fmt/format.h>

#include <unordered_set>
#include <vector>

#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/core/engine.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/roots.h"
#include "runtime/gc/scan_inl.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

bool isMarked(const ArenaMap& a, const HeapObject& obj) { return testBit(a.markBits(obj.firstPage), obj.index); }

std::string describe(Mheap* h, const HeapObject& obj) {
  std::string text = fmt::format("object {:#x} ({} bytes", obj.base, h->arena.spanAt(obj.firstPage)->elemsize);
  if (h->arena.spanAt(obj.firstPage)->elemsize > kMaxBitmapSize && !isNoscan(obj.spanclass)) {
    const Type* t = h->arena.objectType(obj.base);
    if (t != nullptr && t->string.len > 0) {
      text += fmt::format(
          ", {}", std::string_view(reinterpret_cast<const char*>(t->string.ptr), static_cast<size_t>(t->string.len)));
    }
  }
  return text + ")";
}

// Why p is no good pointer, or nullptr.
const char* faultOf(Mheap* h, uintptr_t p, bool wantMark) {
  const ArenaMap& a = h->arena;
  if (!a.contains(p)) return nullptr;
  size_t page = a.pageIndex(p);
  if (page >= h->grownPages || a.page(page).state == SpanState::Free) return "a free page";
  HeapObject obj;
  if (!a.findObject(p, obj)) return "the unused end of a span";
  if (!h->arena.spanAt(obj.firstPage)->isAllocated(obj.index)) return "a free object";
  if (wantMark && !isMarked(a, obj)) return "an unmarked object";
  return nullptr;
}

// "main.f (main.go:12), pc 0x…": where the store was made. Its pc is behind the instruction's first word.
std::string placeOf(VM* vm, const BarrierLog::Entry& e) {
  auto pc = (reinterpret_cast<uintptr_t>(e.pc) & ~uintptr_t{7}) - 8;
  std::vector<CallSite> sites = vm->engine->sitesAt(reinterpret_cast<const void*>(pc));
  if (sites.empty()) return fmt::format("pc {:#x}", pc);
  return fmt::format("{} ({}:{}), pc {:#x}", sites[0].function, sites[0].file, sites[0].line, pc);
}

// The stores that hid the object at `value` from the collector, if the barrier was off on purpose.
std::string explain(VM* vm, uintptr_t word, uintptr_t value) {
  std::string text;
  const BarrierLog& log = vm->gc->log;
  auto* p = reinterpret_cast<const void*>(value);
  if (auto* e = log.findStored(reinterpret_cast<const void*>(word), p)) {
    text +=
        fmt::format("\n  goroutine {} stored the pointer there while the collector marked, in {}", e->goid, placeOf(vm, *e));
  }
  if (auto* e = log.findOverwritten(p)) {
    text += fmt::format("\n  goroutine {} overwrote another pointer to it, at {:#x}, in {}", e->goid,
                        reinterpret_cast<uintptr_t>(e->slot), placeOf(vm, *e));
  }
  if (!text.empty()) text += "\n  no write barrier told the collector (knob barrier=none): it would have freed the object";
  return text;
}

[[noreturn]] void report(VM* vm, const std::string& where, uintptr_t word, uintptr_t value, const char* fault) {
  std::string text =
      fmt::format("heap verifier: {}: word {:#x} holds {:#x}, {}{}", where, word, value, fault, explain(vm, word, value));
  throwFatal(text.c_str());
}

// Roots, with the words that say where a bad one is.
class RootChecker final : public PointerVisitor, public RootListener {
 public:
  explicit RootChecker(VM* vm) : vm_(vm), heap_(vm->heap) {}
  void where(const char* name, uint64_t id) override { name_ = name, id_ = id; }
  void slot(Slot* s) override {
    const char* fault = faultOf(heap_, s->u, true);
    if (fault != nullptr) report(vm_, place(s), reinterpret_cast<uintptr_t>(s), s->u, fault);
  }

 private:
  std::string place(const Slot* s) {
    std::string where = id_ != 0 ? fmt::format("{} {}", name_, id_) : std::string(name_);
    std::string global = vm_->engine->globalName(s);
    if (!global.empty()) return where + ", " + global;
    forEachG(vm_->sched, [&](G* gp) {
      if (s >= gp->stackLo && s < gp->stackHi) where += ", " + vm_->engine->describeSlot(gp, s);
    });
    return where;
  }

  VM* vm_;
  Mheap* heap_;
  const char* name_ = "";
  uint64_t id_ = 0;
};

// Slots that no pointer map mentions. One that holds the address of an object that is about to be freed, and that the code ahead
// uses as an address, shows that the map is wrong.
class MapChecker final : public StackAudit {
 public:
  MapChecker(Mheap* h, const G* gp) : heap_(h), gp_(gp) {}
  bool suspicious(const Slot* s) override { return faultOf(heap_, s->u, true) != nullptr; }
  void missed(const Slot* s, const std::string& where, const std::string& use) override {
    std::string text = fmt::format(
        "heap verifier: goroutine {}: {}: the pointer map leaves it out, but it holds {:#x}, {}, and is used at {}",
        gp_->goid, where, s->u, faultOf(heap_, s->u, true), use);
    throwFatal(text.c_str());
  }

 private:
  Mheap* heap_;
  const G* gp_;
};

void verifySpan(Mheap* h, Mspan* s) {
  uint32_t firstPage = static_cast<uint32_t>(h->arena.pageIndex(s->base));
  HOOD_CHECK(s->sweepgen.loadRelaxed() == h->sweepgen);  // the world is stopped
  HOOD_CHECK(s->allocBits == h->arena.allocBits(firstPage));
  uint32_t allocated = 0;
  const uint64_t* marks = h->arena.markBits(firstPage);
  for (uint32_t i = 0; i < s->nelems; i++) {
    if (!s->isAllocated(i)) continue;
    allocated++;
    if (!testBit(marks, i)) continue;
    HeapObject obj{s->base + i * s->elemsize, firstPage, i, s->spanclass};
    forEachPointerWord(h, obj, [&](const uintptr_t* word) {
      const char* fault = faultOf(h, *word, true);
      if (fault != nullptr) report(h->vm, describe(h, obj), reinterpret_cast<uintptr_t>(word), *word, fault);
    });
  }
  HOOD_CHECK(allocated == s->allocCount);
}

}  // namespace

void verifyHeap(VM* vm) {
  RootChecker checker(vm);
  visitRoots(vm, checker, &checker);
  forEachG(vm->sched, [&](G* gp) {
    MapChecker maps(vm->heap, gp);
    if (gp->fp != nullptr) vm->engine->auditStack(gp, maps);
  });
  vm->heap->forEachSpan([&](Mspan* s) { verifySpan(vm->heap, s); });
}

// ---- checkmark ---------------------------------------------------------------------------------------------------

namespace {

class SecondMarker final : public PointerVisitor {
 public:
  explicit SecondMarker(Mheap* h) : heap_(h) {}
  void slot(Slot* s) override { visit(s->u); }
  void run() {
    while (!stack_.empty()) {
      HeapObject obj = stack_.back();
      stack_.pop_back();
      forEachPointerWord(heap_, obj, [&](const uintptr_t* word) { visit(*word); });
    }
  }

 private:
  void visit(uintptr_t p) {
    HeapObject obj;
    if (!heap_->arena.findObject(p, obj) || !seen_.insert(obj.base).second) return;
    if (!isMarked(heap_->arena, obj)) {
      report(heap_->vm, "checkmark: " + describe(heap_, obj), obj.base, p, "reached but not marked");
    }
    stack_.push_back(obj);
  }

  Mheap* heap_;
  std::unordered_set<uintptr_t> seen_;
  std::vector<HeapObject> stack_;
};

}  // namespace

void checkMarks(VM* vm) {
  SecondMarker m(vm->heap);
  visitRoots(vm, m, nullptr);
  m.run();
}

}  // namespace hood::rt
