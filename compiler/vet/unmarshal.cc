// json.Unmarshal(data, v) with a v that is no pointer cannot change v.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

bool oneOf(std::string_view s, std::initializer_list<std::string_view> list) {
  for (std::string_view x : list)
    if (x == s) return true;
  return false;
}

}  // namespace

void unmarshal(Pass& p) {
  if (oneOf(p.pkg.path, {"encoding/gob", "encoding/json", "encoding/xml", "encoding/asn1"})) return;
  each<ast::CallExpr>(p.pkg, ast::NodeKind::CallExpr, [&](ast::CallExpr* call) {
    types::Func* f = callee(call);
    if (f == nullptr || f->pkg == nullptr || isInterfaceMethod(f)) return;
    size_t arg = 2;
    if (f->name == "Unmarshal" && !f->isMethod && oneOf(f->pkg->path, {"encoding/json", "encoding/xml", "encoding/asn1"}))
      arg = 1;
    else if (f->name == "Decode" && f->recvNamed != nullptr && f->recvNamed->obj->name == "Decoder" &&
             oneOf(f->pkg->path, {"encoding/json", "encoding/xml", "encoding/gob"}))
      arg = 0;
    if (arg >= call->args.size() || arg == 2) return;
    types::Type* t = typeOf(p, call->args[arg]);
    if (t == nullptr || types::asPointer(t) || types::asInterface(t) || t->kind == types::TypeKind::TypeParam) return;
    p.report(call->lparen,
             "call of " + std::string(f->name) + " passes non-pointer" + (arg == 1 ? " as second argument" : ""));
  });
}

}  // namespace hood::vet
