// gctrace=1: Go's line about each cycle; gctrace=2: where its pauses went.
// Mirrors:    src/runtime/mgc.go (gcMarkTermination, the part that prints). Book: 8.9.
// Differs:    none.
// Try:        hood run --set gctrace=1 testdata/ch08_gc/churn.go

#include <dirent.h>
#include <fmt/format.h>

#include <cstdio>

#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"

namespace hood::rt {
namespace {

double ms(int64_t ns) { return static_cast<double>(ns) / 1e6; }
int64_t mb(int64_t bytes) { return bytes >> 20; }

std::string text(const char* name, const GcPause& p, int64_t begin, int64_t end) {
  return fmt::format("{} {:.3f} ms to stop, {:.3f} ms stopped, {:.3f} ms without a CPU", name, ms(p.stopped - begin),
                     ms(end - p.stopped), ms(p.waited));
}

// The second number of a thread's schedstat.
int64_t waitOf(const char* task) {
  std::string path = fmt::format("/proc/self/task/{}/schedstat", task);
  FILE* f = std::fopen(path.c_str(), "re");
  if (f == nullptr) return 0;  // it has just ended
  long long ran, waited;
  int n = std::fscanf(f, "%lld %lld", &ran, &waited);
  std::fclose(f);
  return n == 2 ? waited : 0;
}

}  // namespace

int64_t cpuWaitNanotime() {
  DIR* dir = opendir("/proc/self/task");
  if (dir == nullptr) return -1;
  int64_t sum = 0;
  while (const dirent* task = readdir(dir)) {
    if (task->d_name[0] != '.') sum += waitOf(task->d_name);
  }
  closedir(dir);
  return sum;
}

// Phases by clock (sweep termination, mark, mark termination) and by CPU (mark: assists, background workers, idle ones), the
// heap when the cycle began, when marking was over and alive, the goal, stacks, globals, Ps.
std::string gcTraceLine(VM* vm) {
  const Gc* gc = vm->gc;
  const GcCycle& c = gc->cycle;
  const GcController& pace = gc->controller;
  int64_t sinceStart = vm->clock.nanotime() - vm->startNs;
  int32_t procs = vm->sched->gomaxprocs.loadRelaxed();  // changes in a stopped world
  int64_t percent = sinceStart > 0 ? gc->cpuNs * 100 / sinceStart / procs : 0;
  int64_t term = c.markStart - c.start, mark = c.markEnd - c.markStart, end = c.end - c.markEnd;
  bool stw = static_cast<CollectorPolicy>(vm->knobs.collector) != CollectorPolicy::Concurrent;
  int64_t background = stw ? mark : pace.dedicatedMarkTime.loadRelaxed() + pace.fractionalMarkTime.loadRelaxed();
  return fmt::format(
      "gc {} @{:.3f}s {}%: {:.3f}+{:.3f}+{:.3f} ms clock, {:.3f}+{:.3f}/{:.3f}/{:.3f}+{:.3f} ms cpu, {}->{}->{} MB, {} MB "
      "goal, {} MB stacks, {} MB globals, {} P{}\n",
      gc->cycles.loadRelaxed(), static_cast<double>(sinceStart) / 1e9, percent, ms(term), ms(mark), ms(end),
      ms(term * procs), ms(pace.assistTime.loadRelaxed()), ms(background), ms(pace.idleMarkTime.loadRelaxed()),
      ms(end * procs), mb(c.heapBefore), mb(c.heapAtEnd), mb(c.heapMarked), mb(c.goal), mb(c.stackBytes),
      mb(pace.globalsScan), procs, c.trigger == GcTrigger::Forced ? " (forced)" : "");
}

// The last number is the time that threads which ran in the pause had waited for a CPU, also before: a pause that is no longer
// than that was long because the machine had other things to do.
std::string gcPauseLine(VM* vm) {
  const GcCycle& c = vm->gc->cycle;
  if (vm->knobs.gctrace < 2 || static_cast<CollectorPolicy>(vm->knobs.collector) != CollectorPolicy::Concurrent) return "";
  return fmt::format("gc {} pauses: {}; {}\n", vm->gc->cycles.loadRelaxed(),
                     text("start", c.startPause, c.start, c.markStart), text("end", c.endPause, c.markEnd, c.end));
}

}  // namespace hood::rt
