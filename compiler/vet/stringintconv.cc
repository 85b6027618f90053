// string(65) is "A".
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

std::string nameOf(types::Type* t) {
  if (t->kind == types::TypeKind::Basic) return std::string(static_cast<types::Basic*>(t)->name);
  if (types::Named* n = types::asNamed(t)) return std::string(n->obj->name);
  return "";
}

// "T (int)".
std::string described(types::Type* t, const std::string& as) {
  std::string under = nameOf(types::under(t));
  return !under.empty() && under != as ? as + " (" + under + ")" : as;
}

}  // namespace

void stringintconv(Pass& p) {
  each<ast::CallExpr>(p.pkg, ast::NodeKind::CallExpr, [&](ast::CallExpr* call) {
    if (call->args.size() != 1 || !isConversion(call)) return;
    types::Object* target = objectOf(call->fun);
    if (target == nullptr || target->kind != types::ObjectKind::TypeName || !types::isString(target->type)) return;
    types::Type* from = call->args[0]->type;
    types::Basic* b = types::asBasic(from);
    if (b == nullptr || !types::isInteger(b)) return;
    using types::BasicKind;
    if (b->basic == BasicKind::Uint8 || b->basic == BasicKind::Int32 || b->basic == BasicKind::UntypedRune) return;
    p.report(call, "conversion from " + described(from, nameOf(from)) + " to " +
                       described(target->type, std::string(target->name)) +
                       " yields a string of one rune, not a string of digits (did you mean fmt.Sprint(x)?)");
  });
}

}  // namespace hood::vet
