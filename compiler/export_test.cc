// Export data: every object of every standard package, decoded, is what the checker made of its source.
#include <gtest/gtest.h>

#include <deque>
#include <map>

#include "compiler/check/check.h"
#include "compiler/image/importer.h"
#include "compiler/image/package_writer.h"
#include "compiler/package_image.h"
#include "compiler/packages.h"
#include "compiler/unit.h"

namespace hood::compiler {
namespace {

using namespace types;

// What two objects must have in common, as text.
std::string describe(const SourceSet& sources, Object* o, const Package* from) {
  std::string s = std::string(o->name) + " " + std::to_string(static_cast<int>(o->kind)) + " at " + sources.format(o->pos);
  s += " " + typeString(o->type, from) + " / " + typeKey(o->type);
  if (o->kind == ObjectKind::Const) s += " = " + constant::exactString(static_cast<Const*>(o)->value);
  if (o->kind != ObjectKind::TypeName) return s;
  Type* u = under(o->type);
  s += static_cast<TypeName*>(o)->alias ? " alias" : " type";
  s += " " + typeString(u, from) + " / " + typeKey(u) + " size " + std::to_string(sizeOf(u));
  if (auto* st = asStruct(o->type))
    for (Var* f : st->fields)
      s += "\n  field " + std::string(f->name) + (f->embedded ? " embedded at " : " at ") + sources.format(f->pos);
  if (auto* i = asInterface(o->type)) {
    completeInterface(i);
    for (Func* m : i->allMethods)
      s += "\n  " + std::string(m->name) + " at " + sources.format(m->pos) + " " + typeString(m->type, from);
  }
  Named* n = asNamed(o->type);
  if (n == nullptr || n->obj != o) return s;
  for (size_t k = 0; k < numMethods(n); k++) {
    Func* m = methodAt(n, k);
    s += "\n  method " + std::string(m->name) + (m->ptrRecv ? " ptr at " : " at ") + sources.format(m->pos) + " " +
         typeString(m->type, from) + " of " + typeString(m->sig()->recv->type, from);
  }
  for (const MethodSetEntry& e : methodSet(o->type)) s += "\n  in set " + std::string(e.func->name);
  return s;
}

class ExportTest : public ::testing::Test {
 protected:
  // The Export sections of the packages, all of them imported by those behind.
  bool compileAll(LoadResult& loaded) {
    for (auto& p : loaded.packages) {
      UnitInput in;
      in.source = p.get();
      in.checkOnly = true;
      for (const CompiledPackage& o : compiled) in.others.push_back(&o);
      in.reparse = [&](const PackageMeta& m) { return parseAgain(m, loaded, sources, arena, diags); };
      UnitOutput& out = units.emplace_back();
      if (!compileUnit(in, sources, diags, &out)) return false;
      compiled.push_back({out.meta, out.exported, {}});
    }
    return true;
  }

  // The first n packages in importer; what is generic by its source, as compiling does it.
  void importFirst(size_t n, Context& ctx, constant::Pool& consts, Importer& importer, LoadResult& loaded) {
    for (size_t j = 0; j < n; j++) {
      Importer::GenericSource generic;
      generic.declareAll = [this, j, &ctx, &consts, &importer, &loaded](Package* p) {
        p->files = parseAgain(compiled[j].meta, loaded, sources, arena, diags);
        for (const PackageMeta::Import& i : compiled[j].meta.imports) p->importMap[i.spelled] = importer.find(i.path);
        check::Options o;
        o.ignoreBodies = o.genericOnly = true;
        auto& c = checkers[p] = std::make_unique<check::PackageCheck>(ctx, consts, diags, p, o);
        EXPECT_TRUE(c->run()) << diags.format();
      };
      generic.declare = [this](Package* p, Object* o) { checkers.at(p)->declare(o); };
      importer.add(compiled[j].meta, compiled[j].exported, std::move(generic));
    }
  }

  std::map<const Package*, std::unique_ptr<check::PackageCheck>> checkers;
  SourceSet sources;
  Arena arena;
  Diagnostics diags{sources};
  std::deque<UnitOutput> units;
  std::deque<CompiledPackage> compiled;
};

TEST_F(ExportTest, StandardLibraryRoundTrip) {
  LoadResult loaded = loadStdlib({}, sources, arena, diags);
  ASSERT_TRUE(compileAll(loaded)) << diags.format();
  size_t objects = 0;
  for (size_t k = 0; k < loaded.packages.size(); k++) {
    const SourcePackage& s = *loaded.packages[k];
    Context ctx;
    constant::Pool consts;
    // Once from source: its imports are compiled, it is not.
    Importer others(ctx, consts, sources);
    importFirst(k, ctx, consts, others, loaded);
    Package* checked = ctx.make<Package>();
    checked->path = s.path;
    checked->name = s.name;
    checked->stdlib = true;
    checked->files = parseAgain(compiled[k].meta, loaded, sources, arena, diags);
    for (auto& [spelled, imported] : s.importMap) checked->importMap[spelled] = others.find(imported->path);
    check::PackageCheck check(ctx, consts, diags, checked, {.ignoreBodies = true});
    ASSERT_TRUE(check.run()) << diags.format();
    // Once decoded.
    Importer all(ctx, consts, sources);
    importFirst(k + 1, ctx, consts, all, loaded);
    Package* decoded = all.find(s.path);
    // Checking found out which names of packages need a path in messages.
    for (size_t j = 0; j < k; j++) {
      const std::string& path = loaded.packages[j]->path;
      all.find(path)->nameIsAmbiguous = others.find(path)->nameIsAmbiguous;
    }
    decoded->nameIsAmbiguous = checked->nameIsAmbiguous;
    for (Object* o : checked->scope->order) {
      Object* d = decoded->scope->lookup(o->name);
      ASSERT_NE(d, nullptr) << s.path << "." << o->name;
      if (PackageWriter::isGeneric(o)) continue;  // from the source both times, with type parameters of their own
      EXPECT_EQ(describe(sources, o, checked), describe(sources, d, decoded));
      objects++;
    }
    EXPECT_EQ(decoded->scope->lookup("no such name"), nullptr);
    decoded->scope->loadAll();
    EXPECT_EQ(decoded->scope->order.size(), checked->scope->order.size());
    checkers.clear();  // before their Context
  }
  EXPECT_GT(objects, 2000u);
}

TEST_F(ExportTest, EveryKindOfType) {
  const SourceFile* file = sources.add("p.go", R"(package p
import "unsafe"
type ( B byte; R rune; E error; I interface { m(); M(a int, rest ...string) (n int, err error); Inner }
Inner interface { Close() error }
S struct { B; *R "tag"; x, Y map[string][]*S; z struct { _ int; f func(S) chan<- int } }
A [4]struct{ a any; p unsafe.Pointer }
C <-chan chan (<-chan int)
F func(...I) (x, y complex128)
Alias = map[S2]Alias2; Alias2 = []Alias3; Alias3 = *S2
S2 struct { next *S2; self *[]S2 } )
func (s *S) ptr(t S) {}
func (s S) Val() Alias { return nil }
const ( big = 1 << 300; neg = -1 << 200; third = 1.0 / 3; tiny = 0x1p-5000; text = "a\x00b"; yes = 1 < 2; im = 1 + 2i
typed uint8 = 7; huge = 1e4000; r = 'x' )
var V, w = Local(), func() (r struct{ S }) { return }
func Local() any { type T struct{ n int }; type U []T; return U{{1}} }
)");
  SourcePackage s;
  s.path = s.name = "p";
  s.texts = {file};
  LoadResult loaded;
  s.files = {};
  PackageMeta meta;
  meta.path = "p";
  loaded.packages.push_back(std::make_unique<SourcePackage>(s));
  loaded.packages[0]->files = parseAgain(meta, loaded, sources, arena, diags);
  ASSERT_TRUE(compileAll(loaded)) << diags.format();
  Context ctx;
  constant::Pool consts;
  Importer importer(ctx, consts, sources);
  Package* decoded = importer.add(compiled[0].meta, compiled[0].exported);
  Package* checked = ctx.make<Package>();
  checked->path = checked->name = "p";
  checked->files = parseAgain(meta, loaded, sources, arena, diags);
  check::PackageCheck check(ctx, consts, diags, checked, {});
  ASSERT_TRUE(check.run()) << diags.format();
  for (Object* o : checked->scope->order) {
    Object* d = decoded->scope->lookup(o->name);
    ASSERT_NE(d, nullptr) << o->name;
    EXPECT_EQ(describe(sources, o, checked), describe(sources, d, decoded));
  }
}

// Whatever is in the bytes, the reader stays inside of them.
TEST_F(ExportTest, DamagedBytesDoNotLeadOut) {
  LoadResult loaded = loadStdlib({"io"}, sources, arena, diags);
  ASSERT_TRUE(compileAll(loaded)) << diags.format();
  uint32_t seed = 1;
  auto random = [&] { return seed = seed * 1664525 + 1013904223; };
  for (int round = 0; round < 300; round++) {
    Context ctx;
    constant::Pool consts;
    Importer importer(ctx, consts, sources);
    std::deque<std::string> bytes;
    for (const CompiledPackage& c : compiled) {
      bytes.emplace_back(c.exported);
      for (int k = 0; k < 3; k++) bytes.back()[random() % bytes.back().size()] = static_cast<char>(random() >> 8);
      importer.add(c.meta, bytes.back());
    }
    for (const char* name : {"Reader", "Copy", "EOF", "PipeReader"}) {
      Object* o = importer.find("io")->scope->lookup(name);
      if (o != nullptr && o->type != nullptr && o->type->kind == TypeKind::Named) under(o->type);
    }
  }
}

}  // namespace
}  // namespace hood::compiler
