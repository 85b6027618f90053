// A VM for tests of scheduler and language runtime: goroutines are scripts, lists of C++ steps that may park.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/check.h"
#include "runtime/gc/gc_test_vm.h"
#include "runtime/lang/lang.h"
#include "runtime/lang/string.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stack.h"

namespace hood::rt::test {

// A step works on the window w: slots of the goroutine's own stack, which keep their values between steps.
using Step = std::function<Outcome(G*, Slot* w)>;

struct Script : Closure {
  std::vector<Step> steps;
  std::string panic;  // the text it died with
  bool exited = false;
  explicit Script(std::vector<Step> s) : steps(std::move(s)) { entry = this; }
};

// Goes back to a step while a condition holds.
inline Step loopTo(size_t step, std::function<bool()> condition) {
  return [=](G* gp, Slot*) {
    if (condition()) gp->pc = reinterpret_cast<const void*>(step);
    return Outcome::Done;
  };
}

struct ScriptEngine final : Engine {
  RunEnd run(G* gp) override {
    auto* s = static_cast<Script*>(const_cast<void*>(gp->startpc));
    for (;;) {
      if (gp->wakePanic) {
        gp->wakePanic = false;
        return die(gp, s);
      }
      auto step = reinterpret_cast<size_t>(gp->pc);
      if (step == s->steps.size()) {
        s->exited = true;
        return RunEnd::Exited;
      }
      if (gp->preempt.load() && safepointSlow(gp, gp->fp) == Safepoint::Preempt) return RunEnd::Preempted;
      gp->pc = reinterpret_cast<const void*>(step + 1);
      switch (s->steps[step](gp, gp->fp)) {
        case Outcome::Done: break;
        case Outcome::Park: return RunEnd::Parked;
        case Outcome::Retry: gp->pc = reinterpret_cast<const void*>(step); return RunEnd::Parked;
        case Outcome::Yield: return RunEnd::Yielded;
        case Outcome::Panic: return die(gp, s);
        case Outcome::Exit: gp->goexiting = true; return RunEnd::Exited;
        case Outcome::Call: HOOD_UNREACHABLE("scripts do not call");
      }
    }
  }
  void prepare(G* gp, const Closure*, const Slot*, uint32_t) override {
    gp->fp = gp->stackLo + 1;
    gp->pc = nullptr;
    for (int i = 0; i < 32; i++) gp->fp[i].u = 0;
  }
  void scanStack(G*, PointerVisitor&) override {}
  void scanGlobals(PointerVisitor&) override {}
  void traceback(G* gp, std::string& out) override { out += "script(...)\n"; }
  std::string funcName(const void*) override { return "script"; }
  uint64_t frameSlots(const G*) override { return 40; }

 private:
  // Without package runtime, errors are strings.
  RunEnd die(G* gp, Script* s) {
    s->panic = std::string(view(*static_cast<GoString*>(gp->panicking.data)));
    return RunEnd::Exited;
  }
};

struct ScriptVm {
  VM vm;
  ScriptEngine engine;
  StringWriter err;
  std::vector<std::unique_ptr<Script>> scripts;

  // procs > 0: that many Ps and real threads. Such a VM is not taken down: the test ends the process (parallel_test.cc).
  explicit ScriptVm(Knobs knobs = {}, int procs = 0) {
    vm.knobs = knobs;
    vm.knobs.gomaxprocs = procs > 0 ? procs : 1;
    vm.knobs.gcpercent = -1;
    vm.knobs.det = procs == 0;  // virtual time, one seed
    vm.knobs.detslice = 0;
    if (vm.knobs.seed == 0) vm.knobs.seed = 1;
    vm.engine = &engine;
    vm.err = &err;
    initCore(&vm);
    HOOD_CHECK(mallocinit(&vm));
    schedinit(&vm);
    gcinit(&vm);
    langInit(&vm);
  }
  ~ScriptVm() {
    vm.heap->freeMcache(vm.sched->allp[0]->mcache);
    langFree(&vm);
    gcFree(&vm);
    schedFree(&vm);
    mallocFree(&vm);
  }
  G* g0() { return &vm.sched->m0.g0; }
  P* p0() { return vm.sched->allp[0]; }
  Script* script(std::vector<Step> steps) {
    scripts.push_back(std::make_unique<Script>(std::move(steps)));
    return scripts.back().get();
  }
  // Runs main until it ends; `others` are started first, in order.
  int run(std::vector<Step> mainSteps, std::vector<Script*> others = {}) {
    std::vector<Step> steps;
    steps.push_back([others](G* gp, Slot*) {
      for (Script* s : others) newproc(gp, s, nullptr);
      return Outcome::Done;
    });
    for (Step& s : mainSteps) steps.push_back(std::move(s));
    return rtMain(&vm, script(std::move(steps)));
  }
};

inline GoString goText(const char* s) { return {reinterpret_cast<const uint8_t*>(s), static_cast<int64_t>(strlen(s))}; }

// Types as the loader would make them.
struct Types {
  static constexpr uint8_t kOne[] = {1};
  static constexpr uint8_t kTwo[] = {2};
  static constexpr uint8_t kThree[] = {3};
  static Type make(Kind kind, uint64_t size, uint64_t ptrBytes, const uint8_t* mask, uint8_t flags, const char* name) {
    Type t{};
    t.size = size;
    t.ptrBytes = ptrBytes;
    t.kind = kind;
    t.align = t.fieldAlign = static_cast<uint8_t>(size >= 8 ? 8 : size == 0 ? 1 : size);
    t.flags = static_cast<uint8_t>(flags | kTypeNamed);
    t.gcMask = mask;
    t.string = t.name = goText(name);
    return t;
  }
  static constexpr uint8_t kPlain = kTypeComparable | kTypeMemEqual;
  Type int64 = make(Kind::Int, 8, 0, nullptr, kPlain, "int");
  Type int32 = make(Kind::Int32, 4, 0, nullptr, kPlain, "int32");
  Type int8 = make(Kind::Int8, 1, 0, nullptr, kPlain, "int8");
  Type float64 = make(Kind::Float64, 8, 0, nullptr, kTypeComparable, "float64");
  Type string = make(Kind::String, 16, 8, kOne, kTypeComparable, "string");
  Type any = make(Kind::Interface, 16, 16, kTwo, kTypeComparable, "interface {}");
  Type bytes = make(Kind::Slice, 24, 8, kOne, 0, "[]uint8");
  Type empty = make(Kind::Struct, 0, 0, nullptr, kPlain, "struct {}");
  Type big = make(Kind::Array, 200, 0, nullptr, kPlain, "[25]int");

  Types() {
    any.ptrBytes = 16;
    big.elem = &int64;
    big.len = 25;
    bytes.elem = &int8;
  }
  static Type chanOf(Type* elem) {
    Type t = make(Kind::Chan, 8, 8, kOne, kTypeComparable | kTypeDirectIface, "chan");
    t.elem = elem;
    return t;
  }
  static Type mapOf(Type* key, Type* elem) {
    Type t = make(Kind::Map, 8, 8, kOne, kTypeDirectIface, "map");
    t.key = key;
    t.elem = elem;
    return t;
  }
};

}  // namespace hood::rt::test
