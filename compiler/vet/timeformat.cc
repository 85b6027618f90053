// 2006-02-01 is a layout with day and month swapped; 2006-01-02 is meant.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void timeformat(Pass& p) {
  if (p.pkg.path == "time") return;
  each<ast::CallExpr>(p.pkg, ast::NodeKind::CallExpr, [&](ast::CallExpr* call) {
    types::Func* f = callee(call);
    if (f == nullptr || f->pkg == nullptr || f->pkg->path != "time" || call->args.empty()) return;
    bool format = f->name == "Format" && f->recvNamed != nullptr && f->recvNamed->obj->name == "Time";
    if (!format && !(f->name == "Parse" && !f->isMethod)) return;
    ast::Expr* layout = call->args[0];
    if (!isStringConstant(layout)) return;
    if (constant::stringVal(layout->value).find("2006-02-01") != std::string::npos)
      p.report(layout, "2006-02-01 should be 2006-01-02");
  });
}

}  // namespace hood::vet
