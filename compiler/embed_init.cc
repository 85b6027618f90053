#include "compiler/embed_init.h"

namespace hood::compiler {

namespace {

class Builder {
 public:
  Builder(types::Context& ctx, constant::Pool& consts, Diagnostics& diag, types::Package* pkg)
      : ctx_(ctx), consts_(consts), diag_(diag), pkg_(pkg) {}

  // The value of a variable, nullptr after an error.
  ast::Expr* value(types::Var* v, const EmbeddedVar& e) {
    Pos at = e.decl->names[0]->pos;
    types::Type* u = types::under(v->type);
    bool text = types::isString(u);
    types::SliceType* bytes = types::asSlice(v->type);
    if (bytes != nullptr) {
      types::Basic* elem = types::asBasic(bytes->elem);
      if (elem == nullptr || elem->basic != types::BasicKind::Uint8) bytes = nullptr;
    }
    if (!text && bytes == nullptr && !isFS(v->type)) {
      diag_.error(at, "go:embed cannot apply to var of type " + types::typeString(v->type, pkg_));
      return nullptr;
    }
    if (isFS(v->type)) return newFS(e, at);
    if (e.files.size() != 1) {
      diag_.error(at, "invalid go:embed: multiple files for type " + types::typeString(v->type, pkg_));
      return nullptr;
    }
    if (text) return literal(e.files[0].data, v->type, at);
    auto* target = node<ast::Ident>(ast::NodeKind::Ident, at);
    target->mode = ast::Mode::TypeExpr;
    target->type = v->type;
    return call(target, literal(e.files[0].data, ctx_.basic[static_cast<int>(types::BasicKind::String)], at), v->type);
  }

 private:
  template <class T>
  T* node(ast::NodeKind kind, Pos at) {
    T* n = ctx_.arena.make<T>();
    n->kind = kind;
    n->pos = at;
    return n;
  }

  static bool isFS(const types::Type* t) {
    if (t->kind != types::TypeKind::Named) return false;
    const types::TypeName* o = static_cast<const types::Named*>(t)->obj;
    return o->name == "FS" && o->pkg != nullptr && o->pkg->path == "embed" && o->pkg->stdlib;
  }

  ast::Expr* literal(const std::string& text, types::Type* type, Pos at) {
    auto* l = node<ast::BasicLit>(ast::NodeKind::BasicLit, at);
    l->lit = ast::LitKind::String;
    l->mode = ast::Mode::Constant;
    l->type = type;
    l->value = consts_.makeString(text);
    return l;
  }

  ast::Expr* call(ast::Expr* fun, ast::Expr* arg, types::Type* result) {
    auto* c = node<ast::CallExpr>(ast::NodeKind::CallExpr, arg->pos);
    c->fun = fun;
    c->args = Slice<ast::Expr*>::of(ctx_.arena, std::vector<ast::Expr*>{arg});
    c->mode = ast::Mode::Value;
    c->type = result;
    return c;
  }

  // embed.newFS("name\0size\0data…")
  ast::Expr* newFS(const EmbeddedVar& e, Pos at) {
    types::Object* make = nullptr;
    for (types::Package* p : pkg_->imports)
      if (p->path == "embed") make = p->scope->lookup("newFS");
    std::string packed;
    for (const EmbeddedFile& f : e.files) packed += f.name + '\0' + std::to_string(f.data.size()) + '\0' + f.data;
    auto* name = node<ast::Ident>(ast::NodeKind::Ident, at);
    name->name = "newFS";
    name->obj = make;
    name->mode = ast::Mode::Value;
    name->type = make->type;
    auto* sig = static_cast<types::Signature*>(make->type);
    ast::Expr* arg = literal(packed, ctx_.basic[static_cast<int>(types::BasicKind::String)], at);
    return call(name, arg, sig->results->vars[0]->type);
  }

  types::Context& ctx_;
  constant::Pool& consts_;
  Diagnostics& diag_;
  types::Package* pkg_;
};

}  // namespace

void initEmbeds(types::Context& ctx, constant::Pool& consts, Diagnostics& diag, const SourcePackage& source,
                types::Package* pkg) {
  std::vector<types::Initializer> first;
  Builder b(ctx, consts, diag, pkg);
  for (const EmbeddedVar& e : source.embeds) {
    auto* v = static_cast<types::Var*>(e.decl->names[0]->obj);
    if (v == nullptr || v->type == nullptr) continue;
    types::Initializer init;
    init.lhs = {v};
    init.rhs = b.value(v, e);
    if (init.rhs != nullptr) first.push_back(std::move(init));
  }
  pkg->initOrder.insert(pkg->initOrder.begin(), first.begin(), first.end());
}

}  // namespace hood::compiler
