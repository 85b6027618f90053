// How types are spelled: in messages (gc's way), by %T, and as identity keys. Mirrors: go/types typestring.go.
#include <cstdio>

#include "compiler/types/type.h"

namespace hood::types {

namespace {

enum class Style { Message, RunTime, Key };

void appendQuoted(std::string& out, std::string_view s) {
  out += '"';
  for (char c : s) {
    unsigned char u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (u < 0x20 || u == 0x7f) {
      char buf[8];
      std::snprintf(buf, sizeof buf, "\\x%02x", u);
      out += buf;
    } else {
      out += c;
    }
  }
  out += '"';
}

class Writer {
 public:
  Writer(Style style, const Package* from) : style_(style), from_(from) {}

  void type(Type* t) {
    if (t == nullptr) {
      out += "<nil>";
      return;
    }
    switch (t->kind) {
      case TypeKind::Basic: basic(static_cast<Basic*>(t)); return;
      case TypeKind::Named: named(static_cast<Named*>(t)); return;
      case TypeKind::Pointer:
        out += '*';
        type(static_cast<Pointer*>(t)->elem);
        return;
      case TypeKind::Array:
        out += '[' + std::to_string(static_cast<Array*>(t)->len) + ']';
        type(static_cast<Array*>(t)->elem);
        return;
      case TypeKind::Slice:
        out += "[]";
        type(static_cast<SliceType*>(t)->elem);
        return;
      case TypeKind::Map:
        out += "map[";
        type(static_cast<Map*>(t)->key);
        out += ']';
        type(static_cast<Map*>(t)->elem);
        return;
      case TypeKind::Chan: chan(static_cast<Chan*>(t)); return;
      case TypeKind::Struct: structType(static_cast<Struct*>(t)); return;
      case TypeKind::Tuple: tuple(static_cast<Tuple*>(t), false); return;
      case TypeKind::Signature:
        out += "func";
        signature(static_cast<Signature*>(t));
        return;
      case TypeKind::Interface: interfaceType(static_cast<Interface*>(t)); return;
      case TypeKind::TypeParam:
        out += static_cast<TypeParam*>(t)->obj->name;
        if (style_ == Style::Key) pointerSuffix(t);
        return;
      case TypeKind::Union: {
        bool first = true;
        for (auto& term : static_cast<Union*>(t)->terms) {
          if (!first) out += " | ";
          first = false;
          if (term.tilde) out += '~';
          type(term.type);
        }
        return;
      }
    }
  }

  std::string out;

 private:
  void pointerSuffix(const void* p) {
    char buf[32];
    std::snprintf(buf, sizeof buf, "@%p", p);
    out += buf;
  }

  void basic(Basic* b) {
    if (b->basic == BasicKind::UnsafePointer) {
      out += "unsafe.Pointer";
    } else if (style_ != Style::Message && b->basic == BasicKind::Uint8) {
      out += "uint8";
    } else if (style_ != Style::Message && b->basic == BasicKind::Int32) {
      out += "int32";
    } else {
      out += b->name;
    }
  }

  void named(Named* n) {
    const TypeName* o = n->obj;
    if (o->pkg != nullptr) {
      if (style_ == Style::Key || (style_ == Style::RunTime && inTargs_ > 0)) {
        out += o->pkg->path + '.';
      } else if (o->pkg != from_) {
        bool byPath = style_ == Style::Message && o->pkg->nameIsAmbiguous;
        out += (byPath ? '"' + o->pkg->path + '"' : o->pkg->name) + '.';
      }
    }
    out += o->name;
    localPart(n);
    if (n->targs.empty() && n->outerTargs.empty()) {
      if (style_ == Style::Message) tparams(n->tparams);
      return;
    }
    // As gc: what a local type got from its function goes first, unless it is obvious from where the message is.
    bool outer = style_ != Style::Message && !n->outerTargs.empty();
    if (!outer && n->targs.empty()) return;
    inTargs_++;
    out += '[';
    if (outer) list(n->outerTargs);
    if (outer && !n->targs.empty()) out += ';';
    list(n->targs);
    out += ']';
    inTargs_--;
  }

  // Types declared in functions share names: told apart by where they are declared and, as gc prints them in type
  // arguments, by their number: T·2.
  void localPart(const Named* n) {
    std::string_view id = n->obj->localId;
    if (id.empty() || style_ == Style::Message) return;
    size_t number = id.rfind('.');
    if (style_ == Style::Key) {
      out += '#';
      out += id.substr(0, number == id.find('.') ? id.size() : number);
    } else if (((inTargs_ > 0 && n->targs.empty()) || !n->outerTargs.empty()) && number != id.find('.')) {
      out += "·";
      out += id.substr(number + 1);
    }
  }

  void list(const std::vector<Type*>& types) {
    for (size_t k = 0; k < types.size(); k++) {
      if (k > 0) out += style_ == Style::Message ? ", " : ",";
      type(types[k]);
    }
  }

  // [P, Q any, R C]: parameters of one constraint share it.
  void tparams(const std::vector<TypeParam*>& list) {
    if (list.empty()) return;
    out += '[';
    for (size_t k = 0; k < list.size(); k++) {
      if (k > 0) {
        if (list[k]->constraint != list[k - 1]->constraint) {
          out += ' ';
          type(list[k - 1]->constraint);
        }
        out += ", ";
      }
      type(list[k]);
    }
    out += ' ';
    type(list.back()->constraint);
    out += ']';
  }

  void chan(Chan* c) {
    bool paren = false;
    switch (c->dir) {
      case ast::ChanDir::Send: out += "chan<- "; break;
      case ast::ChanDir::Recv: out += "<-chan "; break;
      case ast::ChanDir::Both:
        out += "chan ";
        paren = c->elem->kind == TypeKind::Chan && static_cast<Chan*>(c->elem)->dir == ast::ChanDir::Recv;
        break;
    }
    if (paren) out += '(';
    type(c->elem);
    if (paren) out += ')';
  }

  void structType(Struct* s) {
    bool spaced = style_ == Style::RunTime;
    out += spaced ? "struct {" : "struct{";
    for (size_t k = 0; k < s->fields.size(); k++) {
      Var* f = s->fields[k];
      if (k > 0) out += ';';
      if (k > 0 || spaced) out += ' ';
      if (!f->embedded || style_ == Style::Key) {
        if (style_ == Style::Key && !f->exported() && f->pkg != nullptr) out += f->pkg->path + '.';
        out += f->name;
        out += f->embedded ? '!' : ' ';
      }
      type(f->type);
      if (k < s->tags.size() && !s->tags[k].empty()) {
        out += ' ';
        appendQuoted(out, s->tags[k]);
      }
    }
    if (spaced && !s->fields.empty()) out += ' ';
    out += '}';
  }

  void tuple(Tuple* t, bool variadic) {
    out += '(';
    for (size_t k = 0; t != nullptr && k < t->vars.size(); k++) {
      Var* v = t->vars[k];
      if (k > 0) out += style_ == Style::Key ? "," : ", ";
      if (style_ == Style::Message && !v->name.empty()) {
        out += v->name;
        out += ' ';
      }
      if (variadic && k + 1 == t->vars.size()) {
        if (auto* s = asSlice(v->type)) {
          out += "...";
          type(s->elem);
        } else {  // append([]byte, string...)
          type(v->type);
          out += "...";
        }
      } else {
        type(v->type);
      }
    }
    out += ')';
  }

  void signature(Signature* s) {
    tparams(s->tparams);
    tuple(s->params, s->variadic);
    size_t n = s->results != nullptr ? s->results->vars.size() : 0;
    if (n == 0) return;
    out += ' ';
    if (n == 1 && (style_ != Style::Message || s->results->vars[0]->name.empty())) {
      type(s->results->vars[0]->type);
    } else {
      tuple(s->results, false);
    }
  }

  void interfaceType(Interface* i) {
    if (style_ == Style::Message && i->methods.empty() && i->embeddeds.empty() && !i->comparable) {
      out += i->implicit ? "any" : "interface{}";
      return;
    }
    if (style_ == Style::Message && i->implicit && i->methods.empty() && i->embeddeds.size() == 1) {
      type(i->embeddeds[0]);
      return;
    }
    bool spaced = style_ == Style::RunTime;
    if (style_ != Style::Message) completeInterface(i);
    const std::vector<Func*>& methods = style_ == Style::Message ? i->methods : i->allMethods;
    out += spaced ? "interface {" : "interface{";
    bool first = true;
    auto sep = [&] {
      if (!first)
        out += "; ";
      else if (spaced)
        out += ' ';
      first = false;
    };
    for (Func* m : methods) {
      sep();
      if (style_ != Style::Message && !m->exported() && m->pkg != nullptr) {
        out += style_ == Style::Key ? m->pkg->path : m->pkg->name;
        out += '.';
      }
      out += m->name;
      if (m->type != nullptr) signature(m->sig());
    }
    if (style_ == Style::Message || i->constraintOnly)
      for (Type* e : i->embeddeds) {
        sep();
        type(e);
      }
    if (spaced && !first) out += ' ';
    out += '}';
  }

  Style style_;
  const Package* from_;
  int inTargs_ = 0;  // type arguments name packages by their paths
};

}  // namespace

std::string typeString(Type* t, const Package* from) {
  Writer w(from != nullptr ? Style::Message : Style::RunTime, from);
  w.type(t);
  return std::move(w.out);
}

std::string typeKey(Type* t) {
  Writer w(Style::Key, nullptr);
  w.type(t);
  return std::move(w.out);
}

}  // namespace hood::types
