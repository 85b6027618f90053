// errors.As(err, target): target must point to something that an error can be put into.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

void errorsas(Pass& p) {
  if (p.pkg.path == "errors") return;
  each<ast::CallExpr>(p.pkg, ast::NodeKind::CallExpr, [&](ast::CallExpr* call) {
    if (call->args.size() < 2 || !calls(call, "errors", "As")) return;
    constexpr const char* kWrong =
        "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any "
        "interface type";
    types::Type* t = typeOf(p, call->args[1]);
    if (types::Interface* i = types::asInterface(t)) {
      types::completeInterface(i);
      if (i->allMethods.empty()) return;
    }
    types::Pointer* ptr = types::asPointer(t);
    if (ptr == nullptr) return p.report(call, kWrong);
    if (ptr->elem == p.ctx.errorType) return p.report(call, "second argument to errors.As should not be *error");
    if (types::isInterface(ptr->elem) || implementsError(p, ptr->elem)) return;
    p.report(call, kWrong);
  });
}

}  // namespace hood::vet
