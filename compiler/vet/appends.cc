// append(s) appends nothing.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void appends(Pass& p) {
  each<ast::CallExpr>(p.pkg, ast::NodeKind::CallExpr, [&](ast::CallExpr* call) {
    types::Object* o = objectOf(ast::unparen(call->fun));
    if (o == nullptr || o->kind != types::ObjectKind::Builtin || call->args.size() != 1) return;
    if (static_cast<types::Builtin*>(o)->id == types::BuiltinId::Append) p.report(call, "append with no values");
  });
}

}  // namespace hood::vet
