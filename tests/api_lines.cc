#include "tests/api_lines.h"

#include <algorithm>
#include <vector>

namespace hood::tests {

namespace {

using namespace types;

const char* idealName(BasicKind k) {
  switch (k) {
    case BasicKind::UntypedBool: return "ideal-bool";
    case BasicKind::UntypedInt: return "ideal-int";
    case BasicKind::UntypedRune: return "ideal-char";
    case BasicKind::UntypedFloat: return "ideal-float";
    case BasicKind::UntypedComplex: return "ideal-complex";
    case BasicKind::UntypedString: return "ideal-string";
    case BasicKind::UnsafePointer: return "unsafe.Pointer";
    case BasicKind::Uint8: return "uint8";
    case BasicKind::Int32: return "int32";
    default: return nullptr;
  }
}

std::string join(std::vector<std::string> list, const char* sep) {
  std::sort(list.begin(), list.end());
  std::string s;
  for (const std::string& e : list) s += (s.empty() ? "" : sep) + e;
  return s;
}

class Emitter {
 public:
  Emitter(Package* p, std::set<std::string>* out) : pkg_(p), out_(out) {}

  void object(Object* o) {
    std::string name(o->name);
    switch (o->kind) {
      case ObjectKind::Const: {
        line("const " + name + " " + type(o->type));
        line("const " + name + " = " + constant::exactString(static_cast<Const*>(o)->value));
        return;
      }
      case ObjectKind::Var: line("var " + name + " " + type(o->type)); return;
      case ObjectKind::Func: line("func " + name + signature(static_cast<Func*>(o)->sig())); return;
      case ObjectKind::TypeName: typeName(static_cast<TypeName*>(o)); return;
      default: return;
    }
  }

 private:
  void line(const std::string& s) { out_->insert("pkg " + pkg_->path + ", " + s); }

  void typeName(TypeName* o) {
    std::string name(o->name);
    if (o->alias) {
      line("type " + name + " = " + type(o->type));
      return;
    }
    Named* n = asNamed(o->type);
    n->resolve();
    name += typeParams(n->tparams, true);
    if (Struct* s = asStruct(n)) {
      line("type " + name + " struct");
      for (Var* f : s->fields) {
        if (!f->exported()) continue;
        line("type " + name + " struct, " + (f->embedded ? "embedded" : std::string(f->name)) + " " + type(f->type));
      }
    } else if (Interface* i = asInterface(n)) {
      interfaceType(name, i);
      return;
    } else {
      line("type " + name + " " + type(under(n)));
    }
    std::set<std::string_view> byValue;
    for (const MethodSetEntry& e : methodSet(n)) {
      if (!e.func->exported()) continue;
      byValue.insert(e.func->name);
      method(n, "", e.func);
    }
    Pointer pointer(n);
    for (const MethodSetEntry& e : methodSet(&pointer))
      if (e.func->exported() && byValue.count(e.func->name) == 0) method(n, "*", e.func);
  }

  void method(Named* n, const char* star, Func* f) {
    std::string recv = star + std::string(n->obj->name) + typeParams(n->tparams, false);
    line("method (" + recv + ") " + std::string(f->name) + signature(f->sig()));
  }

  void interfaceType(const std::string& name, Interface* i) {
    completeInterface(i);
    std::vector<std::string> names;
    bool complete = true;
    for (Func* m : i->allMethods) {
      if (!m->exported()) {
        complete = false;
        continue;
      }
      names.push_back(std::string(m->name));
      line("type " + name + " interface, " + std::string(m->name) + signature(m->sig()));
    }
    if (!complete) {
      line("type " + name + " interface, unexported methods");
    } else if (names.empty()) {
      line("type " + name + " interface {}");
    } else {
      line("type " + name + " interface { " + join(names, ", ") + " }");
    }
  }

  std::string typeParams(const std::vector<TypeParam*>& list, bool constraints) {
    if (list.empty()) return "";
    std::string s;
    for (TypeParam* p : list) {
      s += (s.empty() ? "[" : ", ") + type(p);
      if (constraints) s += " " + type(p->constraint);
    }
    return s + "]";
  }

  std::string tuple(Tuple* t, bool variadic) {
    std::string s = "(";
    for (size_t k = 0; k < t->vars.size(); k++) {
      if (k > 0) s += ", ";
      Type* v = t->vars[k]->type;
      bool rest = variadic && k + 1 == t->vars.size();
      s += rest ? "..." + type(asSlice(v)->elem) : type(v);
    }
    return s + ")";
  }

  std::string signature(Signature* s) {
    std::string text = typeParams(s->tparams, true) + tuple(s->params, s->variadic);
    size_t n = s->results->vars.size();
    if (n == 0) return text;
    return text + " " + (n == 1 ? type(s->results->vars[0]->type) : tuple(s->results, false));
  }

  // What is inside of interface{ }: names of methods, and the unions of a constraint.
  std::string interfaceLiteral(Interface* i) {
    std::vector<std::string> names, unions;
    for (Func* m : i->methods) names.push_back(std::string(m->name));
    for (Type* e : i->embeddeds)
      if (e->kind == TypeKind::Union) unions.push_back(type(e));
    if (names.empty() && i->embeddeds.empty()) return "interface{}";
    return "interface{ " + join(names, ", ") + join(unions, ", ") + " }";
  }

  std::string namedType(Named* n) {
    std::string s;
    Package* p = n->obj->pkg;
    if (p != nullptr && p != pkg_) s = p->name + ".";
    s += n->obj->name;
    std::string args;
    for (Type* t : n->targs) args += (args.empty() ? "[" : ", ") + type(t);
    return args.empty() ? s : s + args + "]";
  }

  std::string type(Type* t) {
    switch (t->kind) {
      case TypeKind::Basic: {
        auto* b = static_cast<Basic*>(t);
        const char* ideal = idealName(b->basic);
        return ideal != nullptr ? ideal : std::string(b->name);
      }
      case TypeKind::Named: return namedType(static_cast<Named*>(t));
      case TypeKind::Pointer: return "*" + type(static_cast<Pointer*>(t)->elem);
      case TypeKind::Array: {
        auto* a = static_cast<Array*>(t);
        return "[" + std::to_string(a->len) + "]" + type(a->elem);
      }
      case TypeKind::Slice: return "[]" + type(static_cast<SliceType*>(t)->elem);
      case TypeKind::Map: return "map[" + type(static_cast<Map*>(t)->key) + "]" + type(static_cast<Map*>(t)->elem);
      case TypeKind::Chan: {
        auto* c = static_cast<Chan*>(t);
        const char* arrow = c->dir == ast::ChanDir::Send ? "chan<- " : c->dir == ast::ChanDir::Recv ? "<-chan " : "chan ";
        return arrow + type(c->elem);
      }
      case TypeKind::Struct: return "struct";
      case TypeKind::Signature: return "func" + signature(static_cast<Signature*>(t));
      case TypeKind::Interface: return interfaceLiteral(static_cast<Interface*>(t));
      case TypeKind::TypeParam: return "$" + std::to_string(static_cast<TypeParam*>(t)->index);
      case TypeKind::Union: {
        std::string s;
        for (const Term& term : static_cast<Union*>(t)->terms)
          s += (s.empty() ? "" : " | ") + std::string(term.tilde ? "~" : "") + type(term.type);
        return s;
      }
      case TypeKind::Tuple: break;
    }
    return "?";
  }

  Package* pkg_;
  std::set<std::string>* out_;
};

}  // namespace

void appendApiLines(Package* p, std::set<std::string>* out) {
  Emitter e(p, out);
  for (Object* o : p->scope->order)
    if (o->exported()) e.object(o);
}

}  // namespace hood::tests
