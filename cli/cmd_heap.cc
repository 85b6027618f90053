// hood heap: runs a program and shows its heap at the end, or when it was largest.
#include <csignal>
#include <cstdio>
#include <fstream>

#include "cli/cli.h"
#include "cli/heap_report.h"
#include "cli/program.h"
#include "cli/report.h"
#include "runtime/alloc/size_classes.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"

namespace hood::cli {

namespace {

// What the hooks of the one VM of this process work with: they have no argument of ours.
struct HeapWatch {
  HeapQuery query;
  std::string htmlFile, program;
  bool peak = false;
  HeapReport largest;
  int64_t largestMarked = 0;
};
HeapWatch* watch = nullptr;

void print(const HeapReport& r) {
  std::fflush(stdout);
  std::string text = heapText(r, watch->query);
  std::fwrite(text.data(), 1, text.size(), stderr);
  if (watch->htmlFile.empty()) return;
  std::ofstream out(watch->htmlFile);
  out << heapPage(r, watch->program);
  out.close();
  if (!out) std::fprintf(stderr, "hood: %s: cannot be written\n", watch->htmlFile.c_str());
}

// With --peak: after each mark phase that found clearly more than any before.
void afterMark(rt::VM* vm, int64_t marked) {
  if (marked < watch->largestMarked + watch->largestMarked / 16) return;
  watch->largestMarked = marked;
  watch->largest = gatherHeap(vm, watch->query);
  watch->largest.moment = "at its largest, in collection " + std::to_string(vm->gc->cycles.loadRelaxed() + 1);
}

void atExit(rt::VM* vm) {
  if (watch->peak && watch->largestMarked > 0) return print(watch->largest);
  rt::freezetheworld(vm);
  HeapReport r = gatherHeap(vm, watch->query);
  r.moment = watch->peak ? "at exit (there was no collection)" : "at exit";
  print(r);
}

// What an object of each class costs: the bytes behind the last object of a span, and the most that is wasted in all, when objects
// are as small as the class allows.
void printClasses() {
  std::puts("class  bytes/object  bytes/span  objects  tail waste  max waste");
  for (int c = 1; c < rt::kNumSizeClasses; c++) {
    uint64_t size = rt::kSizeClasses[c].size, span = rt::kSizeClasses[c].pages * rt::kPageSize;
    uint64_t objects = span / size, tail = span - objects * size, smallest = rt::kSizeClasses[c - 1].size + 1;
    double waste = static_cast<double>((size - smallest) * objects + tail) / static_cast<double>(span);
    std::printf("%5d %13llu %11llu %8llu %11llu %9.2f%%\n", c, static_cast<unsigned long long>(size),
                static_cast<unsigned long long>(span), static_cast<unsigned long long>(objects),
                static_cast<unsigned long long>(tail), waste * 100);
  }
}

// Interrupting the program is asking for the report: it ends as SIGQUIT ends it.
void onInterrupt(int) { std::raise(SIGQUIT); }

}  // namespace

void addHeap(CommandLine& line) {
  struct Flags {
    ProgramOptions program;
    HeapWatch watch;
    std::vector<std::string> words;
    bool classes = false;
  };
  auto flags = std::make_shared<Flags>();
  Command cmd = line.add("heap", "run a program and show its heap: spans, live types, lines, what keeps what");
  cmd.footer(
      "The report goes to standard error when the program ends, however it does; SIGINT and SIGQUIT end it.\n"
      "--why TYPE (as main.node), --why FILE:LINE (where it was made) or --why 0xADDRESS prints the ways from a root.");
  cmd.flag("--peak", &flags->watch.peak, "the heap as the collection saw it that found most alive");
  cmd.option("--why", &flags->watch.query.why, "why are these objects alive?");
  cmd.flag("--classes", &flags->classes, "print the table of size classes, and what they waste");
  cmd.option("--html", &flags->watch.htmlFile, "write a page with pictures to this file");
  cmd.option("--top", &flags->watch.query.most, "rows of each table (default 10)");
  cmd.list("--set", &flags->program.settings, "set a runtime knob, name=value (see hood knobs)");
  addPassFlag(&cmd, &flags->program);
  addBuildFlags(&cmd, &flags->program.build);
  addColorOption(&cmd, &flags->program.color);
  cmd.program("FILES", &flags->words, "FILE.go…, a folder, or - for standard input; then the program's arguments",
              Command::Words::Any);
  cmd.action([flags] {
    if (flags->classes) {
      printClasses();
      return 0;
    }
    if (flags->words.empty()) {
      std::fputs("hood heap: FILES is required (see: hood heap --help)\n", stderr);
      return 2;
    }
    Inputs in = splitInputs(flags->words);
    flags->program.files = in.files;
    flags->program.args = in.args;
    std::vector<std::string> settings{"memprofilerate=1"};  // the user's, which come later, win
    settings.insert(settings.end(), flags->program.settings.begin(), flags->program.settings.end());
    flags->program.settings = std::move(settings);
    flags->watch.program = in.files[0];
    watch = &flags->watch;
    flags->program.onStart = [](rt::VM& vm) {
      vm.atExit = atExit;
      if (watch->peak) vm.gc->afterMark = afterMark;
      std::signal(SIGINT, onInterrupt);
    };
    compiler::Compilation c;
    return compileProgram(flags->program, c) ? runProgram(flags->program, c) : 1;
  });
}

}  // namespace hood::cli
