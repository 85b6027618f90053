#include "compiler/vet/print_args.h"

#include <unordered_set>

#include "compiler/types/type_set.h"

namespace hood::vet {

namespace {

using types::BasicKind;
using types::Type;
using types::TypeKind;

types::Func* methodOf(Type* t, std::string_view name) {
  types::LookupResult r = types::lookupFieldOrMethod(t, false, nullptr, name);
  return r.obj != nullptr && r.obj->kind == types::ObjectKind::Func && !r.needsPointer ? static_cast<types::Func*>(r.obj)
                                                                                       : nullptr;
}

bool isUntypedNil(Type* t) {
  return t->kind == TypeKind::Basic && static_cast<types::Basic*>(t)->basic == BasicKind::UntypedNil;
}

class Matcher {
 public:
  Matcher(Pass& p, uint16_t kinds) : p_(p), kinds_(kinds) {}
  std::string reason;

  bool match(Type* t, bool top) {
    if (kinds_ == kArgError) return implementsError(p_, t);
    if (isFormatter(p_, t)) return true;
    if ((kinds_ & kArgString) && printsItself(t)) return true;
    if (t->kind == TypeKind::TypeParam) return matchTypeParam(static_cast<types::TypeParam*>(t), top);
    Type* u = types::under(t);
    if (!seen_.insert(u).second) return true;  // looked at, or being looked at
    switch (u->kind) {
      case TypeKind::Signature: return kinds_ == kArgPointer;
      case TypeKind::Map: {
        auto* m = static_cast<types::Map*>(u);
        return kinds_ == kArgPointer || (match(m->key, false) && match(m->elem, false));
      }
      case TypeKind::Chan: return kinds_ & kArgPointer;
      case TypeKind::Array:
        return isBytes(static_cast<types::Array*>(u)->elem) || match(static_cast<types::Array*>(u)->elem, false);
      case TypeKind::Slice:
        if (isBytes(static_cast<types::SliceType*>(u)->elem)) return true;
        return kinds_ == kArgPointer || match(static_cast<types::SliceType*>(u)->elem, false);
      case TypeKind::Pointer: return matchPointer(static_cast<types::Pointer*>(u), top);
      case TypeKind::Struct: return matchStruct(static_cast<types::Struct*>(u));
      case TypeKind::Interface: return true;  // it depends on what is in it
      case TypeKind::Basic: return matchBasic(static_cast<types::Basic*>(u));
      default: return false;
    }
  }

 private:
  bool isBytes(Type* elem) { return (kinds_ & kArgString) && types::identical(types::under(elem), p_.ctx.byteType); }

  // By its Error or String method.
  bool printsItself(Type* t) {
    if (isUntypedNil(t)) return false;
    if (implementsError(p_, t)) return true;
    types::Func* f = methodOf(t, "String");
    return f != nullptr && f->sig()->params->vars.empty() && f->sig()->results->vars.size() == 1 &&
           f->sig()->results->vars[0]->type == p_.ctx.typ(BasicKind::String);
  }

  bool matchTypeParam(types::TypeParam* tp, bool top) {
    if (!seen_.insert(tp).second) return true;
    types::Interface* i = types::ifaceOf(tp);
    if (i == nullptr) return true;
    types::completeInterface(i);
    if (!i->hasTerms) return false;  // some type in it does not fit, whatever the verb takes
    bool say = seen_.size() == 1;
    for (const types::Term& term : i->terms) {
      if (match(term.type, top)) continue;
      if (say) reason = std::string("contains ") + (term.tilde ? "~" : "") + typeStr(term.type);
      return false;
    }
    return true;
  }

  bool matchPointer(types::Pointer* ptr, bool top) {
    if (kinds_ == kArgPointer || ptr->elem->kind == TypeKind::TypeParam) return true;
    Type* u = types::under(ptr->elem);
    // &{…}, &[…] and &map[…] are printed for a pointer, but not for one inside of something.
    bool looksThrough =
        u->kind == TypeKind::Struct || u->kind == TypeKind::Array || u->kind == TypeKind::Slice || u->kind == TypeKind::Map;
    if (!looksThrough) return kinds_ & kArgPointer;
    return top && match(u, false);
  }

  bool matchStruct(types::Struct* s) {
    for (types::Var* f : s->fields) {
      if (!match(f->type, false)) return false;
      if ((kinds_ & kArgString) && !f->exported() && printsItself(f->type)) return false;  // its method is not called
    }
    return true;
  }

  bool matchBasic(types::Basic* b) {
    if (b->basic == BasicKind::UnsafePointer) return kinds_ & (kArgPointer | kArgInt);
    if (b->basic == BasicKind::UntypedRune) return kinds_ & (kArgInt | kArgRune);
    if (b->basic == BasicKind::UntypedNil) return false;
    if (b->info & types::IsBoolean) return kinds_ & kArgBool;
    if (b->info & types::IsInteger) return kinds_ & kArgInt;
    if (b->info & types::IsFloat) return kinds_ & kArgFloat;
    if (b->info & types::IsComplex) return kinds_ & kArgComplex;
    if (b->info & types::IsString) return kinds_ & kArgString;
    return true;
  }

  Pass& p_;
  uint16_t kinds_;
  std::unordered_set<Type*> seen_;
};

}  // namespace

bool isFormatter(Pass& p, Type* t) {
  if (t == nullptr) return false;
  if (t->kind != TypeKind::TypeParam && types::isInterface(t)) return true;  // what is in it may be one
  types::Func* f = methodOf(t, "Format");
  if (f == nullptr || f->sig()->params->vars.size() != 2 || !f->sig()->results->vars.empty()) return false;
  return isNamed(f->sig()->params->vars[0]->type, "fmt", "State") &&
         types::identical(f->sig()->params->vars[1]->type, p.ctx.runeType);
}

bool matchesVerb(Pass& p, uint16_t kinds, Type* t, std::string* reason) {
  if (kinds == kArgAny || t == nullptr) return true;
  Matcher m(p, kinds);
  bool ok = m.match(t, true);
  *reason = m.reason;
  return ok;
}

}  // namespace hood::vet
