#include <gtest/gtest.h>

#include "compiler/types/subst.h"
#include "compiler/types/type_set.h"

namespace hood::types {
namespace {

// Builds types by hand: what the checker does from source.
class TypesTest : public ::testing::Test {
 protected:
  TypesTest() {
    for (Package* p : {&pkg, &other}) {
      p->scope = c.make<Scope>();
      p->scope->parent = c.universe;
    }
    pkg.path = "example.com/a/p";
    pkg.name = "p";
    other.path = "example.com/b/q";
    other.name = "q";
  }

  Type* basic(BasicKind k) { return c.typ(k); }
  Var* var(std::string_view name, Type* t, Package* p, bool embedded = false) {
    auto* v = c.make<Var>();
    v->name = name;
    v->type = t;
    v->pkg = p;
    v->isField = true;
    v->embedded = embedded;
    return v;
  }
  Struct* structOf(std::vector<Var*> fields, std::vector<std::string> tags = {}) {
    auto* s = c.make<Struct>();
    s->fields = std::move(fields);
    s->tags = std::move(tags);
    return s;
  }
  Struct* sized(std::vector<Type*> fields) {
    auto* s = c.make<Struct>();
    for (Type* t : fields) s->fields.push_back(var("f", t, &pkg));
    return s;
  }
  Tuple* tuple(std::vector<Type*> types, std::vector<std::string_view> names = {}) {
    auto* t = c.make<Tuple>();
    for (size_t k = 0; k < types.size(); k++) t->vars.push_back(var(k < names.size() ? names[k] : "", types[k], &pkg));
    return t;
  }
  Signature* func(std::vector<Type*> params, std::vector<Type*> results, bool variadic = false) {
    auto* s = c.make<Signature>();
    s->params = tuple(std::move(params));
    s->results = tuple(std::move(results));
    s->variadic = variadic;
    return s;
  }
  Named* named(std::string_view name, Type* underlying, Package* p, Scope* scope = nullptr) {
    auto* o = c.make<TypeName>();
    o->name = name;
    o->pkg = p;
    o->pos = Pos{++nextPos};
    auto* n = c.make<Named>();
    n->obj = o;
    n->underlying = underlying;
    o->type = n;
    if (scope != nullptr) o->localId = c.arena.copy("0." + std::to_string(nextPos));
    (scope != nullptr ? scope : p->scope)->insert(o);
    return n;
  }
  Func* method(std::string_view name, Signature* sig, Package* p) {
    auto* f = c.make<Func>();
    f->name = name;
    f->type = sig;
    f->pkg = p;
    f->isMethod = true;
    return f;
  }
  Func* addMethod(Named* n, std::string_view name, Signature* sig, bool ptrRecv) {
    Func* f = method(name, sig, n->obj->pkg);
    f->ptrRecv = ptrRecv;
    f->recvNamed = n;
    n->methods.push_back(f);
    return f;
  }
  Interface* iface(std::vector<Func*> methods, std::vector<Type*> embeddeds = {}) {
    auto* i = c.make<Interface>();
    i->methods = std::move(methods);
    i->embeddeds = std::move(embeddeds);
    i->embedPos.resize(i->embeddeds.size());
    return i;
  }
  std::string show(Type* t) { return typeString(t, &pkg); }
  std::string runTime(Type* t) { return typeString(t, nullptr); }

  Context c;
  Package pkg, other;
  uint32_t nextPos = 0;
  Type* intType = c.typ(BasicKind::Int);
  Type* stringType = c.typ(BasicKind::String);
};

TEST_F(TypesTest, UniverseHasGoNames) {
  for (const char* name :
       {"bool", "byte", "rune", "error", "any", "comparable", "true", "iota", "nil", "append", "clear", "max"})
    EXPECT_NE(c.universe->lookup(name), nullptr) << name;
  EXPECT_EQ(c.universe->lookup("Pointer"), nullptr);
  EXPECT_NE(c.unsafePkg->scope->lookup("Pointer"), nullptr);
  EXPECT_TRUE(identical(c.byteType, c.typ(BasicKind::Uint8)));
  EXPECT_TRUE(identical(c.anyType, iface({})));
  EXPECT_EQ(missingMethod(stringType, asInterface(c.errorType)).method->name, "Error");
}

TEST_F(TypesTest, ScopesHideLaterDeclarations) {
  Scope outer, inner;
  inner.parent = &outer;
  Var *a = var("x", intType, &pkg), *b = var("x", stringType, &pkg);
  b->scopePos = Pos{20};
  EXPECT_EQ(outer.insert(a), nullptr);
  EXPECT_EQ(inner.insert(b), nullptr);
  EXPECT_EQ(inner.insert(a), b);
  EXPECT_EQ(inner.lookupParent("x", Pos{10}), a);
  EXPECT_EQ(inner.lookupParent("x", Pos{20}), b);
  EXPECT_EQ(inner.lookupParent("y", Pos{20}), nullptr);
}

TEST_F(TypesTest, SizesAreThoseOfGcOnAmd64) {
  auto b = [&](BasicKind k) { return basic(k); };
  EXPECT_EQ(sizeOf(stringType), 16);
  EXPECT_EQ(sizeOf(b(BasicKind::Complex64)), 8);
  EXPECT_EQ(alignOf(b(BasicKind::Complex64)), 4);
  EXPECT_EQ(alignOf(b(BasicKind::Complex128)), 8);
  EXPECT_EQ(sizeOf(c.make<SliceType>(intType)), 24);
  EXPECT_EQ(sizeOf(c.errorType), 16);
  Struct* mixed = sized({b(BasicKind::Bool), b(BasicKind::Int64), b(BasicKind::Int16), b(BasicKind::Bool)});
  EXPECT_EQ(sizeOf(mixed), 24);
  EXPECT_EQ(offsetsOf(mixed), (std::vector<int64_t>{0, 8, 16, 18}));
  EXPECT_EQ(sizeOf(sized({b(BasicKind::Int16), b(BasicKind::Bool)})), 4);
  Struct* empty = sized({});
  EXPECT_EQ(sizeOf(empty), 0);
  EXPECT_EQ(alignOf(empty), 1);
  EXPECT_EQ(sizeOf(sized({empty, empty})), 0);
  EXPECT_EQ(sizeOf(sized({empty, intType})), 8);
  // A trailing field of no size costs one byte, lest its address be the next object's.
  EXPECT_EQ(sizeOf(sized({intType, empty})), 16);
  EXPECT_EQ(sizeOf(sized({b(BasicKind::Bool), c.make<Array>(0, intType)})), 16);
  EXPECT_EQ(sizeOf(c.make<Array>(3, mixed)), 72);
  EXPECT_GT(sizeOf(c.make<Array>(INT64_MAX, mixed)), int64_t{1} << 60);
}

TEST_F(TypesTest, SizesOfDeepStructsAreFoundInOneWalk) {
  Type* t = intType;
  for (int depth = 0; depth < 200; depth++) t = sized({basic(BasicKind::Bool), t});
  EXPECT_EQ(sizeOf(t), 8 * 201);
}

TEST_F(TypesTest, PointersAndInterfaceWords) {
  EXPECT_TRUE(hasPointers(stringType));
  EXPECT_FALSE(hasPointers(c.make<Array>(0, stringType)));
  EXPECT_FALSE(hasPointers(sized({intType, basic(BasicKind::Uintptr)})));
  EXPECT_TRUE(hasPointers(sized({intType, basic(BasicKind::UnsafePointer)})));
  Type* p = c.pointerTo(intType);
  EXPECT_EQ(p, c.pointerTo(intType));
  EXPECT_TRUE(isDirectIface(p));
  EXPECT_TRUE(isDirectIface(sized({c.make<Array>(1, p)})));
  EXPECT_FALSE(isDirectIface(sized({p, p})));
  EXPECT_FALSE(isDirectIface(c.make<SliceType>(intType)));
}

TEST_F(TypesTest, Comparable) {
  EXPECT_TRUE(isComparable(sized({intType, stringType, c.anyType})));
  EXPECT_FALSE(isComparable(sized({intType, c.make<SliceType>(intType)})));
  EXPECT_FALSE(isComparable(func({}, {})));
  EXPECT_FALSE(isComparable(c.make<Map>(intType, intType)));
  EXPECT_FALSE(isComparable(c.make<Array>(2, func({}, {}))));
  EXPECT_TRUE(isOrdered(named("S", stringType, &pkg)));
  EXPECT_FALSE(isOrdered(basic(BasicKind::Complex128)));
}

TEST_F(TypesTest, MessagesSpellTypesAsGcDoes) {
  Named *t = named("T", sized({}), &pkg), *u = named("U", sized({}), &other);
  EXPECT_EQ(show(t), "T");
  EXPECT_EQ(show(u), "q.U");
  EXPECT_EQ(show(c.pointerTo(u)), "*q.U");
  EXPECT_EQ(show(c.make<Map>(stringType, c.make<SliceType>(t))), "map[string][]T");
  EXPECT_EQ(show(c.byteType), "byte");
  EXPECT_EQ(show(c.typ(BasicKind::Uint8)), "uint8");
  EXPECT_EQ(show(basic(BasicKind::UnsafePointer)), "unsafe.Pointer");
  EXPECT_EQ(show(c.anyType), "any");
  EXPECT_EQ(show(iface({})), "interface{}");
  EXPECT_EQ(show(c.make<Array>(4, c.errorType)), "[4]error");
  Signature* s = func({intType, c.make<SliceType>(stringType)}, {intType, c.errorType}, true);
  EXPECT_EQ(show(s), "func(int, ...string) (int, error)");
  s->params->vars[0]->name = "n";
  s->params->vars[1]->name = "rest";
  EXPECT_EQ(show(s), "func(n int, rest ...string) (int, error)");
  EXPECT_EQ(show(func({}, {func({}, {})})), "func() func()");
  Type* recv = c.make<Chan>(ast::ChanDir::Recv, intType);
  EXPECT_EQ(show(c.make<Chan>(ast::ChanDir::Both, recv)), "chan (<-chan int)");
  EXPECT_EQ(show(c.make<Chan>(ast::ChanDir::Send, recv)), "chan<- <-chan int");
  EXPECT_EQ(show(structOf({var("a", intType, &pkg), var("T", t, &pkg, true)}, {"k:\"v\"", ""})),
            "struct{a int \"k:\\\"v\\\"\"; T}");
  EXPECT_EQ(show(iface({method("M", func({intType}, {}), &pkg)}, {c.errorType})), "interface{M(int); error}");
}

TEST_F(TypesTest, RunTimeSpelling) {
  Named* t = named("T", sized({}), &pkg);
  EXPECT_EQ(runTime(t), "p.T");
  EXPECT_EQ(runTime(c.byteType), "uint8");
  EXPECT_EQ(runTime(c.runeType), "int32");
  EXPECT_EQ(runTime(c.anyType), "interface {}");
  EXPECT_EQ(runTime(sized({})), "struct {}");
  EXPECT_EQ(runTime(structOf({var("A", intType, &pkg), var("b", stringType, &pkg)})), "struct { A int; b string }");
  EXPECT_EQ(runTime(iface({method("b", func({}, {}), &pkg), method("A", func({}, {intType}), &pkg)})),
            "interface { A() int; p.b() }");
  Signature* s = func({intType}, {stringType});
  s->params->vars[0]->name = "n";
  s->results->vars[0]->name = "s";
  EXPECT_EQ(runTime(s), "func(int) string");
}

// Types that must be told apart, each with a second copy that must not.
TEST_F(TypesTest, KeysAreEqualExactlyForIdenticalTypes) {
  Named* t = named("T", intType, &pkg);
  Named* sameName = named("T", intType, &other);
  Scope body;
  Named* local = named("T", intType, &pkg, &body);
  auto twice = [&](auto make) { return std::pair<Type*, Type*>(make(), make()); };
  std::vector<std::pair<Type*, Type*>> all{
      {t, t},
      {sameName, sameName},
      {local, local},
      {c.byteType, c.typ(BasicKind::Uint8)},
      {c.runeType, c.typ(BasicKind::Int32)},
      {c.anyType, iface({})},
      twice([&] { return c.make<Pointer>(t); }),
      twice([&] { return c.make<Pointer>(sameName); }),
      twice([&] { return c.make<Array>(2, intType); }),
      twice([&] { return c.make<Array>(3, intType); }),
      twice([&] { return c.make<SliceType>(c.byteType); }),
      twice([&] { return c.make<Map>(intType, stringType); }),
      twice([&] { return c.make<Chan>(ast::ChanDir::Both, intType); }),
      twice([&] { return c.make<Chan>(ast::ChanDir::Send, c.make<Chan>(ast::ChanDir::Both, intType)); }),
      twice([&] { return c.make<Chan>(ast::ChanDir::Both, c.make<Chan>(ast::ChanDir::Recv, intType)); }),
      twice([&] { return c.make<Chan>(ast::ChanDir::Recv, c.make<Chan>(ast::ChanDir::Both, intType)); }),
      twice([&] { return structOf({var("a", intType, &pkg)}); }),
      twice([&] { return structOf({var("a", intType, &other)}); }),
      twice([&] { return structOf({var("A", intType, &pkg)}); }),
      twice([&] { return structOf({var("A", intType, &pkg)}, {"tag"}); }),
      twice([&] { return structOf({var("T", t, &pkg)}); }),
      twice([&] { return structOf({var("T", t, &pkg, true)}); }),
      twice([&] {
        return func({intType, c.make<SliceType>(intType)}, {});
      }),
      twice([&] {
        return func({intType, c.make<SliceType>(intType)}, {}, true);
      }),
      twice([&] { return func({}, {func({}, {intType})}); }),
      twice([&] { return func({func({}, {})}, {intType}); }),
      twice([&] {
        return iface({method("M", func({}, {}), &pkg), method("A", func({}, {}), &pkg)});
      }),
      twice([&] { return iface({method("m", func({}, {}), &pkg)}); }),
      twice([&] { return iface({method("m", func({}, {}), &other)}); }),
  };
  for (size_t i = 0; i < all.size(); i++) {
    EXPECT_TRUE(identical(all[i].first, all[i].second)) << runTime(all[i].first);
    EXPECT_EQ(typeKey(all[i].first), typeKey(all[i].second));
    for (size_t j = 0; j < i; j++) {
      EXPECT_FALSE(identical(all[i].first, all[j].second)) << runTime(all[i].first) << " and " << runTime(all[j].first);
      EXPECT_NE(typeKey(all[i].first), typeKey(all[j].second));
    }
  }
}

TEST_F(TypesTest, InterfacesAreIdenticalHoweverTheyAreWritten) {
  Func *a = method("A", func({}, {}), &pkg), *b = method("B", func({}, {}), &pkg);
  Named* hasA = named("HasA", iface({a}), &pkg);
  Type *flat = iface({b, a}), *embedding = iface({b}, {hasA});
  EXPECT_TRUE(identical(flat, embedding));
  EXPECT_EQ(typeKey(flat), typeKey(embedding));
  EXPECT_EQ(show(embedding), "interface{B(); HasA}");
  // type R interface { Next() R } against itself, written out.
  Named* r = named("R", nullptr, &pkg);
  r->underlying = iface({method("Next", func({}, {r}), &pkg)});
  EXPECT_TRUE(identical(r->underlying, iface({method("Next", func({}, {r}), &pkg)})));
}

TEST_F(TypesTest, TagsCountUnlessIgnored) {
  Type *plain = structOf({var("A", intType, &pkg)}), *tagged = structOf({var("A", intType, &pkg)}, {"x"});
  EXPECT_FALSE(identical(plain, tagged));
  EXPECT_TRUE(identicalIgnoreTags(plain, tagged));
}

TEST_F(TypesTest, LookupFollowsEmbedding) {
  Named* inner = named("Inner", structOf({var("x", intType, &pkg), var("y", intType, &pkg)}), &pkg);
  addMethod(inner, "Val", func({}, {}), false);
  addMethod(inner, "Ptr", func({}, {}), true);
  Named* byValue = named("ByValue", structOf({var("Inner", inner, &pkg, true), var("x", stringType, &pkg)}), &pkg);
  Named* byPtr = named("ByPtr", structOf({var("a", intType, &pkg), var("Inner", c.pointerTo(inner), &pkg, true)}), &pkg);

  LookupResult r = lookupFieldOrMethod(byValue, false, &pkg, "x");
  EXPECT_EQ(r.obj->type, stringType);  // the shallower one
  EXPECT_EQ(r.index, std::vector<int>{1});
  r = lookupFieldOrMethod(byPtr, false, &pkg, "y");
  EXPECT_EQ(r.index, (std::vector<int>{1, 1}));
  EXPECT_TRUE(r.indirect);
  EXPECT_EQ(lookupFieldOrMethod(byPtr, false, &other, "y").obj, nullptr);  // not exported
  EXPECT_FALSE(lookupFieldOrMethod(byValue, false, &pkg, "Val").needsPointer);
  EXPECT_TRUE(lookupFieldOrMethod(byValue, false, &pkg, "Ptr").needsPointer);
  EXPECT_FALSE(lookupFieldOrMethod(byValue, true, &pkg, "Ptr").needsPointer);
  EXPECT_FALSE(lookupFieldOrMethod(byPtr, false, &pkg, "Ptr").needsPointer);
  EXPECT_EQ(lookupFieldOrMethod(byPtr, false, &pkg, "PTR").obj, nullptr);
  EXPECT_NE(lookupFieldOrMethod(byPtr, false, &pkg, "PTR", true).obj, nullptr);

  auto names = [](const std::vector<MethodSetEntry>& set) {
    std::string out;
    for (const MethodSetEntry& e : set) out += std::string(e.func->name) + " ";
    return out;
  };
  EXPECT_EQ(names(methodSet(byValue)), "Val ");
  EXPECT_EQ(names(methodSet(c.pointerTo(byValue))), "Ptr Val ");
  EXPECT_EQ(names(methodSet(byPtr)), "Ptr Val ");
}

TEST_F(TypesTest, AmbiguousSelectors) {
  Named* a = named("A", structOf({var("x", intType, &pkg)}), &pkg);
  Named* b = named("B", structOf({var("x", intType, &pkg)}), &pkg);
  Named* both = named("Both", structOf({var("A", a, &pkg, true), var("B", b, &pkg, true)}), &pkg);
  LookupResult r = lookupFieldOrMethod(both, false, &pkg, "x");
  EXPECT_EQ(r.obj, nullptr);
  EXPECT_TRUE(r.ambiguous);
  // One type on two paths of the same depth is no better.
  Named* l = named("L", structOf({var("A", a, &pkg, true)}), &pkg);
  Named* m = named("M", structOf({var("A", a, &pkg, true)}), &pkg);
  Named* diamond = named("Diamond", structOf({var("L", l, &pkg, true), var("M", m, &pkg, true)}), &pkg);
  EXPECT_TRUE(lookupFieldOrMethod(diamond, false, &pkg, "x").ambiguous);
}

TEST_F(TypesTest, RecursiveEmbeddingEnds) {
  Named* t = named("T", nullptr, &pkg);
  t->underlying = structOf({var("T", c.pointerTo(t), &pkg, true), var("v", intType, &pkg)});
  EXPECT_EQ(lookupFieldOrMethod(t, false, &pkg, "v").index, std::vector<int>{1});
  EXPECT_EQ(lookupFieldOrMethod(t, false, &pkg, "w").obj, nullptr);
  EXPECT_TRUE(methodSet(t).empty());
}

TEST_F(TypesTest, PointersThatHaveNoMethods) {
  Named* t = named("T", sized({}), &pkg);
  addMethod(t, "M", func({}, {}), false);
  Named* p = named("P", c.pointerTo(t), &pkg);
  EXPECT_EQ(lookupFieldOrMethod(p, false, &pkg, "M").obj, nullptr);
  EXPECT_EQ(lookupFieldOrMethod(c.pointerTo(c.errorType), false, &pkg, "Error").obj, nullptr);
  EXPECT_TRUE(methodSet(p).empty());
  EXPECT_EQ(methodSet(c.errorType).size(), 1u);
}

TEST_F(TypesTest, WhyAMethodIsMissing) {
  Interface* i = iface({method("M", func({intType}, {}), &pkg)});
  Named* none = named("None", sized({}), &pkg);
  EXPECT_EQ(missingMethod(none, i).method->name, "M");
  EXPECT_EQ(missingMethod(none, i).alt, nullptr);
  Named* wrong = named("Wrong", sized({}), &pkg);
  addMethod(wrong, "M", func({stringType}, {}), false);
  EXPECT_TRUE(missingMethod(wrong, i).wrongType);
  Named* ptr = named("Ptr", sized({}), &pkg);
  addMethod(ptr, "M", func({intType}, {}), true);
  EXPECT_TRUE(missingMethod(ptr, i).ptrRecv);
  EXPECT_TRUE(implements(c.pointerTo(ptr), i));
  Named* cased = named("Cased", sized({}), &pkg);
  Func* m = addMethod(cased, "m", func({intType}, {}), false);
  EXPECT_EQ(missingMethod(cased, i).alt, m);
  EXPECT_FALSE(missingMethod(cased, i).unexported);
  Interface* hidden = iface({method("m", func({intType}, {}), &other)});
  EXPECT_TRUE(missingMethod(cased, hidden).unexported);
  EXPECT_TRUE(implements(named("J", iface({method("M", func({intType}, {}), &pkg)}), &pkg), i));
}

TEST_F(TypesTest, TypeParametersDoNotDisturb) {
  auto* tp = c.make<TypeParam>();
  auto* o = c.make<TypeName>();
  o->name = "T";
  tp->obj = o;
  auto* u = c.make<Union>();
  u->terms = {{true, intType}, {false, stringType}};
  Interface* constraint = iface({}, {u});
  constraint->implicit = true;
  tp->constraint = constraint;
  EXPECT_EQ(show(tp), "T");
  EXPECT_EQ(show(constraint), "~int | string");
  EXPECT_TRUE(identical(tp, tp));
  EXPECT_FALSE(identical(tp, intType));
  EXPECT_EQ(typeKey(c.make<SliceType>(tp)), typeKey(c.make<SliceType>(tp)));
  EXPECT_FALSE(isInterface(tp));
  completeInterface(constraint);
  EXPECT_TRUE(constraint->constraintOnly);
  EXPECT_EQ(lookupFieldOrMethod(tp, false, &pkg, "M").obj, nullptr);
  EXPECT_TRUE(methodSet(tp).empty());
  Named *list = named("List", sized({}), &pkg), *ofInt = c.make<Named>(), *again = c.make<Named>();
  for (Named* n : {ofInt, again}) {
    n->obj = list->obj;
    n->origin = list;
    n->targs = {intType};
    n->underlying = list->underlying;
  }
  EXPECT_EQ(show(ofInt), "List[int]");
  EXPECT_TRUE(identical(ofInt, again));
  EXPECT_EQ(typeKey(ofInt), typeKey(again));
  EXPECT_FALSE(identical(ofInt, list));
}

TEST_F(TypesTest, InstancesAreSharedAndExpandLazily) {
  auto param = [&](std::string_view name) {
    auto* p = c.make<TypeParam>();
    p->obj = c.make<TypeName>();
    p->obj->name = name;
    p->constraint = c.anyType;
    return p;
  };
  // type List[T any] struct { next *List[T]; deep *List[List[T]]; of T }; func (List[E]) Get() E
  TypeParam *t = param("T"), *e = param("E");
  Named* list = named("List", nullptr, &pkg);
  list->tparams = {t};
  list->declaring = true;
  Named* ofT = c.instantiate(list, {t});
  EXPECT_EQ(under(ofT), ofT);  // not known yet
  list->underlying = structOf(
      {var("next", c.pointerTo(ofT), &pkg), var("deep", c.pointerTo(c.instantiate(list, {ofT})), &pkg), var("of", t, &pkg)});
  list->declaring = false;
  Signature* get = func({}, {e});
  get->recvTparams = {e};
  addMethod(list, "Get", get, false);
  Named* ofInt = c.instantiate(list, {intType});
  EXPECT_EQ(ofInt, c.instantiate(list, {intType}));
  EXPECT_EQ(c.instantiate(list, {c.make<SliceType>(intType)}), c.instantiate(list, {c.make<SliceType>(intType)}));
  EXPECT_EQ(show(under(ofInt)), "struct{next *List[int]; deep *List[List[int]]; of int}");
  EXPECT_EQ(runTime(c.instantiate(list, {named("X", intType, &other)})), "p.List[example.com/b/q.X]");
  auto* m = static_cast<Func*>(lookupFieldOrMethod(ofInt, false, &pkg, "Get").obj);
  ASSERT_NE(m, nullptr);
  EXPECT_EQ(show(m->type), "func() int");
  EXPECT_EQ(m->origin, list->methods[0]);
  EXPECT_EQ(m->recvNamed, ofInt);
  EXPECT_EQ(m, lookupFieldOrMethod(ofInt, false, &pkg, "Get").obj);
  // Inside of the method: a call on List[E] becomes one on List[string].
  Subst s(c, get->recvTparams, {stringType});
  Named* ofString = c.instantiate(list, {stringType});
  EXPECT_EQ(s.method(methodAt(c.instantiate(list, {e}), 0)), methodAt(ofString, 0));
  EXPECT_EQ(s.method(list->methods[0]), methodAt(ofString, 0));
  Type* list2 = c.make<SliceType>(e);
  EXPECT_EQ(s.type(list2), s.type(list2));
  EXPECT_EQ(s.type(ofInt), ofInt);
}

TEST_F(TypesTest, LocalTypesOfGenericFunctions) {
  auto* p = c.make<TypeParam>();
  p->obj = c.make<TypeName>();
  p->obj->name = "P";
  p->constraint = c.anyType;
  Scope* inner = c.make<Scope>();
  Named* local = named("L", structOf({var("x", p, &pkg)}), &pkg, inner);
  local->outer = {p};
  Subst s(c, {p}, {intType});
  Type* ofInt = s.type(local);
  EXPECT_NE(ofInt, local);
  EXPECT_EQ(ofInt, Subst(c, {p}, {intType}).type(local));
  EXPECT_EQ(show(under(ofInt)), "struct{x int}");
  EXPECT_EQ(runTime(ofInt), "p.L[int]");
  EXPECT_EQ(show(ofInt), "L");
  EXPECT_NE(typeKey(ofInt), typeKey(local));
}

}  // namespace
}  // namespace hood::types
