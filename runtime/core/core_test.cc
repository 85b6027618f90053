// Tests of the core: knobs, decision stream, clock, locks, notes, events, equality and hashing, slots.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <thread>

#include "runtime/core/alg.h"
#include "runtime/core/mutex.h"
#include "runtime/core/note.h"
#include "runtime/core/vm.h"

namespace hood::rt {
namespace {

// ---- knobs -------------------------------------------------------------------------------------------------------

TEST(Knobs, DefaultsAreInRange) {
  Knobs k;
  for (const KnobInfo& info : knobTable()) {
    EXPECT_LE(info.min, info.def) << info.name;
    EXPECT_LE(info.def, info.max) << info.name;
    if (info.type != KnobType::Choice) {
      EXPECT_EQ(knobValue(k, info), std::to_string(info.def));
    }
    EXPECT_NE(std::string_view(info.doc), "");
  }
}

TEST(Knobs, ValuesOfEachType) {
  Knobs k;
  EXPECT_EQ(setKnobAssignment(k, "gcstress=3"), "");
  EXPECT_EQ(k.gcstress, 3);
  EXPECT_EQ(setKnobAssignment(k, "barrier=yuasa"), "");
  EXPECT_EQ(k.barrier, 2);
  EXPECT_EQ(setKnobAssignment(k, "barrier=2"), "knob barrier: \"2\" is not one of hybrid|dijkstra|yuasa|none");
  EXPECT_EQ(setKnobAssignment(k, "det"), "");
  EXPECT_TRUE(k.det);
  EXPECT_EQ(setKnob(k, "heapmax", "64M"), "");
  EXPECT_EQ(k.heapmax, 64 << 20);
  EXPECT_EQ(setKnob(k, "timeslice", "500us"), "");
  EXPECT_EQ(k.timeslice, 500'000);
}

TEST(Knobs, ErrorsSayWhatIsWrong) {
  Knobs k;
  EXPECT_EQ(setKnob(k, "gcstres", "1"), "unknown knob \"gcstres\" (did you mean gcstress?)");
  EXPECT_EQ(setKnob(k, "xyzzy", "1"), "unknown knob \"xyzzy\" (see: hood knobs)");
  EXPECT_EQ(setKnob(k, "gcstress", "many"), "knob gcstress: \"many\" is not a whole number");
  EXPECT_EQ(setKnob(k, "gcstress", "-1"), "knob gcstress: -1 is out of range, 0 to 1073741824");
  EXPECT_EQ(setKnobAssignment(k, "gcstress"), "\"gcstress\" is not of the form name=value");
  EXPECT_EQ(k.gcstress, 0);
}

TEST(Knobs, EnvironmentVariables) {
  Knobs k;
  EXPECT_EQ(parseHoodDebug(k, "gctrace=1,clobberfree=1"), "");
  EXPECT_TRUE(k.clobberfree);
  EXPECT_EQ(parseHoodDebug(k, "nosuch=1"), "HOODDEBUG: unknown knob \"nosuch\" (see: hood knobs)");
  parseGoDebug(k, "asyncpreemptoff=1,gctrace=2,gcstress=oops");
  EXPECT_EQ(k.gctrace, 2);
  EXPECT_EQ(k.gcstress, 0);
  parseGogc(k, "off");
  EXPECT_EQ(k.gcpercent, -1);
  parseGogc(k, "50");
  parseGogc(k, "nonsense");
  EXPECT_EQ(k.gcpercent, 50);
}

// ---- randomness and time -----------------------------------------------------------------------------------------

TEST(DecisionStream, SameSeedSameChoices) {
  DecisionStream a(42), b(42), c(43);
  bool differs = false;
  for (int i = 0; i < 1000; i++) {
    uint64_t x = a.next64();
    ASSERT_EQ(x, b.next64());
    differs |= x != c.next64();
  }
  EXPECT_TRUE(differs);
  EXPECT_EQ(a.draws(), 1000u);
  EXPECT_EQ(a.split().next64(), b.split().next64());
}

TEST(DecisionStream, BelowIsUniformEnough) {
  DecisionStream s(1);
  int counts[7] = {};
  for (int i = 0; i < 70000; i++) counts[s.below(7)]++;
  for (int n : counts) EXPECT_NEAR(n, 10000, 500);
}

TEST(Clock, VirtualTimeMovesOnlyWhenTold) {
  Clock c(true);
  int64_t t = c.nanotime();
  EXPECT_EQ(c.nanotime(), t);
  c.advance(5);
  EXPECT_EQ(c.nanotime(), t + 5);
  c.advanceTo(t + 3);
  EXPECT_EQ(c.nanotime(), t + 5);
  c.advanceTo(2'000'000'000);
  EXPECT_EQ(c.walltime().sec, 1257894002);
}

// ---- locks -------------------------------------------------------------------------------------------------------

TEST(Mutex, ExcludesOthers) {
  Mutex m(LockRank::Sched);
  int64_t n = 0;
  auto work = [&] {
    for (int i = 0; i < 50000; i++) {
      LockGuard g(m);
      n++;
    }
  };
  std::thread a(work), b(work), c(work);
  a.join(), b.join(), c.join();
  EXPECT_EQ(n, 150000);
  EXPECT_FALSE(m.isLocked());
}

#ifdef HOOD_DEBUG
TEST(MutexDeathTest, RanksAreChecked) {
  Mutex sched(LockRank::Sched), heap(LockRank::Mheap), chanA(LockRank::Hchan), chanB(LockRank::Hchan);
  { LockGuard a(chanA), b(chanB), c(sched), d(heap); }
  auto wrong = [&] {
    LockGuard a(heap);
    LockGuard b(sched);
  };
  EXPECT_EXIT(wrong(), testing::ExitedWithCode(70), "Sched");
  auto twice = [&] {
    LockGuard a(sched);
    LockGuard b(sched);
  };
  EXPECT_EXIT(twice(), testing::ExitedWithCode(70), "Sched");
}
#endif

TEST(Note, WakesTheSleeper) {
  Note n;
  EXPECT_FALSE(n.sleepFor(1000));
  std::thread t([&] { n.wakeup(); });
  n.sleep();
  t.join();
  EXPECT_TRUE(n.sleepFor(0));
  n.clear();
  EXPECT_FALSE(n.sleepFor(0));
}

// ---- events ------------------------------------------------------------------------------------------------------

TEST(Trace, RingKeepsTheNewest) {
  Clock clock(true);
  Trace t;
  t.emit(0, 1, Event::GoStart);
  EXPECT_TRUE(t.snapshot().empty());
  t.start(&clock, 2, nullptr);
  for (int64_t i = 0; i < 5000; i++) {
    clock.advance(1);
    t.emit(static_cast<int>(i % 2), 7, Event::GoCreate, i);
  }
  auto records = t.snapshot();
  ASSERT_EQ(records.size(), 5000u);
  EXPECT_EQ(records[4999].args[0], 4999);
  for (int64_t i = 0; i < 10000; i++) t.emit(0, 7, Event::GoReady, i);
  EXPECT_EQ(t.snapshot().size(), 4096u + 2500u);
  EXPECT_EQ(Trace::format(records[3]), "           5 p1 g7 GoCreate newg=3\n");
}

TEST(Trace, CaptureKeepsAllInOrder) {
  Clock clock(true);
  Trace t;
  EXPECT_TRUE(t.startCapture(&clock));
  EXPECT_FALSE(t.startCapture(&clock));
  for (int64_t i = 0; i < 10000; i++) t.emit(static_cast<int>(i % 2), 7, Event::GoReady, i);
  std::vector<TraceRecord> out(9000);
  EXPECT_EQ(t.drain(out), 9000u);
  EXPECT_EQ(out[8999].args[0], 8999);
  t.stopCapture();
  EXPECT_FALSE(t.enabled());
  t.emit(0, 7, Event::GoReady, 10000);
  EXPECT_EQ(t.drain(out), 1000u);
  EXPECT_EQ(out[999].args[0], 9999);
  EXPECT_EQ(t.drain(out), 0u);
}

// ---- equality and hashing ----------------------------------------------------------------------------------------

GoString str(const char* s) { return {reinterpret_cast<const uint8_t*>(s), static_cast<int64_t>(std::strlen(s))}; }

struct Alg : testing::Test {
  VM vm;
  Type int64Type{}, floatType{}, stringType{}, sliceType{}, ifaceType{}, structType{};
  StructField fields[3] = {};

  void SetUp() override {
    vm.knobs.det = true;
    initCore(&vm);
    int64Type.size = 8;
    int64Type.kind = Kind::Int64;
    int64Type.flags = kTypeComparable | kTypeMemEqual;
    floatType.size = 8;
    floatType.kind = Kind::Float64;
    floatType.flags = kTypeComparable;
    stringType.size = 16;
    stringType.kind = Kind::String;
    stringType.flags = kTypeComparable;
    stringType.hash = 77;
    sliceType.size = 24;
    sliceType.kind = Kind::Slice;
    sliceType.string = str("[]int");
    ifaceType.size = 16;
    ifaceType.kind = Kind::Interface;
    ifaceType.flags = kTypeComparable;
    fields[0] = {str("a"), {}, {}, &floatType, 0, false};
    fields[1] = {str("_"), {}, {}, &int64Type, 8, false};
    fields[2] = {str("s"), {}, {}, &stringType, 16, false};
    structType.size = 32;
    structType.kind = Kind::Struct;
    structType.flags = kTypeComparable;
    structType.fields = {fields, 3, 3};
  }
  template <class T>
  uint64_t hash(const Type& t, const T& v) {
    uint64_t h = 0;
    EXPECT_EQ(typeHash(&vm, &t, &v, 1, &h), nullptr);
    return h;
  }
  template <class T>
  bool equal(const Type& t, const T& a, const T& b) {
    bool eq = false;
    EXPECT_EQ(typeEqual(&t, &a, &b, &eq), nullptr);
    return eq;
  }
};

TEST_F(Alg, Floats) {
  double nan = std::nan("");
  EXPECT_TRUE(equal(floatType, 0.0, -0.0));
  EXPECT_EQ(hash(floatType, 0.0), hash(floatType, -0.0));
  EXPECT_FALSE(equal(floatType, nan, nan));
  EXPECT_NE(hash(floatType, nan), hash(floatType, nan));
}

TEST_F(Alg, Strings) {
  std::string a = "some text", b = "some text";
  EXPECT_TRUE(equal(stringType, str(a.c_str()), str(b.c_str())));
  EXPECT_EQ(hash(stringType, str(a.c_str())), hash(stringType, str(b.c_str())));
  EXPECT_FALSE(equal(stringType, str("x"), str("y")));
  EXPECT_NE(hash(stringType, str("x")), hash(stringType, str("y")));
}

TEST_F(Alg, BlankFieldsDoNotCount) {
  struct S {
    double a;
    int64_t blank;
    GoString s;
  };
  EXPECT_TRUE(equal(structType, S{1, 2, str("q")}, S{1, 3, str("q")}));
  EXPECT_EQ(hash(structType, S{1, 2, str("q")}), hash(structType, S{1, 3, str("q")}));
  EXPECT_FALSE(equal(structType, S{1, 2, str("q")}, S{1, 2, str("r")}));
}

TEST_F(Alg, InterfacesCompareDynamically) {
  GoString s = str("abc"), same = str("abc");
  int64_t i = 5;
  Eface a{&stringType, &s}, b{&stringType, &same}, c{&int64Type, &i}, none{};
  EXPECT_TRUE(equal(ifaceType, a, b));
  EXPECT_EQ(hash(ifaceType, a), hash(ifaceType, b));
  EXPECT_FALSE(equal(ifaceType, a, c));
  EXPECT_FALSE(equal(ifaceType, a, none));
  EXPECT_TRUE(equal(ifaceType, none, none));
}

TEST_F(Alg, UncomparableTypesAreReported) {
  GoSlice v{};
  Eface a{&sliceType, &v};
  bool eq = true;
  uint64_t h = 0;
  EXPECT_EQ(typeEqual(&ifaceType, &a, &a, &eq), &sliceType);
  EXPECT_EQ(typeHash(&vm, &ifaceType, &a, 0, &h), &sliceType);
  EXPECT_EQ(unhashableText(&sliceType), "hash of unhashable type []int");
  EXPECT_EQ(uncomparableText(&sliceType), "comparing uncomparable type []int");
}

TEST_F(Alg, MemHash64SpreadsLowBits) {
  int buckets[256] = {};
  for (uint64_t i = 0; i < 25600; i++) buckets[memHash64(&vm, i * 8, 0) & 255]++;
  for (int n : buckets) EXPECT_NEAR(n, 100, 60);
}

TEST(Slots, SmallScalarsAreExtended) {
  Type t{};
  Slot s{};
  int8_t minus = -1;
  t.size = 1;
  t.kind = Kind::Int8;
  loadSlots(&t, &s, &minus);
  EXPECT_EQ(s.i, -1);
  t.kind = Kind::Uint8;
  loadSlots(&t, &s, &minus);
  EXPECT_EQ(s.u, 0xffu);
  uint8_t odd[12] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  Slot two[2] = {{.u = ~0ull}, {.u = ~0ull}};
  t.size = 12;
  t.kind = Kind::Struct;
  loadSlots(&t, two, odd);
  EXPECT_EQ(two[1].u, 0x0c0b0a09u);
  uint8_t back[12] = {};
  storeSlotsNoBarrier(&t, back, two);
  EXPECT_EQ(std::memcmp(odd, back, 12), 0);
}

}  // namespace
}  // namespace hood::rt
