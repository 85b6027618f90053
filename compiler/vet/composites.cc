// image.Config{m, 1, 2}: a field that the other package adds breaks it.
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

// Structs whose fields will never change, so that they are written without names everywhere.
bool isStable(types::Type* t) {
  static constexpr std::string_view kStable[][2] = {{"image/color", "Alpha"},         {"image/color", "Alpha16"},
                                                    {"image/color", "CMYK"},          {"image/color", "Gray"},
                                                    {"image/color", "Gray16"},        {"image/color", "NRGBA"},
                                                    {"image/color", "NRGBA64"},       {"image/color", "NYCbCrA"},
                                                    {"image/color", "RGBA"},          {"image/color", "RGBA64"},
                                                    {"image/color", "YCbCr"},         {"image", "Point"},
                                                    {"image", "Rectangle"},           {"image", "Uniform"},
                                                    {"unicode", "Range16"},           {"unicode", "Range32"},
                                                    {"testing", "InternalBenchmark"}, {"testing", "InternalExample"},
                                                    {"testing", "InternalTest"},      {"testing", "InternalFuzzTarget"}};
  for (const auto& [path, name] : kStable)
    if (isNamed(t, path, name)) return true;
  return false;
}

}  // namespace

void composites(Pass& p) {
  each<ast::CompositeLit>(p.pkg, ast::NodeKind::CompositeLit, [&](ast::CompositeLit* lit) {
    types::Type* t = lit->type;
    if (t == nullptr || isStable(t)) return;
    types::Type* base = t;
    if (base->kind == types::TypeKind::Pointer) base = static_cast<types::Pointer*>(base)->elem;  // elided &T
    types::Named* n = types::asNamed(base);
    if (n == nullptr || types::asStruct(n) == nullptr || n->obj->pkg == nullptr || n->obj->pkg == &p.pkg) return;
    for (ast::Expr* e : lit->elems) {
      if (e->kind == ast::NodeKind::KeyValueExpr) continue;
      p.report(lit, typeStr(t) + " composite literal uses unkeyed fields");
      return;
    }
  });
}

}  // namespace hood::vet
