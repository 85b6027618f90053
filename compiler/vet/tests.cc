// Functions of _test.go files that look like tests and examples, and are none.
#include "compiler/vet/pass.h"

namespace hood::vet {

namespace {

bool startsLower(std::string_view s) {
  if (s.empty()) return false;
  auto c = static_cast<unsigned char>(s[0]);
  return c >= 0x80 ? !types::isUpperRune(s) && c >= 0xc3 : c >= 'a' && c <= 'z';
}

// What follows Test: nothing, or something that does not start with a small letter.
bool isTestSuffix(std::string_view s) { return !startsLower(s); }
// The last part of an example's name starts with a small letter.
bool isExampleSuffix(std::string_view s) { return startsLower(s); }

class Tests {
 public:
  explicit Tests(Pass& p) : p_(p) {}

  void check(ast::FuncDecl* d) {
    std::string name(d->name->name);
    if (name.starts_with("Example")) return example(d, name);
    for (std::string prefix : {"Test", "Benchmark", "Fuzz"})
      if (name.starts_with(prefix)) return test(d, name, prefix);
  }

 private:
  void test(ast::FuncDecl* d, const std::string& name, const std::string& prefix) {
    if (!d->sig->results.empty() || d->sig->params.size() != 1) return;
    ast::Expr* t = d->sig->params[0]->typeExpr;
    if (t->kind != ast::NodeKind::StarExpr) return;
    types::Object* o = objectOf(static_cast<ast::StarExpr*>(t)->x);
    if (o == nullptr || o->name != prefix.substr(0, 1)) return;
    if (!d->sig->tparams.empty())
      p_.report(d, name + " has type parameters: it will not be run by go test as a " + prefix + "XXX function");
    if (!isTestSuffix(std::string_view(name).substr(prefix.size())))
      p_.report(d, name + " has malformed name: first letter after '" + prefix + "' must not be lowercase");
  }

  void example(ast::FuncDecl* d, const std::string& name) {
    if (!d->sig->params.empty()) p_.report(d, name + " should be niladic");
    if (!d->sig->results.empty()) p_.report(d, name + " should return nothing");
    if (!d->sig->tparams.empty()) p_.report(d, name + " should not have type params");
    std::string rest = name.substr(7);
    if (rest.empty()) return;
    size_t bar = rest.find('_');
    std::string ident = rest.substr(0, bar);
    types::Object* o = ident.empty() ? nullptr : lookup(ident);
    if (!ident.empty() && o == nullptr) return p_.report(d, name + " refers to unknown identifier: " + ident);
    if (bar == std::string::npos) return;
    rest = rest.substr(bar + 1);
    if (ident.empty()) {
      if (!isExampleSuffix(rest)) p_.report(d, name + " has malformed example suffix: " + rest);
      return;
    }
    bar = rest.find('_');
    std::string member = rest.substr(0, bar);
    if (!isExampleSuffix(member) && types::lookupFieldOrMethod(o->type, true, o->pkg, member).obj == nullptr)
      p_.report(d, name + " refers to unknown field or method: " + ident + "." + member);
    if (bar != std::string::npos && !isExampleSuffix(rest.substr(bar + 1)))
      p_.report(d, name + " has malformed example suffix: " + rest.substr(bar + 1));
  }

  // Also in the package that an x_test package tests.
  types::Object* lookup(const std::string& name) {
    if (types::Object* o = p_.pkg.scope->lookup(name)) return o;
    if (!p_.pkg.name.ends_with("_test")) return nullptr;
    for (types::Package* i : p_.pkg.imports)
      if (i->name + "_test" == p_.pkg.name)
        if (types::Object* o = i->scope->lookup(name)) return o;
    return nullptr;
  }

  Pass& p_;
};

}  // namespace

void tests(Pass& p) {
  Tests t(p);
  for (ast::File* f : p.pkg.files) {
    if (f->source == nullptr || !f->source->path.ends_with("_test.go")) continue;
    for (ast::Decl* d : f->decls)
      if (d->kind == ast::NodeKind::FuncDecl && static_cast<ast::FuncDecl*>(d)->recv == nullptr)
        t.check(static_cast<ast::FuncDecl*>(d));
  }
}

}  // namespace hood::vet
