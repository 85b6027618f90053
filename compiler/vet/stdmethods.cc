// Methods named like those of well-known interfaces, with another signature: the type does not implement the interface,
// and nothing says so.
#include <vector>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

// Types as messages spell them. A parameter with `=` must match, or the method is taken for something else.
struct Canonical {
  std::string_view name;
  std::vector<std::string_view> params, results;
};

const std::vector<Canonical>& table() {
  static const std::vector<Canonical> kTable = {
      {"As", {"any"}, {"bool"}},
      {"Format", {"=fmt.State", "rune"}, {}},
      {"GobDecode", {"[]byte"}, {"error"}},
      {"GobEncode", {}, {"[]byte", "error"}},
      {"Is", {"error"}, {"bool"}},
      {"MarshalJSON", {}, {"[]byte", "error"}},
      {"MarshalXML", {"*xml.Encoder", "xml.StartElement"}, {"error"}},
      {"ReadByte", {}, {"byte", "error"}},
      {"ReadFrom", {"=io.Reader"}, {"int64", "error"}},
      {"ReadRune", {}, {"rune", "int", "error"}},
      {"Scan", {"=fmt.ScanState", "rune"}, {"error"}},
      {"Seek", {"=int64", "int"}, {"int64", "error"}},
      {"UnmarshalJSON", {"[]byte"}, {"error"}},
      {"UnmarshalXML", {"*xml.Decoder", "xml.StartElement"}, {"error"}},
      {"UnreadByte", {}, {"error"}},
      {"UnreadRune", {}, {"error"}},
      {"Unwrap", {}, {"error"}},
      {"WriteByte", {"byte"}, {"error"}},
      {"WriteTo", {"=io.Writer"}, {"int64", "error"}},
  };
  return kTable;
}

std::string_view bare(std::string_view s) { return s.starts_with("=") ? s.substr(1) : s; }

bool same(std::string_view want, types::Type* t) {
  std::string got = typeStr(t);
  bool any = got == "any" || got == "interface {}" || got == "interface{}";
  return got == bare(want) || (any && bare(want) == "any") || (got == "uint8" && want == "byte") ||
         (got == "int32" && want == "rune") || (got == "[]uint8" && want == "[]byte");
}

bool matches(const std::vector<std::string_view>& want, const types::Tuple* got, bool fixedOnly) {
  for (size_t i = 0; i < want.size(); i++) {
    if (fixedOnly && !want[i].starts_with("=")) continue;
    if (i >= got->vars.size() || !same(want[i], got->vars[i]->type)) return false;
  }
  return fixedOnly || got->vars.size() <= want.size();
}

std::string joined(const std::vector<std::string_view>& list) {
  std::string out;
  for (std::string_view s : list) out += (out.empty() ? "" : ", ") + std::string(bare(s));
  return out;
}

void check(Pass& p, ast::Ident* id, types::Signature* sig, types::Type* recv) {
  if (sig == nullptr) return;
  for (const Canonical& c : table()) {
    if (c.name != id->name) continue;
    if (c.name == "WriteTo" && sig->params->vars.size() > 1) return;  // another well-known WriteTo
    // Is, As and Unwrap mean something for errors only.
    if ((c.name == "Is" || c.name == "As" || c.name == "Unwrap") && (recv == nullptr || !implementsError(p, recv))) return;
    if (!matches(c.params, sig->params, true) || !matches(c.results, sig->results, true)) return;
    if (matches(c.params, sig->params, false) && matches(c.results, sig->results, false)) return;
    std::string want = std::string(c.name) + "(" + joined(c.params) + ")";
    if (c.results.size() == 1) want += " " + joined(c.results);
    if (c.results.size() > 1) want += " (" + joined(c.results) + ")";
    std::string got = typeStr(sig);
    if (got.starts_with("func")) got = got.substr(4);
    return p.report(id, "method " + std::string(id->name) + got + " should have signature " + want);
  }
}

}  // namespace

void stdmethods(Pass& p) {
  walk(p.pkg, [&](ast::Node* n) {
    if (n->kind == ast::NodeKind::FuncDecl) {
      auto* d = static_cast<ast::FuncDecl*>(n);
      if (d->recv != nullptr && d->name->obj != nullptr && d->name->obj->kind == types::ObjectKind::Func) {
        types::Signature* sig = static_cast<types::Func*>(d->name->obj)->sig();
        check(p, d->name, sig, sig != nullptr && sig->recv != nullptr ? sig->recv->type : nullptr);
      }
    } else if (n->kind == ast::NodeKind::InterfaceType) {
      for (ast::Field* f : static_cast<ast::InterfaceType*>(n)->elems)
        if (f->name != nullptr) check(p, f->name, types::asSignature(f->typeExpr->type), nullptr);
    }
    return true;
  });
}

}  // namespace hood::vet
