// Images: what is written comes back, and what is damaged is refused, never followed.
#include "bytecode/serialize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "bytecode/builder.h"
#include "bytecode/disasm.h"
#include "bytecode/verifier.h"

namespace hood::bytecode {
namespace {

// A module in which every field of every table has a value of its own.
Module everything() {
  Module m;
  m.name = "example.org/p";
  m.files = {"a.go", "dir/b.go"};
  m.strings = std::string("some\0text", 9);
  m.types.resize(6);
  TypeDef& i = m.types[0];
  i = {.key = "int",
       .string = "int",
       .name = "int",
       .kind = 2,
       .align = 8,
       .fieldAlign = 8,
       .flags = 13,
       .size = 8,
       .hash = 77};
  TypeDef& s = m.types[1];
  s = {.key = "p.S", .string = "p.S", .name = "S", .pkgPath = "example.org/p", .kind = 25, .align = 8, .fieldAlign = 4};
  s.size = 24;
  s.ptrBytes = 16;
  s.gcMask = {2};
  s.len = -3;
  s.fields = {{"A", "", "json:\"a\"", 0, 0, true}, {"b", "example.org/p", "", 0, 16, false}};
  s.methods = {{"M", "", 2, 0}, {"m", "example.org/p", 2, TypeDef::kNone}};
  TypeDef& f = m.types[2];
  f = {.key = "func(int) int", .string = "func(int) int", .kind = 19, .size = 8, .ptrBytes = 8, .gcMask = {1}};
  f.in = {0, 1};
  f.out = {0};
  m.types[3] = {
      .key = "q.T", .external = true, .string = "q.T", .pkgPath = "q", .kind = 21, .size = 8, .elem = 0, .mapKey = 1};
  m.types[4] = {.key = "map[int]p.S", .string = "map[int]p.S", .kind = 21, .size = 8, .ptrBytes = 8, .gcMask = {1}};
  m.types[4].elem = 1;
  m.types[4].mapKey = 0;

  m.types[5] = {.key = "p.I", .string = "p.I", .name = "I", .kind = 20, .size = 16, .ptrBytes = 16, .gcMask = {3}};
  m.types[5].methods = {{"M", "", 2, TypeDef::kNone}};

  m.globals.resize(4);
  m.globals[0] = {.name = "p.v", .size = 24, .type = 1, .data = {1, 2, 3, 0, 0}};
  m.globals[0].relocs = {{RelocKind::Global, 8, 1, 0, 5}, {RelocKind::Itab, 16, 5, 1, 0}};
  m.globals[1] = {.name = "..const", .isPrivate = true, .size = 9, .data = {9, 8, 7}, .readOnly = true};
  m.globals[2] = {.name = "q.w", .pkgPath = "q", .external = true, .size = 100};
  m.globals[3] = {.name = "..dup", .dupOk = true, .size = 8, .readOnly = true};
  m.globals[3].relocs = {{RelocKind::String, 0, 0, 0, 4}};

  m.funcs.resize(4);
  FuncDef& g = m.funcs[0];
  g.name = "p.f";
  g.linkName = "iface p.f";
  g.dupOk = g.wrapper = g.hasDefer = g.closure = true;
  g.resultSlots = 1;
  g.paramSlots = 2;
  g.frameSlots = 40;
  g.file = 1;
  g.line = 10;
  Builder b(g);
  uint8_t mask[] = {0x0c, 1};
  b.map(0, mask);
  b.line(0, 10);
  b.emit(Op::Nop);
  b.ldStr(5, 4, 5);
  b.line(1, 7, 0);
  b.emitGlobal(Op::LdAddr, 7, 0, 3);
  b.call(20, 1);
  b.map(b.lastPc(), {});
  b.line(0, 12, 1);
  b.callNative(20, 2);
  b.map(b.lastPc(), mask);
  g.recoverPc = b.emit(Op::RunDefers, 30);
  b.map(b.lastPc(), {});
  b.emit(Op::Ret);
  EXPECT_TRUE(b.finish());
  g.inlines = {{"p.g", ~0u, 1, 3}, {"p.h", 0, 0, 4}};
  m.funcs[1].name = "q.F";
  m.funcs[1].pkgPath = "q";
  m.funcs[1].external = m.funcs[1].closure = true;
  m.funcs[1].resultSlots = 3;
  m.funcs[1].paramSlots = 4;
  m.funcs[2].name = "p.native";
  m.funcs[2].native = true;
  m.funcs[2].paramSlots = 2;
  m.funcs[2].maps = {{0, 0, 1}};
  m.funcs[2].maskBytes = {3};
  m.funcs[2].line = 99;
  FuncDef& e = m.funcs[3];
  e.name = "p.main";
  e.frameSlots = 4;
  Builder c(e);
  c.map(0, {});
  c.emit(Op::Ret);
  EXPECT_TRUE(c.finish());
  m.entry = 3;
  return m;
}

ImageView opened(const std::string& bytes) {
  ImageView view;
  std::string problem;
  EXPECT_TRUE(view.open(bytes, ImageView::Check::Sums, &problem)) << problem;
  return view;
}

void expectSame(const Reloc& a, const Reloc& b) {
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.at, b.at);
  EXPECT_EQ(a.index, b.index);
  EXPECT_EQ(a.index2, b.index2);
  EXPECT_EQ(a.addend, b.addend);
}

void expectSame(const std::vector<Reloc>& a, const std::vector<Reloc>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (size_t i = 0; i < a.size(); i++) expectSame(a[i], b[i]);
}

void expectSame(const FuncDef& a, const FuncDef& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.linkName, b.linkName);
  EXPECT_EQ(a.pkgPath, b.pkgPath);
  EXPECT_EQ(std::tie(a.external, a.dupOk, a.native, a.wrapper, a.hasDefer, a.closure),
            std::tie(b.external, b.dupOk, b.native, b.wrapper, b.hasDefer, b.closure));
  EXPECT_EQ(std::tie(a.resultSlots, a.paramSlots), std::tie(b.resultSlots, b.paramSlots));
  if (a.external) return;
  EXPECT_EQ(std::tie(a.frameSlots, a.recoverPc, a.file, a.line), std::tie(b.frameSlots, b.recoverPc, b.file, b.line));
  EXPECT_EQ(a.code, b.code);
  EXPECT_EQ(a.maskBytes, b.maskBytes);
  expectSame(a.relocs, b.relocs);
  ASSERT_EQ(a.maps.size(), b.maps.size());
  for (size_t i = 0; i < a.maps.size(); i++) {
    EXPECT_EQ(std::tie(a.maps[i].pc, a.maps[i].mask, a.maps[i].bytes),
              std::tie(b.maps[i].pc, b.maps[i].mask, b.maps[i].bytes));
  }
  ASSERT_EQ(a.lines.size(), b.lines.size());
  for (size_t i = 0; i < a.lines.size(); i++) {
    const LineEntry &x = a.lines[i], &y = b.lines[i];
    EXPECT_EQ(std::tie(x.pc, x.file, x.line, x.inl), std::tie(y.pc, y.file, y.line, y.inl));
  }
  ASSERT_EQ(a.inlines.size(), b.inlines.size());
  for (size_t i = 0; i < a.inlines.size(); i++) {
    const InlineFrame &x = a.inlines[i], &y = b.inlines[i];
    EXPECT_EQ(std::tie(x.name, x.parent, x.callFile, x.callLine), std::tie(y.name, y.parent, y.callFile, y.callLine));
  }
}

void expectSame(const TypeDef& a, const TypeDef& b) {
  EXPECT_EQ(std::tie(a.key, a.external, a.string, a.name, a.pkgPath, a.kind, a.align, a.fieldAlign, a.flags),
            std::tie(b.key, b.external, b.string, b.name, b.pkgPath, b.kind, b.align, b.fieldAlign, b.flags));
  EXPECT_EQ(std::tie(a.size, a.ptrBytes, a.hash, a.len, a.gcMask, a.elem, a.mapKey, a.in, a.out),
            std::tie(b.size, b.ptrBytes, b.hash, b.len, b.gcMask, b.elem, b.mapKey, b.in, b.out));
  ASSERT_EQ(a.fields.size(), b.fields.size());
  for (size_t i = 0; i < a.fields.size(); i++) {
    const auto &x = a.fields[i], &y = b.fields[i];
    EXPECT_EQ(std::tie(x.name, x.pkgPath, x.tag, x.type, x.offset, x.embedded),
              std::tie(y.name, y.pkgPath, y.tag, y.type, y.offset, y.embedded));
  }
  ASSERT_EQ(a.methods.size(), b.methods.size());
  for (size_t i = 0; i < a.methods.size(); i++) {
    const auto &x = a.methods[i], &y = b.methods[i];
    EXPECT_EQ(std::tie(x.name, x.pkgPath, x.type, x.func), std::tie(y.name, y.pkgPath, y.type, y.func));
  }
}

// Data is compared as memory: trailing zeros need not be stored.
void expectSame(const GlobalDef& a, const GlobalDef& b) {
  EXPECT_EQ(std::tie(a.name, a.pkgPath, a.external, a.dupOk, a.isPrivate, a.readOnly, a.size, a.type),
            std::tie(b.name, b.pkgPath, b.external, b.dupOk, b.isPrivate, b.readOnly, b.size, b.type));
  std::vector<uint8_t> x = a.data, y = b.data;
  x.resize(a.size);
  y.resize(b.size);
  EXPECT_EQ(x, y);
  expectSame(a.relocs, b.relocs);
}

TEST(Serialize, EveryFieldComesBack) {
  Module m = everything();
  EXPECT_EQ(verify(m), std::nullopt);
  std::string bytes = writeImage(m);
  ImageView image = opened(bytes);
  Module back;
  std::string problem;
  ASSERT_TRUE(readModule(image, &back, &problem)) << problem;
  EXPECT_EQ(back.name, m.name);
  EXPECT_EQ(back.files, m.files);
  EXPECT_EQ(back.strings, m.strings);
  EXPECT_EQ(back.entry, m.entry);
  ASSERT_EQ(back.funcs.size(), m.funcs.size());
  for (size_t i = 0; i < m.funcs.size(); i++) expectSame(m.funcs[i], back.funcs[i]);
  ASSERT_EQ(back.globals.size(), m.globals.size());
  for (size_t i = 0; i < m.globals.size(); i++) expectSame(m.globals[i], back.globals[i]);
  ASSERT_EQ(back.types.size(), m.types.size());
  for (size_t i = 0; i < m.types.size(); i++) expectSame(m.types[i], back.types[i]);
  EXPECT_EQ(verify(back), std::nullopt);
  EXPECT_EQ(writeImage(back), bytes);  // the same module is the same bytes
}

TEST(Serialize, SymbolsAreFoundWhereTheyAreDefined) {
  std::string bytes = writeImage(everything());
  ImageView image = opened(bytes);
  EXPECT_EQ(image.find(SymbolKind::Func, "iface p.f"), 0u);
  EXPECT_EQ(image.find(SymbolKind::Func, "p.f"), ~0u);  // its name is not its symbol
  EXPECT_EQ(image.find(SymbolKind::Func, "q.F"), ~0u);  // external
  EXPECT_EQ(image.find(SymbolKind::Func, "p.native"), 2u);
  EXPECT_EQ(image.find(SymbolKind::Global, "p.v"), 0u);
  EXPECT_EQ(image.find(SymbolKind::Global, "..const"), ~0u);  // private
  EXPECT_EQ(image.find(SymbolKind::Global, "..dup"), 3u);
  EXPECT_EQ(image.find(SymbolKind::Type, "map[int]p.S"), 4u);
  EXPECT_EQ(image.find(SymbolKind::Type, "q.T"), ~0u);
  EXPECT_EQ(image.find(SymbolKind::Type, "p.f"), ~0u);
}

TEST(Serialize, LinesAreReadInPlace) {
  Module m = everything();
  std::string bytes = writeImage(m);
  ImageView image = opened(bytes);
  for (uint32_t pc = 0; pc < m.funcs[0].code.size(); pc++) {
    LineEntry want = m.funcs[0].lines[0];
    for (const LineEntry& e : m.funcs[0].lines) {
      if (e.pc <= pc) want = e;
    }
    LineEntry e = image.lineAt(0, pc);
    EXPECT_EQ(std::tie(e.pc, e.file, e.line, e.inl), std::tie(want.pc, want.file, want.line, want.inl)) << pc;
  }
  EXPECT_EQ(image.lineAt(2, 0).line, 99u);  // no table: the function's own
}

TEST(Serialize, ReadOnlyDataIsAlignedForUseInPlace) {
  std::string bytes = writeImage(everything());
  ImageView image = opened(bytes);
  GlobalBody body;
  ASSERT_TRUE(image.readGlobal(1, &body));
  EXPECT_EQ(body.data.size(), 9u);
  EXPECT_EQ((body.data.data() - reinterpret_cast<const uint8_t*>(bytes.data())) % 16, 0);
}

// Found by the fuzzer of the verifier: the image wanted as much memory as the global claims to have.
TEST(Serialize, ZerosOfAHugeGlobalAreNotWritten) {
  Module m = everything();
  m.globals[1].size = uint64_t{1} << 40;
  EXPECT_LT(writeImage(m).size(), size_t{1} << 20);
}

TEST(Serialize, ForeignSectionsTravelAlong) {
  Section extra[] = {{16, "export data"}, {40, ""}};
  std::string bytes = writeImage(everything(), extra);
  ImageView image = opened(bytes);
  EXPECT_EQ(image.section(16), "export data");
  EXPECT_EQ(image.section(40), "");
  EXPECT_EQ(image.section(17), "");
  EXPECT_EQ(reinterpret_cast<uintptr_t>(image.section(16).data()) % 16, reinterpret_cast<uintptr_t>(bytes.data()) % 16);
}

TEST(Serialize, DamageIsFoundBySums) {
  const std::string good = writeImage(everything());
  ImageView view;
  std::string problem;
  for (size_t n = 0; n < good.size(); n += 7) {
    EXPECT_FALSE(view.open(std::string_view(good).substr(0, n), ImageView::Check::None, &problem)) << n;
  }
  // Every byte is under a sum, padding between the sections aside.
  size_t undetected = 0;
  for (size_t i = 0; i < good.size(); i++) {
    std::string bad = good;
    bad[i] ^= 0x40;
    if (view.open(bad, ImageView::Check::Sums, &problem)) undetected++;
  }
  EXPECT_LE(undetected, 10u * 15);
  std::string other = good;
  other[8]++;
  EXPECT_FALSE(view.open(other, ImageView::Check::Sums, &problem));
  EXPECT_EQ(problem, "image of another version of hood");
}

// Without sums (a made-up image has right ones) everything can be anything: nothing may lead outside of the bytes.
TEST(Serialize, MutationsAreReadWithoutHarm) {
  const std::string good = writeImage(everything());
  std::mt19937_64 random(20240611);
  ImageView view;
  std::string problem;
  Module back;
  size_t opened = 0, whole = 0;
  for (int round = 0; round < 20000; round++) {
    std::string bad = good;
    size_t start = sizeof(ImageView::Header) + 9 * sizeof(ImageView::SectionEntry);
    for (uint64_t n = 1 + random() % 4; n > 0; n--)
      bad[start + random() % (bad.size() - start)] = static_cast<char>(random());
    if (!view.open(bad, ImageView::Check::None, &problem)) continue;
    opened++;
    if (!readModule(view, &back, &problem)) continue;
    whole++;
    (void)verify(back);
    for (uint32_t i = 0; i < view.funcCount(); i++) (void)view.lineAt(i, 5);
  }
  EXPECT_GT(opened, 15000u);
  EXPECT_GT(whole, 1000u);
}

}  // namespace
}  // namespace hood::bytecode
