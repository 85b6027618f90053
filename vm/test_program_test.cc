#include "vm/test_program.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "bytecode/serialize.h"
#include "runtime/alloc/mheap.h"
#include "runtime/gc/cycle.h"
#include "runtime/lang/lang.h"
#include "runtime/sched/sched.h"
#include "vm/loader.h"

namespace hood::vm::test {
namespace {

Reports* currentReports = nullptr;  // of the program that runs

rt::Outcome reportNative(rt::G*, rt::Slot* w) {
  currentReports->push_back(w[0].u);
  return rt::Outcome::Done;
}

constexpr rt::NativeEntry kReport[] = {{"test.report", reportNative}};

}  // namespace

TestProgram::TestProgram() : m_(std::make_unique<Module>()) {
  vm_.knobs.det = true;
  vm_.knobs.seed = 1;
  vm_.knobs.gomaxprocs = 1;
  vm_.knobs.detslice = 0;
  rt::initCore(&vm_);
  HOOD_CHECK(rt::mallocinit(&vm_));
  rt::langInit(&vm_);
  rt::gcinit(&vm_);
  engine_ = std::make_unique<Engine>();
  vm_.engine = engine_.get();
  rt::schedinit(&vm_);
  m_->name = "main";
  m_->files = {"test.go"};
  natives_.add(kReport);
  natives_.add(vmNatives());
  tInt = addType("int", 2, 8);
  tString = addType("string", 24, 16, {1});
  tEface = addType("interface {}", 20, 16, {3});
  uint32_t tUint8 = addType("uint8", 8, 1);
  tBytes = addElemType("[]uint8", 23, 24, {1}, tUint8);
  tInts = addElemType("[]int", 23, 24, {1}, tInt);
  tIntPtr = addElemType("*int", 22, 8, {1}, tInt);
  tMapIntInt = addElemType("map[int]int", 21, 8, {1}, tInt, tInt);
  tChanInt = addElemType("chan int", 18, 8, {1}, tInt);
  type(tChanInt).len = 3;
  reportFn_ = addNative("test.report", 0, 1);
}

TestProgram::~TestProgram() {
  rt::schedFree(&vm_);
  rt::langFree(&vm_);
  rt::gcFree(&vm_);
  rt::mallocFree(&vm_);
}

uint32_t TestProgram::addType(std::string name, uint8_t kind, uint64_t size, std::vector<uint8_t> gcMask) {
  TypeDef t;
  t.key = t.string = name;
  t.kind = kind;
  t.size = size;
  t.align = t.fieldAlign = static_cast<uint8_t>(size >= 8 ? 8 : size);
  t.hash = static_cast<uint32_t>(m_->types.size()) * 2654435761u;
  t.flags = rt::kTypeComparable;
  bool pointerShaped = kind == 18 || kind == 19 || kind == 21 || kind == 22 || kind == 26;
  if (pointerShaped) t.flags |= rt::kTypeDirectIface;
  if (kind <= 12 || pointerShaped) t.flags |= rt::kTypeMemEqual;
  if (kind <= 16 || kind == 24) {
    t.flags |= rt::kTypeNamed;
    t.name = name;
  }
  for (uint64_t i = 0; i < gcMask.size() * 8; i++) {
    if (gcMask[i / 8] >> (i % 8) & 1) t.ptrBytes = (i + 1) * 8;
  }
  t.gcMask = std::move(gcMask);
  m_->types.push_back(t);
  return static_cast<uint32_t>(m_->types.size() - 1);
}

uint32_t TestProgram::addElemType(std::string name, uint8_t kind, uint64_t size, std::vector<uint8_t> gcMask, uint32_t elem,
                                  uint32_t key) {
  uint32_t i = addType(std::move(name), kind, size, std::move(gcMask));
  type(i).elem = elem;
  type(i).mapKey = key;
  return i;
}

uint32_t TestProgram::addNative(std::string name, uint32_t results, uint32_t params) {
  FuncDef f;
  f.name = std::move(name);
  f.native = true;
  f.resultSlots = results;
  f.paramSlots = params;
  f.line = 7;
  m_->funcs.push_back(f);
  return static_cast<uint32_t>(m_->funcs.size() - 1);
}

uint32_t TestProgram::addFunc(const FuncSpec& spec, const Body& body) {
  FuncDef f;
  f.name = spec.name;
  f.resultSlots = spec.results;
  f.paramSlots = spec.params;
  f.frameSlots = spec.frame;
  f.closure = spec.closure;
  f.wrapper = spec.wrapper;
  f.line = 1;
  Builder b(f);
  b.line(0, 1);
  body(b, f);
  HOOD_CHECK(b.finish());
  // Bodies of tests only give maps that matter; every other safepoint gets an empty one.
  std::vector<bytecode::PointerMap> maps;
  auto given = [&](uint32_t pc) -> bytecode::PointerMap {
    for (const auto& m : f.maps) {
      if (m.pc == pc) return m;
    }
    return {.pc = pc, .mask = 0, .bytes = 0};
  };
  maps.push_back(given(0));
  for (uint32_t at = 0; at < f.code.size(); at += bytecode::instrWords(f.code[at])) {
    const bytecode::OpInfo& info = bytecode::opInfo(bytecode::opOf(f.code[at]));
    uint32_t pc = info.has(bytecode::effects::Loops) ? at : at + bytecode::instrWords(f.code[at]) - 1;
    if (info.isSafepoint() && pc != 0) maps.push_back(given(pc));
  }
  f.maps = std::move(maps);
  m_->funcs.push_back(std::move(f));
  return static_cast<uint32_t>(m_->funcs.size() - 1);
}

uint32_t TestProgram::addGlobal(std::string name, uint64_t size, uint32_t type) {
  bytecode::GlobalDef g;
  g.name = std::move(name);
  g.size = size;
  g.type = type;
  m_->globals.push_back(g);
  return static_cast<uint32_t>(m_->globals.size() - 1);
}

uint32_t TestProgram::addString(std::string_view s) {
  auto at = static_cast<uint32_t>(m_->strings.size());
  m_->strings += s;
  return at;
}

void TestProgram::report(Builder& b, int64_t slot, int64_t w) {
  b.emit(Op::Mov, w, slot);
  b.callNative(w, reportFn_);
}

void TestProgram::addImage(const Module& m, bool user) { addImage(m.name, bytecode::writeImage(m), user); }

void TestProgram::addImage(std::string path, std::string bytes, bool user) {
  imageBytes_.push_back(std::move(bytes));
  paths_.push_back(std::move(path));
  images_.push_back({paths_.back(), imageBytes_.back(), user});
}

std::string TestProgram::load(uint32_t entry) {
  if (m_ != nullptr) m_->entry = entry;
  std::string out;
  for (const std::string& e : vm::load(*engine_, &vm_, {std::move(m_), images_}, natives_)) out += e + "\n";
  return out;
}

Reports TestProgram::run(uint32_t entry) {
  std::string problems = load(entry);
  EXPECT_EQ(problems, "");
  return problems.empty() ? run() : Reports();
}

Reports TestProgram::run() {
  Reports reports;
  currentReports = &reports;
  EXPECT_EQ(rt::rtMain(&vm_, engine_->program().entry), 0);
  currentReports = nullptr;
  return reports;
}

}  // namespace hood::vm::test
