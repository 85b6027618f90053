// Fuzzer of the verifier: changes compiled modules at random. The verifier must take any module without crashing; what it
// accepts must survive loading. (It proves control, frames, relocations and maps, not what is in a slot, so an
// accepted module is loaded and not run: bytecode/verifier.h. One that does not fit the images it refers to is refused by
// the linker, which ends the process: one line and status 70.)
//   hood_fuzz_bytecode [--seconds N] [--count N] [--seed N] [--from N] [--no-load] FILE.go…
// Modules are changed in child processes. A failure prints its number: `--from <number> --count 1` with the same seed and
// files repeats it.
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "bytecode/verifier.h"
#include "compiler/compile.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/sched.h"
#include "stdlib/images.h"
#include "stdlib/native/natives.h"
#include "vm/engine.h"
#include "vm/loader.h"

namespace {

using namespace hood;
using bytecode::FuncDef;
using bytecode::GlobalDef;
using bytecode::Module;
using bytecode::TypeDef;

constexpr uint64_t kBatch = 2000;
constexpr time_t kSecondsEach = 10;
constexpr int kLoadEvery = 16;  // of the accepted modules; loading takes longer than all the rest

struct Options {
  double seconds = 60;
  uint64_t count = ~uint64_t{0}, seed = 1, from = 0;
  bool load = true;
  std::vector<std::string> files;
};

struct Shared {
  std::atomic<uint64_t> next, done, accepted, loaded, unfit, failed;
  std::atomic<uint64_t> at;  // what the child is busy with
};

uint64_t currentNumber = 0;

void onSignal(int sig) {
  std::fprintf(stderr, "number %llu: %s\n", static_cast<unsigned long long>(currentNumber),
               sig == SIGPROF ? "hangs" : strsignal(sig));
  _exit(1);
}

// Changes that keep a module plain data, and make it wrong in every field.
class Mutator {
 public:
  Mutator(Module& m, uint64_t number) : m_(m), random_(number) {}

  void run() {
    for (size_t n = 1 + below(3); n > 0; n--) {
      size_t what = below(10);
      if (what < 7 && !m_.funcs.empty())
        func(m_.funcs[below(m_.funcs.size())]);
      else if (what == 7 && !m_.types.empty())
        type(m_.types[below(m_.types.size())]);
      else if (what == 8 && !m_.globals.empty())
        global(m_.globals[below(m_.globals.size())]);
      else
        number(m_.entry);
    }
  }

 private:
  size_t below(size_t n) { return n == 0 ? 0 : std::uniform_int_distribution<size_t>(0, n - 1)(random_); }

  template <class T>
  void number(T& v) {
    static constexpr uint64_t kEdges[] = {0,
                                          1,
                                          2,
                                          7,
                                          8,
                                          63,
                                          64,
                                          255,
                                          256,
                                          0x7fff,
                                          0x8000,
                                          0xffff,
                                          0x10000,
                                          0x7fffffff,
                                          0xffffffff,
                                          0x7fffffffffffffff,
                                          0x8000000000000000,
                                          ~uint64_t{0}};
    uint64_t x = static_cast<uint64_t>(v);
    switch (below(4)) {
      case 0: x = kEdges[below(std::size(kEdges))]; break;
      case 1: x ^= uint64_t{1} << below(8 * sizeof(T)); break;
      case 2: x += 1 + below(3); break;
      default: x -= 1 + below(3);
    }
    v = static_cast<T>(x);
  }
  template <class T>
  void shape(std::vector<T>& v) {  // cut, repeat, or swap
    if (v.empty()) return;
    size_t a = below(v.size()), b = below(v.size());
    switch (below(3)) {
      case 0: v.erase(v.begin() + static_cast<std::ptrdiff_t>(a)); break;
      case 1: v.insert(v.begin() + static_cast<std::ptrdiff_t>(a), T(v[b])); break;
      default: std::swap(v[a], v[b]);
    }
  }
  template <class T>
  T* one(std::vector<T>& v) {
    return v.empty() ? nullptr : &v[below(v.size())];
  }

  void word(uint64_t& w) {
    uint64_t field = (w >> (16 * below(4))) & 0xffff;
    uint16_t f = static_cast<uint16_t>(field);
    number(f);
    unsigned shift = static_cast<unsigned>(16 * below(4));
    w = (w & ~(uint64_t{0xffff} << shift)) | (uint64_t{f} << shift);
  }

  void reloc(bytecode::Reloc& r) {
    switch (below(5)) {
      case 0: number(r.at); break;
      case 1: number(r.index); break;
      case 2: number(r.index2); break;
      case 3: number(r.addend); break;
      default: r.kind = static_cast<bytecode::RelocKind>(below(9));
    }
  }

  void func(FuncDef& f) {
    switch (below(16)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        if (uint64_t* w = one(f.code)) word(*w);
        break;
      case 5: shape(f.code); break;
      case 6:
        if (auto* r = one(f.relocs)) reloc(*r);
        break;
      case 7: shape(f.relocs); break;
      case 8:
        if (auto* p = one(f.maps)) below(2) ? number(p->pc) : below(2) ? number(p->mask) : number(p->bytes);
        break;
      case 9: shape(f.maps); break;
      case 10:
        if (uint8_t* b = one(f.maskBytes)) number(*b);
        break;
      case 11:
        if (auto* l = one(f.lines)) below(2) ? number(l->pc) : below(2) ? number(l->file) : number(l->inl);
        break;
      case 12:
        if (auto* i = one(f.inlines)) below(2) ? number(i->parent) : number(i->callFile);
        break;
      case 13: number(f.frameSlots); break;
      case 14: below(2) ? number(f.resultSlots) : number(f.paramSlots); break;
      default:
        switch (below(4)) {
          case 0: number(f.recoverPc); break;
          case 1: f.closure = !f.closure; break;
          case 2: number(f.file); break;
          default: f.native = !f.native;
        }
    }
  }

  void type(TypeDef& t) {
    switch (below(12)) {
      case 0: number(t.kind); break;
      case 1: number(t.align); break;
      case 2: number(t.size); break;
      case 3: number(t.ptrBytes); break;
      case 4: number(t.len); break;
      case 5: number(t.elem); break;
      case 6: number(t.mapKey); break;
      case 7: shape(t.gcMask); break;
      case 8:
        if (auto* f = one(t.fields)) below(2) ? number(f->type) : number(f->offset);
        break;
      case 9:
        if (auto* m = one(t.methods)) below(2) ? number(m->type) : number(m->func);
        break;
      case 10: shape(t.methods); break;
      default: shape(below(2) ? t.in : t.out);
    }
  }

  void global(GlobalDef& g) {
    switch (below(5)) {
      case 0: number(g.size); break;
      case 1: number(g.type); break;
      case 2: shape(g.data); break;
      case 3:
        if (auto* r = one(g.relocs)) reloc(*r);
        break;
      default: shape(g.relocs);
    }
  }

  Module& m_;
  std::mt19937_64 random_;
};

// A program as the compiler hands it on: its own module, which is changed, and the images of the packages it imports.
struct Program {
  compiler::Compilation c;
  std::vector<vm::PackageImage> images;
};

std::unique_ptr<Program> compiled(const std::string& file) {
  static const std::vector<compiler::PackageBytes> standard = [] {
    std::vector<compiler::PackageBytes> l;
    for (const stdlib::EmbeddedImage& i : stdlib::images()) l.push_back({i.path, i.text(), false, true});
    return l;
  }();
  auto p = std::make_unique<Program>();
  compiler::CompileOptions o;
  o.load.args = {file};
  o.standard = standard;
  if (!compiler::compile(o, p->c)) return nullptr;
  for (const compiler::PackageBytes& i : p->c.images) p->images.push_back({i.path, i.bytes, i.user});
  return p;
}

void load(const Program& p, const Module& m) {
  auto* machine = new rt::VM;  // the child ends soon
  auto* engine = new vm::Engine;
  machine->engine = engine;
  rt::initCore(machine);
  if (!rt::mallocinit(machine)) return;
  rt::langInit(machine);
  rt::gcinit(machine);
  rt::schedinit(machine);
  vm::NativeTable natives;
  natives.add(stdlib::natives());
  natives.add(vm::vmNatives());
  (void)vm::load(*engine, machine, {std::make_unique<Module>(m), p.images}, natives);
}

// Loading a module takes address space for good, so a child ends after a few.
[[noreturn]] void child(const Options& o, const std::vector<std::unique_ptr<Program>>& seeds, Shared& shared, uint64_t first,
                        uint64_t end) {
  rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  setenv("HOOD_ABORT", "1", 1);  // internal errors end in a signal, too (checked builds)
  for (int sig : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGPROF}) std::signal(sig, onSignal);
  for (uint64_t k = first; k < end; k++) {
    currentNumber = o.from + k;
    shared.at.store(k);
    itimerval limit{{0, 0}, {kSecondsEach, 0}};
    setitimer(ITIMER_PROF, &limit, nullptr);
    std::mt19937_64 pick(o.seed * 0x9e3779b97f4a7c15 + currentNumber);
    const Program& program = *seeds[pick() % seeds.size()];
    Module m = *program.c.module;
    Mutator(m, pick()).run();
    if (!bytecode::verify(m)) {
      shared.accepted.fetch_add(1, std::memory_order_relaxed);
      if (o.load && pick() % kLoadEvery == 0) {
        shared.loaded.fetch_add(1, std::memory_order_relaxed);
        load(program, m);
      }
    }
    shared.done.fetch_add(1, std::memory_order_relaxed);
  }
  std::_Exit(0);
}

// Runs [first, end) in children. What they say goes to `text`: a module that the linker refuses is no failure.
void runBatch(const Options& o, const std::vector<std::unique_ptr<Program>>& seeds, Shared& shared, int text, uint64_t first,
              uint64_t end) {
  while (first < end) {
    if (ftruncate(text, 0) != 0) return;
    pid_t pid = fork();
    if (pid == 0) {
      dup2(text, 2);
      lseek(2, 0, SEEK_SET);
      child(o, seeds, shared, first, end);
    }
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) < 0) return;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    char said[4096];
    ssize_t n = pread(text, said, sizeof said - 1, 0);
    said[n > 0 ? n : 0] = 0;
    bool refused = WIFEXITED(status) && WEXITSTATUS(status) == 70 && std::strncmp(said, "hood: package ", 14) == 0;
    (refused ? shared.unfit : shared.failed).fetch_add(1);
    shared.done.fetch_add(1);
    if (!refused)
      std::fprintf(stderr, "number %llu: %s\n", static_cast<unsigned long long>(o.from + shared.at.load()), said);
    first = shared.at.load() + 1;
  }
}

Options parseArgs(int argc, char** argv) {
  Options o;
  for (int i = 1; i < argc; i++) {
    auto is = [&](const char* name) { return std::strcmp(argv[i], name) == 0 && i + 1 < argc; };
    if (is("--seconds"))
      o.seconds = std::atof(argv[++i]);
    else if (is("--count"))
      o.count = std::strtoull(argv[++i], nullptr, 10);
    else if (is("--seed"))
      o.seed = std::strtoull(argv[++i], nullptr, 10);
    else if (is("--from"))
      o.from = std::strtoull(argv[++i], nullptr, 10);
    else if (std::strcmp(argv[i], "--no-load") == 0)
      o.load = false;
    else
      o.files.push_back(argv[i]);
  }
  return o;
}

}  // namespace

int main(int argc, char** argv) {
  Options o = parseArgs(argc, argv);
  std::vector<std::unique_ptr<Program>> seeds;
  for (const std::string& f : o.files)
    if (auto m = compiled(f)) seeds.push_back(std::move(m));
  if (seeds.empty()) {
    std::fprintf(stderr, "usage: hood_fuzz_bytecode [--seconds N] [--count N] [--seed N] [--from N] [--no-load] FILE.go…\n");
    return 2;
  }
  void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Shared& shared = *new (memory) Shared{};
  auto start = std::chrono::steady_clock::now();
  auto elapsed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
  int text = memfd_create("stderr", 0);
  while (shared.next.load() < o.count && elapsed() < o.seconds) {
    uint64_t first = shared.next.fetch_add(kBatch);
    runBatch(o, seeds, shared, text, first, std::min(first + kBatch, o.count));
  }
  auto n = [](const std::atomic<uint64_t>& a) { return static_cast<unsigned long long>(a.load()); };
  std::printf(
      "%llu modules in %.0f s: the verifier accepted %llu, %llu of them were loaded (%llu did not fit); %llu failures\n",
      n(shared.done), elapsed(), n(shared.accepted), n(shared.loaded), n(shared.unfit), n(shared.failed));
  return shared.failed.load() == 0 ? 0 : 1;
}
