// The owner of types and the universe scope. Mirrors: go/types universe.go, scope.go, object.go.
#include "compiler/types/type.h"

namespace hood::types {

namespace {

struct BasicRow {
  BasicKind kind;
  uint16_t info;
  const char* name;
};
constexpr BasicRow kBasics[] = {
    {BasicKind::Invalid, 0, "invalid type"},
    {BasicKind::Bool, IsBoolean, "bool"},
    {BasicKind::Int, IsInteger, "int"},
    {BasicKind::Int8, IsInteger, "int8"},
    {BasicKind::Int16, IsInteger, "int16"},
    {BasicKind::Int32, IsInteger, "int32"},
    {BasicKind::Int64, IsInteger, "int64"},
    {BasicKind::Uint, IsInteger | IsUnsigned, "uint"},
    {BasicKind::Uint8, IsInteger | IsUnsigned, "uint8"},
    {BasicKind::Uint16, IsInteger | IsUnsigned, "uint16"},
    {BasicKind::Uint32, IsInteger | IsUnsigned, "uint32"},
    {BasicKind::Uint64, IsInteger | IsUnsigned, "uint64"},
    {BasicKind::Uintptr, IsInteger | IsUnsigned, "uintptr"},
    {BasicKind::Float32, IsFloat, "float32"},
    {BasicKind::Float64, IsFloat, "float64"},
    {BasicKind::Complex64, IsComplex, "complex64"},
    {BasicKind::Complex128, IsComplex, "complex128"},
    {BasicKind::String, IsString, "string"},
    {BasicKind::UnsafePointer, 0, "Pointer"},
    {BasicKind::UntypedBool, IsBoolean | IsUntyped, "untyped bool"},
    {BasicKind::UntypedInt, IsInteger | IsUntyped, "untyped int"},
    {BasicKind::UntypedRune, IsInteger | IsUntyped, "untyped rune"},
    {BasicKind::UntypedFloat, IsFloat | IsUntyped, "untyped float"},
    {BasicKind::UntypedComplex, IsComplex | IsUntyped, "untyped complex"},
    {BasicKind::UntypedString, IsString | IsUntyped, "untyped string"},
    {BasicKind::UntypedNil, IsUntyped, "untyped nil"},
};

struct BuiltinRow {
  const char* name;
  BuiltinId id;
};
constexpr BuiltinRow kBuiltins[] = {
    {"append", BuiltinId::Append},   {"cap", BuiltinId::Cap},         {"clear", BuiltinId::Clear},
    {"close", BuiltinId::Close},     {"complex", BuiltinId::Complex}, {"copy", BuiltinId::Copy},
    {"delete", BuiltinId::Delete},   {"imag", BuiltinId::Imag},       {"len", BuiltinId::Len},
    {"make", BuiltinId::Make},       {"max", BuiltinId::Max},         {"min", BuiltinId::Min},
    {"new", BuiltinId::New},         {"panic", BuiltinId::Panic},     {"print", BuiltinId::Print},
    {"println", BuiltinId::Println}, {"real", BuiltinId::Real},       {"recover", BuiltinId::Recover},
};
constexpr BuiltinRow kUnsafeBuiltins[] = {
    {"Add", BuiltinId::UnsafeAdd},           {"Alignof", BuiltinId::UnsafeAlignof},
    {"Offsetof", BuiltinId::UnsafeOffsetof}, {"Sizeof", BuiltinId::UnsafeSizeof},
    {"Slice", BuiltinId::UnsafeSlice},       {"SliceData", BuiltinId::UnsafeSliceData},
    {"String", BuiltinId::UnsafeString},     {"StringData", BuiltinId::UnsafeStringData},
};

TypeName* declareType(Context& c, Scope* scope, std::string_view name, Type* t, bool alias) {
  auto* o = c.make<TypeName>();
  o->name = name;
  o->type = t;
  o->alias = alias;
  o->color = Color::Black;
  scope->insert(o);
  return o;
}

Named* declareInterface(Context& c, Scope* scope, std::string_view name, Interface* i) {
  auto* n = c.make<Named>();
  n->underlying = i;
  n->obj = declareType(c, scope, name, n, false);
  return n;
}

void declareConst(Context& c, std::string_view name, Type* t, bool isIota, bool value) {
  auto* o = c.make<Const>();
  o->name = name;
  o->type = t;
  o->color = Color::Black;
  o->value = isIota ? nullptr : c.universeBool(value);
  c.universe->insert(o);
}

}  // namespace

Context::Context() {
  for (const BasicRow& r : kBasics) basic[static_cast<int>(r.kind)] = make<Basic>(r.kind, r.info, r.name);
  universe = make<Scope>();
  for (const BasicRow& r : kBasics)
    if (r.kind != BasicKind::Invalid && (r.info & IsUntyped) == 0 && r.kind != BasicKind::UnsafePointer)
      declareType(*this, universe, r.name, typ(r.kind), false);
  byteType = make<Basic>(BasicKind::Uint8, static_cast<uint16_t>(IsInteger | IsUnsigned), "byte");
  runeType = make<Basic>(BasicKind::Int32, static_cast<uint16_t>(IsInteger), "rune");
  declareType(*this, universe, "byte", byteType, true);
  declareType(*this, universe, "rune", runeType, true);

  emptyTuple = make<Tuple>();
  auto* any = make<Interface>();
  any->complete = true;
  any->implicit = true;  // messages call it any
  anyType = any;
  declareType(*this, universe, "any", any, true);

  auto* err = make<Interface>();
  auto* sig = make<Signature>();
  sig->params = emptyTuple;
  sig->results = make<Tuple>();
  auto* res = make<Var>();
  res->type = typ(BasicKind::String);
  res->isParam = true;
  sig->results->vars.push_back(res);
  auto* method = make<Func>();
  method->name = "Error";
  method->type = sig;
  method->isMethod = true;
  method->color = Color::Black;
  err->methods.push_back(method);
  errorType = declareInterface(*this, universe, "error", err);
  method->recvNamed = errorType;
  completeInterface(err);

  auto* cmp = make<Interface>();
  cmp->comparable = true;
  cmp->constraintOnly = true;
  cmp->complete = true;
  comparableType = declareInterface(*this, universe, "comparable", cmp);

  declareConst(*this, "true", typ(BasicKind::UntypedBool), false, true);
  declareConst(*this, "false", typ(BasicKind::UntypedBool), false, false);
  declareConst(*this, "iota", typ(BasicKind::UntypedInt), true, false);
  auto* nil = make<Nil>();
  nil->name = "nil";
  nil->type = typ(BasicKind::UntypedNil);
  nil->color = Color::Black;
  universe->insert(nil);
  for (const BuiltinRow& r : kBuiltins) {
    auto* b = make<Builtin>(r.id);
    b->name = r.name;
    b->type = typ(BasicKind::Invalid);
    b->color = Color::Black;
    universe->insert(b);
  }

  unsafePkg = make<Package>();
  unsafePkg->path = unsafePkg->name = "unsafe";
  unsafePkg->stdlib = true;
  unsafePkg->scope = make<Scope>();
  unsafePkg->scope->parent = universe;
  declareType(*this, unsafePkg->scope, "Pointer", typ(BasicKind::UnsafePointer), false)->pkg = unsafePkg;
  for (const BuiltinRow& r : kUnsafeBuiltins) {
    auto* b = make<Builtin>(r.id);
    b->name = r.name;
    b->type = typ(BasicKind::Invalid);
    b->pkg = unsafePkg;
    b->color = Color::Black;
    unsafePkg->scope->insert(b);
  }
}

Context::~Context() {
  for (size_t k = owned_.size(); k-- > 0;) owned_[k].destroy(owned_[k].p);
}

const constant::Value* Context::universeBool(bool b) { return constants.makeBool(b); }

Pointer* Context::pointerTo(Type* elem) {
  Pointer*& p = pointers_[elem];
  if (p == nullptr) p = make<Pointer>(elem);
  return p;
}

bool Object::exported() const {
  if (name.empty()) return false;
  unsigned char c = static_cast<unsigned char>(name[0]);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return isUpperRune(name);
}

Object* Scope::lookup(std::string_view n) const {
  auto it = elems.find(n);
  if (it != elems.end()) return it->second;
  return source != nullptr ? source->load(const_cast<Scope*>(this), n) : nullptr;
}

Object* Scope::lookupParent(std::string_view n, Pos at) const {
  for (const Scope* s = this; s != nullptr; s = s->parent)
    if (Object* o = s->lookup(n))
      if (!at.valid() || !o->scopePos.valid() || o->scopePos < at || o->scopePos == at) return o;
  return nullptr;
}

Object* Scope::insert(Object* o) {
  auto [it, fresh] = elems.emplace(o->name, o);
  if (!fresh) return it->second;
  order.push_back(o);
  if (o->parent == nullptr) o->parent = this;
  return nullptr;
}

}  // namespace hood::types
