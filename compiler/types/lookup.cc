// Fields and methods by name, method sets, who implements what. Mirrors: go/types lookup.go, methodset.go.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/types/type_set.h"

namespace hood::types {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool nameMatches(const Object* o, const Package* pkg, std::string_view name, bool foldCase) {
  if (foldCase) {
    return o->name.size() == name.size() &&
           std::equal(name.begin(), name.end(), o->name.begin(), [](char a, char b) { return lower(a) == lower(b); });
  }
  if (o->name != name) return false;
  return o->exported() || o->pkg == pkg || (o->pkg != nullptr && pkg != nullptr && o->pkg->path == pkg->path);
}

Type* deref(Type* t, bool* isPtr) {
  if (t->kind == TypeKind::Pointer) {
    *isPtr = true;
    return static_cast<Pointer*>(t)->elem;
  }
  return t;
}

// A type to be searched at the current depth of embedding.
struct Embedded {
  Type* type;
  std::vector<int> index;
  bool indirect;
  bool multiples;  // reached on several paths: what is found in it is ambiguous
};

}  // namespace

LookupResult lookupFieldOrMethod(Type* t, bool addressable, const Package* pkg, std::string_view name, bool foldCase) {
  LookupResult none;
  if (name == "_") return none;
  // A pointer to a named pointer type has no fields or methods through it.
  if (Named* n = asNamed(t)) {
    if (Pointer* p = asPointer(n)) {
      LookupResult r = lookupFieldOrMethod(p, false, pkg, name, foldCase);
      if (r.obj != nullptr && r.obj->kind == ObjectKind::Func) return none;
      return r;
    }
  }
  bool isPtr = false;
  Type* typ = deref(t, &isPtr);
  if (isPtr && ifaceOf(typ) != nullptr) return none;  // pointer to interface or type parameter: no methods
  std::vector<Embedded> current{{typ, {}, isPtr, false}};
  std::set<Named*> seen;
  while (!current.empty()) {
    std::vector<Embedded> next;
    LookupResult found;
    bool collision = false;
    auto take = [&](Object* o, const Embedded& e, int i) {
      if (found.obj != nullptr || e.multiples) {
        collision = true;
        return;
      }
      found.obj = o;
      found.index = e.index;
      found.index.push_back(i);
      found.indirect = e.indirect;
    };
    for (Embedded& e : current) {
      Type* ty = e.type;
      if (Named* n = asNamed(ty)) {
        if (!seen.insert(n).second) continue;
        n->resolve();
        bool hit = false;
        const std::vector<Func*>& declared = n->origin != nullptr ? n->origin->methods : n->methods;
        for (size_t k = 0; k < declared.size() && !hit; k++)
          if (nameMatches(declared[k], pkg, name, foldCase)) {
            take(methodAt(n, k), e, static_cast<int>(k));
            hit = true;
          }
        if (hit) continue;
      }
      Type* u = under(ty);
      if (u->kind == TypeKind::Struct) {
        auto* s = static_cast<Struct*>(u);
        for (size_t k = 0; k < s->fields.size(); k++) {
          Var* f = s->fields[k];
          if (nameMatches(f, pkg, name, foldCase)) {
            take(f, e, static_cast<int>(k));
            continue;
          }
          if (found.obj != nullptr || !f->embedded || f->type == nullptr) continue;
          bool p = false;
          Type* ft = deref(f->type, &p);
          Type* fu = under(ft);
          if (ft->kind == TypeKind::Named || fu->kind == TypeKind::Struct || fu->kind == TypeKind::Interface) {
            Embedded in{ft, e.index, e.indirect || p, e.multiples};
            in.index.push_back(static_cast<int>(k));
            next.push_back(std::move(in));
          }
        }
      } else if (Interface* i = ifaceOf(u)) {  // also of a type parameter
        for (size_t k = 0; k < i->allMethods.size(); k++)
          if (nameMatches(i->allMethods[k], pkg, name, foldCase)) {
            take(i->allMethods[k], e, static_cast<int>(k));
            // An interface's method works through the value however it was reached.
            break;
          }
      }
    }
    if (collision) {
      none.ambiguous = true;
      none.index = found.index;
      return none;
    }
    if (found.obj != nullptr) {
      if (found.obj->kind == ObjectKind::Func) {
        auto* f = static_cast<Func*>(found.obj);
        if (f->ptrRecv && !found.indirect && !addressable) {
          found.needsPointer = true;
        }
      }
      return found;
    }
    // The same type on several paths of one depth: one entry, marked.
    current.clear();
    for (Embedded& e : next) {
      bool merged = false;
      if (asNamed(e.type) != nullptr)
        for (Embedded& o : current)
          if (o.type == e.type) {
            o.multiples = true;
            merged = true;
            break;
          }
      if (!merged) current.push_back(std::move(e));
    }
  }
  return none;
}

namespace {

// Names of all methods that t's method set might have.
void collectNames(Type* t, std::set<Type*>& seen, std::map<std::string, Func*>& out, int depth) {
  bool p = false;
  t = deref(t, &p);
  if (!seen.insert(t).second || depth > 64) return;
  auto add = [&](Func* f) {
    std::string key(f->name);
    if (!f->exported() && f->pkg != nullptr) key += '\0' + f->pkg->path;
    out.emplace(std::move(key), f);
  };
  if (Named* n = asNamed(t))
    for (size_t k = 0; k < numMethods(n); k++) add(methodAt(n, k));
  Type* u = under(t);
  if (u->kind == TypeKind::Struct) {
    for (Var* f : static_cast<Struct*>(u)->fields)
      if (f->embedded) collectNames(f->type, seen, out, depth + 1);
  } else if (Interface* i = ifaceOf(u)) {
    for (Func* f : i->allMethods) add(f);
  }
}

}  // namespace

std::vector<MethodSetEntry> methodSet(Type* t) {
  std::vector<MethodSetEntry> out;
  std::set<Type*> seen;
  std::map<std::string, Func*> names;
  collectNames(t, seen, names, 0);
  for (auto& [key, f] : names) {
    LookupResult r = lookupFieldOrMethod(t, false, f->pkg, f->name);
    if (r.obj == nullptr || r.obj->kind != ObjectKind::Func || r.needsPointer) continue;
    out.push_back({static_cast<Func*>(r.obj), r.index, r.indirect});
  }
  // Stable: methods of one name are of different packages, and `names` has those in order.
  std::stable_sort(out.begin(), out.end(),
                   [](const MethodSetEntry& a, const MethodSetEntry& b) { return a.func->name < b.func->name; });
  return out;
}

MissingMethod missingMethod(Type* t, Interface* iface) {
  completeInterface(iface);
  MissingMethod missing;
  for (Func* m : iface->allMethods) {
    LookupResult r = lookupFieldOrMethod(t, false, m->pkg, m->name);
    auto* f = r.obj != nullptr && r.obj->kind == ObjectKind::Func ? static_cast<Func*>(r.obj) : nullptr;
    if (f != nullptr && !r.needsPointer) {
      if (f->type == nullptr || m->type == nullptr || identical(f->type, m->type)) continue;
      missing.wrongType = true;
    } else if (f != nullptr) {
      missing.ptrRecv = true;
    } else if (r.ambiguous) {
      missing.ambiguous = true;
    } else if (r.obj == nullptr && !isInterface(t)) {
      LookupResult fold = lookupFieldOrMethod(t, true, m->pkg, m->name, true);
      if (fold.obj != nullptr && fold.obj->kind == ObjectKind::Func) f = static_cast<Func*>(fold.obj);
      missing.unexported = f != nullptr && f->name == m->name;
    }
    missing.method = m;
    missing.alt = f;
    return missing;
  }
  return missing;
}

bool implements(Type* t, Interface* iface) { return missingMethod(t, iface).method == nullptr; }

}  // namespace hood::types
