// Package-level objects: collecting them from the files, imports, methods and their receivers.
// Mirrors: types2/resolver.go.
#include "compiler/check/checker.h"

#include <algorithm>

#include "base/check.h"

namespace hood::check {

PackageCheck::PackageCheck(Context& ctx, constant::Pool& consts, Diagnostics& diags, Package* pkg, Options options)
    : impl_(std::make_unique<Checker>(ctx, consts, diags, pkg, options)) {}
PackageCheck::~PackageCheck() = default;
bool PackageCheck::run() { return impl_->run(); }
bool PackageCheck::checkBody(Func* f) { return impl_->checkBody(f); }
void PackageCheck::declare(Object* o) { impl_->declareObject(o); }

bool Checker::run() {
  errorsBefore_ = diags_.count();
  if (pkg_->scope == nullptr) {
    pkg_->scope = ctx_.make<Scope>();
    pkg_->scope->parent = ctx_.universe;
  }
  if (auto [it, fresh] = ctx_.packageByName.emplace(pkg_->name, pkg_); !fresh && it->second->path != pkg_->path)
    it->second->nameIsAmbiguous = pkg_->nameIsAmbiguous = true;
  Declaring guard(*this);
  collectObjects();
  packageObjects();
  processDelayed(0);
  if (options_.ignoreBodies) bodiesOfInitializers();
  initOrder();
  if (!options_.ignoreBodies) unusedImports();
  monomorph();
  processSizeChecks();
  if (diags_.count() == errorsBefore_)
    for (Func* f : bodiless_) error(f->pos, "missing function body");
  return diags_.count() == errorsBefore_;
}

bool Checker::checkBody(Func* f) {
  if (f->origin != nullptr) f = f->origin;
  auto it = decls_.find(f);
  if (it == decls_.end() || it->second->bodyChecked) return true;
  Declaring guard(*this);
  size_t before = diags_.count();
  DeclInfo* d = it->second;
  d->bodyChecked = true;
  if (d->funcDecl->body != nullptr) {
    Environment saved = env_;
    funcBody(d, std::string(f->name), f->sig(), d->funcDecl->body, nullptr);
    env_ = saved;
  }
  processDelayed(0);
  monomorph();
  processSizeChecks();
  return diags_.count() == before;
}

void Checker::processSizeChecks() {
  if (diags_.count() == errorsBefore_)
    for (auto& check : sizeChecks_) check();
  sizeChecks_.clear();
}

// Bodies are left out, but those of functions that initialisers mention, directly or not, decide the order.
void Checker::bodiesOfInitializers() {
  std::vector<Object*> work;
  std::unordered_set<Object*> seen;
  auto add = [&](Object* o) {
    for (Object* d : decls_.at(o)->deps)
      if (seen.insert(d).second) work.push_back(d);
  };
  for (Object* o : objects_)
    if (o->kind == ObjectKind::Var) add(o);
  while (!work.empty()) {
    Object* o = work.back();
    work.pop_back();
    if (o->kind != ObjectKind::Func) continue;
    checkBody(static_cast<Func*>(o));
    add(o);
  }
}

// Runs the delayed actions from number `top` on; they may add others.
void Checker::processDelayed(size_t top) {
  for (size_t k = top; k < delayed_.size(); k++) {
    auto f = std::move(delayed_[k]);
    Environment saved = env_;
    f();
    env_ = saved;
  }
  delayed_.resize(top);
}

// ---- errors ---------------------------------------------------------------------------------------------------

// "… requires go1.N or later": as gc does, appends why the version is what it is, for the reader must know where to
// change it.
void Checker::explainVersion(Pos p, std::string* text) const {
  size_t at = text->find("requires go1.");
  if (at == std::string::npos || text->find(" or later", at) == std::string::npos) return;
  std::string have = "go1." + std::to_string(pkg_->goMinorAt(p));
  const ast::File* f = pkg_->fileAt(p);
  *text += f != nullptr && f->goMinor != 0 ? " (file declares //go:build " + have + ")"
                                           : " (-lang was set to " + have + "; check go.mod)";
}

void Checker::error(Pos p, std::string text) {
  if (env_.errPos.valid()) p = env_.errPos;
  // An operand that is invalid was reported already.
  for (const char* followOn : {"invalid operand", "invalid type"})
    if (size_t at = text.find(followOn); at != std::string::npos && at > 0 && diags_.count() > errorsBefore_) return;
  explainVersion(p, &text);
  // As in gc, a message is said once a line.
  uint32_t line = diags_.sources().position(p).line;
  if (diags_.count() > errorsBefore_ && diags_.list().back().text == text &&
      diags_.sources().position(diags_.list().back().pos).line == line)
    return;
  diags_.error(p, std::move(text));
}

void Checker::error(const Operand& x, std::string text) {
  error(x.expr != nullptr ? ast::startPos(x.expr) : Pos{}, std::move(text));
}

bool Checker::needsVersion(const ast::Node* at, int minor, const std::string& what) {
  if (allowVersion(at->pos, minor)) return true;
  error(at, what + lacksVersion(minor));
  return false;
}

// error() appends why the version is what it is.
std::string Checker::lacksVersion(int minor) const { return " requires go1." + std::to_string(minor) + " or later"; }

// ---- collecting -----------------------------------------------------------------------------------------------

std::string Checker::redeclared(const SourceSet& s, const Object* alt) {
  return alt->pos.valid() ? "\n\t" + s.format(alt->pos) + ": other declaration of " + std::string(alt->name) : std::string();
}

void Checker::declarePkgObj(ast::Ident* id, Object* o, DeclInfo* d) {
  if (id->name == "init") {
    error(id, "cannot declare init - must be func");
    return;
  }
  if (id->name == "main" && pkg_->name == "main") {
    error(id, "cannot declare main - must be func");
    return;
  }
  declare(pkg_->scope, id, o, {});
  decls_[o] = d;
  objects_.push_back(o);
}

void Checker::collectImport(ast::ImportDecl* d, Scope* fileScope) {
  std::string path = constant::stringVal(consts_.fromLiteral(d->path->text, ast::LitKind::String));
  Package* imp = nullptr;
  if (path == "unsafe") {
    imp = ctx_.unsafePkg;
  } else if (auto it = pkg_->importMap.find(path); it != pkg_->importMap.end()) {
    imp = it->second;
  } else {
    for (Package* p : pkg_->imports)
      if (p->path == path) imp = p;
  }
  if (imp == nullptr) {
    error(d->path, "could not import " + path + " (package not found)");
    return;
  }
  std::string_view name = d->name != nullptr ? d->name->name : std::string_view(imp->name);
  if (name == "init") {
    error(d->name != nullptr ? static_cast<ast::Node*>(d->name) : d->path,
          "cannot import package as init - init must be a func");
    return;
  }
  if (name == "_") return;
  if (path == "C") {
    error(d->path, "hood does not support cgo (import \"C\")");
    return;
  }
  auto* o = ctx_.make<PkgName>();
  o->name = name;
  o->pos = d->name != nullptr ? d->name->pos : d->path->pos;
  o->pkg = pkg_;
  o->imported = imp;
  o->type = invalidType();
  o->color = Color::Black;
  if (d->name != nullptr) d->name->obj = o;
  imports_.push_back(o);
  if (name == ".") {
    imp->scope->loadAll();
    for (Object* e : imp->scope->order) {
      if (!e->exported()) continue;
      if (Object* alt = fileScope->lookup(e->name)) {
        error(d->name, std::string(e->name) + " redeclared in this block" + redeclared(diags_.sources(), alt));
        continue;
      }
      Scope* parent = e->parent;
      fileScope->insert(e);
      e->parent = parent;
    }
    dotImported_[imp].push_back(o);
    return;
  }
  if (Object* alt = fileScope->insert(o))
    error(d->name != nullptr ? static_cast<ast::Node*>(d->name) : d->path,
          std::string(name) + " redeclared in this block" + redeclared(diags_.sources(), alt));
}

void Checker::collectFunc(ast::FuncDecl* d, Scope* fileScope) {
  auto* o = ctx_.make<Func>();
  o->name = d->name->name;
  o->pos = d->name->pos;
  o->pkg = pkg_;
  o->decl = d;
  d->name->obj = o;
  ownedDecls_.push_back(std::make_unique<DeclInfo>());
  DeclInfo* info = ownedDecls_.back().get();
  info->file = fileScope;
  info->funcDecl = d;
  if (d->recv == nullptr) {
    bool init = d->name->name == "init", main = d->name->name == "main" && pkg_->name == "main";
    if (init || main) {
      if (!d->sig->tparams.empty())
        error(d->sig->tparams[0], "func " + std::string(d->name->name) + " must have no type parameters");
      if (!d->sig->params.empty() || !d->sig->results.empty())
        error(d->name, "func " + std::string(d->name->name) + " must have no arguments and no return values");
    }
    if (init) {
      o->parent = pkg_->scope;
      pkg_->inits.push_back(o);
      if (d->body == nullptr) error(d->name, "func init must have a body");
    } else {
      declare(pkg_->scope, d->name, o, {});
    }
  } else {
    o->isMethod = true;
    o->parent = nullptr;
    allMethods_.push_back({o, d});
  }
  decls_[o] = info;
  objects_.push_back(o);
}

DeclInfo* Checker::newDecl(Scope* file) {
  ownedDecls_.push_back(std::make_unique<DeclInfo>());
  ownedDecls_.back()->file = file;
  return ownedDecls_.back().get();
}

template <class T>
T* Checker::newObject(const ast::Ident* id) {
  auto* o = ctx_.make<T>();
  o->name = id->name;
  o->pos = id->pos;
  o->pkg = pkg_;
  return o;
}

void Checker::collectConsts(ast::ConstDecl* d, Scope* fileScope) {
  for (size_t k = 0; k < d->names.size(); k++) {
    DeclInfo* info = newDecl(fileScope);
    info->typeExpr = d->typeExpr;
    info->init = k < d->values.size() ? d->values[k] : nullptr;
    info->inherited = d->inherited;
    info->iota = d->iota;
    declarePkgObj(d->names[k], newObject<Const>(d->names[k]), info);
  }
  arityMatch(d->names, d->values, true, d->inherited);
}

void Checker::collectVars(ast::VarDecl* d, Scope* fileScope) {
  // With one initialiser for all, they share the declaration.
  DeclInfo* shared = d->values.size() == 1 && d->names.size() > 1 ? newDecl(fileScope) : nullptr;
  std::vector<Var*> vars;
  for (size_t k = 0; k < d->names.size(); k++) {
    auto* v = newObject<Var>(d->names[k]);
    v->isPackageLevel = true;
    v->used = true;
    vars.push_back(v);
    DeclInfo* info = shared != nullptr ? shared : newDecl(fileScope);
    if (shared == nullptr) info->init = k < d->values.size() ? d->values[k] : nullptr;
    info->typeExpr = d->typeExpr;
    declarePkgObj(d->names[k], v, info);
  }
  if (shared != nullptr) {
    shared->init = d->values[0];
    shared->lhs = vars;
  }
  if (d->typeExpr == nullptr || !d->values.empty()) arityMatch(d->names, d->values, false, false);
}

namespace {

// A declaration with type parameters, or a method of a type that has them.
bool isGenericDecl(ast::Decl* d) {
  if (d->kind == ast::NodeKind::TypeDecl) return !static_cast<ast::TypeDecl*>(d)->tparams.empty();
  if (d->kind != ast::NodeKind::FuncDecl) return false;
  auto* f = static_cast<ast::FuncDecl*>(d);
  if (f->recv == nullptr) return !f->sig->tparams.empty();
  Expr* t = ast::unparen(f->recv->typeExpr);
  if (t->kind == ast::NodeKind::StarExpr) t = ast::unparen(static_cast<ast::StarExpr*>(t)->x);
  return t->kind == ast::NodeKind::IndexExpr;
}

}  // namespace

void Checker::collectObjects() {
  std::vector<Scope*> fileScopes;
  for (ast::File* f : pkg_->files) {
    auto* fileScope = ctx_.make<Scope>();
    fileScope->parent = pkg_->scope;
    fileScopes.push_back(fileScope);
    if (f->package != nullptr && f->package->name == "_") error(f->package, "invalid package name _");
    for (ast::ImportDecl* d : f->imports) collectImport(d, fileScope);
    for (ast::Decl* d : f->decls) {
      if (options_.genericOnly && !isGenericDecl(d)) continue;
      switch (d->kind) {
        case ast::NodeKind::ConstDecl: collectConsts(static_cast<ast::ConstDecl*>(d), fileScope); break;
        case ast::NodeKind::VarDecl: collectVars(static_cast<ast::VarDecl*>(d), fileScope); break;
        case ast::NodeKind::TypeDecl: {
          auto* t = static_cast<ast::TypeDecl*>(d);
          DeclInfo* info = newDecl(fileScope);
          info->typeDecl = t;
          declarePkgObj(t->name, newObject<TypeName>(t->name), info);
          break;
        }
        case ast::NodeKind::FuncDecl: collectFunc(static_cast<ast::FuncDecl*>(d), fileScope); break;
        default: break;
      }
    }
  }
  for (Scope* fileScope : fileScopes) packageAgainstFile(fileScope);
  associateMethods();
}

// A name of the package and an import of one of its files may not be the same.
void Checker::packageAgainstFile(Scope* fileScope) {
  for (Object* o : fileScope->order) {
    Object* alt = pkg_->scope->lookup(o->name);
    if (alt == nullptr) continue;
    bool import = o->kind == ObjectKind::PkgName;
    const Package* p = import ? static_cast<PkgName*>(o)->imported : o->pkg;
    error(alt->pos, std::string(alt->name) + " already declared through " + (import ? "import" : "dot-import") +
                        " of package " + p->name + " (" + quote(p->path) + ")" + redeclared(diags_.sources(), o));
    o->used = true;
  }
}

// The base type of each method's receiver, through parentheses, a pointer and aliases.
void Checker::associateMethods() {
  for (auto& [m, d] : allMethods_) {
    Expr* t = ast::unparen(d->recv->typeExpr);
    if (t->kind == ast::NodeKind::StarExpr) {
      m->ptrRecv = true;
      t = ast::unparen(static_cast<ast::StarExpr*>(t)->x);
    }
    if (t->kind == ast::NodeKind::IndexExpr) t = ast::unparen(static_cast<ast::IndexExpr*>(t)->x);
    // (an alias of an instance is no receiver of a generic type's method: collectReceiver() says so)
    std::set<TypeName*> seen;
    while (t->kind == ast::NodeKind::Ident) {
      Object* o = pkg_->scope->lookup(static_cast<ast::Ident*>(t)->name);
      if (o == nullptr || o->kind != ObjectKind::TypeName) break;
      auto* tn = static_cast<TypeName*>(o);
      ast::TypeDecl* td = decls_[tn]->typeDecl;
      if (!seen.insert(tn).second) break;
      if (td->alias && !td->tparams.empty()) break;  // collectReceiver() says no
      if (!td->alias) {
        if (m->name != "_") methodsOf_[tn].push_back(m);
        break;
      }
      t = ast::unparen(td->typeExpr);
      if (t->kind == ast::NodeKind::StarExpr) {
        if (m->ptrRecv) break;  // **T is no receiver
        m->ptrRecv = true;
        t = ast::unparen(static_cast<ast::StarExpr*>(t)->x);
      }
    }
  }
}

void Checker::packageObjects() {
  // Non-alias types first, so that methods are attached before anybody looks them up.
  std::vector<Object*> aliases, others;
  for (Object* o : objects_) {
    if (o->kind == ObjectKind::TypeName) {
      if (decls_[o]->typeDecl->alias) {
        aliases.push_back(o);
      } else {
        objDecl(o);
      }
    } else {
      others.push_back(o);
    }
  }
  for (Object* o : aliases) objDecl(o);
  for (Object* o : others) objDecl(o);
}

void Checker::unusedImports() {
  for (PkgName* p : imports_) {
    if (p->used) continue;
    const std::string& path = p->imported->path;
    std::string base = path.substr(path.find_last_of('/') + 1);
    std::string text = quote(path) + " imported";
    if (p->name == "." || p->name == p->imported->name) {
      if (p->imported->name != base) text += " as " + p->imported->name;
    } else {
      text += " as " + std::string(p->name);
    }
    error(p->pos, text + " and not used");
  }
}

}  // namespace hood::check
