// Building a package: what it declares, the worklist of what that needs, package variables and their initialisers, the
// entry function of a command.
#include "compiler/ir/build.h"

#include <algorithm>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/program_builder.h"
#include "compiler/ir/visit.h"

namespace hood::ir {

using ast::NodeKind;

std::unique_ptr<Program> build(const BuildInput& in) {
  ProgramBuilder pb(in);
  return pb.run();
}

ProgramBuilder::ProgramBuilder(const BuildInput& input) : in(input), prog(std::make_unique<Program>()) {
  using K = types::BasicKind;
  types::Context& c = *in.ctx;
  t = {c.typ(K::Bool),    c.typ(K::Int),     c.typ(K::Uint8),  c.typ(K::Int32),         c.typ(K::Uintptr),
       c.typ(K::Float64), c.typ(K::Float32), c.typ(K::String), c.typ(K::UnsafePointer), c.anyType};
}

ProgramBuilder::~ProgramBuilder() = default;

std::unique_ptr<Program> ProgramBuilder::run() {
  prog->pkg = in.pkg;
  for (types::Initializer& init : in.pkg->initOrder)
    for (types::Var* v : init.lhs) initialised_.insert(v);
  buildInits();
  declareAll();
  drain();
  if (failed || in.diags->any()) return nullptr;
  takeOptionalInits();
  joinInits();
  for (types::Func* f : in.pkg->inits) prog->inits.push_back(funcFor(f));
  if (in.command) buildEntry();
  return std::move(prog);
}

// Everything the package declares may be used by others, by name or through an interface.
void ProgramBuilder::declareAll() {
  for (types::Object* o : in.pkg->scope->order) {
    switch (o->kind) {
      case types::ObjectKind::Func: {
        auto* f = static_cast<types::Func*>(o);
        if (f->sig()->tparams.empty()) funcFor(f);  // generic ones are built for their type arguments, where they are used
        break;
      }
      case types::ObjectKind::Var: globalFor(static_cast<types::Var*>(o)); break;
      case types::ObjectKind::TypeName: {
        auto* n = types::asNamed(o->type);
        if (n == nullptr || n->obj != o || !n->tparams.empty()) break;  // an alias, or generic
        for (types::Func* m : n->methods) funcFor(m);
        needType(n);
        needType(in.ctx->pointerTo(n));
        break;
      }
      default: break;
    }
  }
  for (types::Func* f : in.pkg->inits) funcFor(f);
}

void ProgramBuilder::drain() {
  while (!work_.empty() && !failed) {
    auto job = std::move(work_.front());
    work_.pop_front();
    job();
  }
}

// ---- functions ------------------------------------------------------------------------------------------------

Func* ProgramBuilder::newFunc(std::string name, types::Package* pkg, Pos pos) {
  auto f = std::make_unique<Func>();
  f->name = std::move(name);
  f->pkg = pkg;
  f->pos = f->endPos = pos;
  Func* raw = f.get();
  prog->funcs.push_back(std::move(f));
  return raw;
}

// A function literal or thunk: it goes where the function around it goes.
Func* ProgramBuilder::newNested(Func* outer, std::string name, types::Package* pkg, Pos pos) {
  Func* f = newFunc(std::move(name), pkg, pos);
  f->dupOk = outer->dupOk;
  if (!outer->linkName.empty()) f->linkName = outer->linkName + f->name.substr(outer->name.size());
  return f;
}

std::string ProgramBuilder::funcName(types::Func* f) {
  std::string name(f->pkg ? f->pkg->path : std::string());
  if (!name.empty()) name += '.';
  if (f->recvNamed) {
    std::string recv(f->recvNamed->obj->name);
    if (f->recvNamed->origin) recv += "[...]";
    name += f->ptrRecv ? "(*" + recv + ")." : recv + ".";
    return name + std::string(f->name);
  } else if (f->name == "init") {
    for (size_t i = 0; i < f->pkg->inits.size(); i++)
      if (f->pkg->inits[i] == f) return name + "init." + std::to_string(i);
  }
  return name + std::string(f->name) + (f->origin ? "[...]" : "");
}

// Literals are numbered within the outermost function; those inside of literals get a bare number: f.func1.2. Bodies of
// range-over-func loops have their own count: f-range1.
std::string ProgramBuilder::closureName(Func* outer, types::Package* pkg, const char* prefix) {
  std::string name;
  if (initFuncs_.count(outer)) {
    name = pkg->path + ".glob.." + prefix + std::to_string(++globClosures_[pkg]);
  } else {
    std::string_view kind = prefix;
    bool literal = kind == "func", loop = kind == "-range";
    bool nested = literal && closureNames_.count(outer->name) != 0;
    int n = literal ? ++closureCount_[outer] : loop ? ++loopCount_[outer] : ++thunkCount_[outer];
    name = outer->name + (loop ? "" : ".") + (nested ? "" : prefix) + std::to_string(n);
  }
  closureNames_.insert(name);
  return name;
}

Func* ProgramBuilder::funcFor(types::Func* f) {
  auto it = prog->declared.find(f);
  if (it != prog->declared.end()) return it->second;
  Func* to = f->origin ? stampedFunc(f) : f->pkg == in.pkg ? declaredFunc(f) : foreignFunc(f);
  return prog->declared[f] = to;
}

Func* ProgramBuilder::declaredFunc(types::Func* f) {
  HOOD_CHECK(f->decl != nullptr);
  if (!f->decl->body)
    if (Func* target = linkedFunc(f)) return target;
  Func* to = newFunc(funcName(f), f->pkg, f->pos);
  prog->declared[f] = to;
  to->noInline = f->decl->pragma.find("go:noinline") != std::string_view::npos;
  // Between a deferred func value that reflection made and what it stands for, as in gc.
  to->wrapper = f->pkg->stdlib && f->pkg->path == "reflect" && (f->name == "callMade" || f->name == "callBound");
  if (!f->decl->body) {
    to->kind = FuncKind::Native;
    signatureOf(f, to);
  } else {
    work_.push_back([this, f, to] { buildDeclared(f, to); });
  }
  return to;
}

// A function of another package, whether that was imported in compiled form or checked from source.
Func* ProgramBuilder::foreignFunc(types::Func* f) {
  HOOD_CHECK(f->decl != nullptr || f->imported);
  bool hasBody = f->imported ? !f->native && f->linkName.empty() : f->decl->body != nullptr;
  if (!f->imported && !hasBody)
    if (Func* target = linkedFunc(f)) return target;
  if (f->imported && !f->native && !f->linkName.empty()) {
    bool fresh = false;
    Func* to = prog->externalFunc(f->linkName, {}, packageOfSymbol(f->linkName), &fresh);
    if (fresh) signatureOf(f, to);
    return to;
  }
  std::string name = f->linkName.empty() ? funcName(f) : std::string(f->linkName);
  bool fresh = false;
  Func* to = hasBody ? prog->externalFunc(name, {}, f->pkg, &fresh) : prog->nativeFunc(name, f->pkg, &fresh);
  if (fresh) signatureOf(f, to);
  return to;
}

void ProgramBuilder::buildDeclared(types::Func* f, Func* to) {
  if (in.needBody && !in.needBody(f)) {
    failed = true;
    return;
  }
  FuncBuilder fb(*this, to, f->pkg, nullptr);
  fb.buildBody(f->sig(), f->decl->body);
}

void ProgramBuilder::signatureOf(types::Func* f, Func* to) {
  types::Signature* sig = f->sig();
  if (sig->recv) to->paramTypes.push_back(sig->recv->type);
  for (types::Var* v : sig->params->vars) to->paramTypes.push_back(v->type);
  for (types::Var* v : sig->results->vars) to->resultTypes.push_back(v->type);
  to->params.assign(to->paramTypes.size(), kNoReg);
}

namespace {

// The target of `go:linkname local target` in text, "" if there is none for this name.
std::string_view linkname(std::string_view text, std::string_view local) {
  for (size_t at = 0; (at = text.find("go:linkname ", at)) != std::string_view::npos; at++) {
    std::string_view line = text.substr(at + 12, text.find('\n', at) - at - 12);
    size_t space = line.find(' ');
    if (space != std::string_view::npos && line.substr(0, space) == local) return line.substr(space + 1);
  }
  return {};
}

}  // namespace

// What another package calls o, a variable or a function without body, by a go:linkname directive: its symbol, or "".
std::string_view ProgramBuilder::linknameOf(types::Object* o, std::string_view pragma) {
  std::string_view target = linkname(pragma, o->name);
  if (target.empty() && o->pkg)
    for (ast::File* f : o->pkg->files)
      for (std::string_view d : f->goDirectives)
        if (target.empty()) target = linkname(d, o->name);
  return target;
}

types::Func* ProgramBuilder::runtimeFunc(std::string_view name) {
  types::Package* p = in.pkg->path == "runtime" ? in.pkg : in.package ? in.package("runtime") : nullptr;
  types::Object* o = p && p->scope ? p->scope->lookup(name) : nullptr;
  return o && o->kind == types::ObjectKind::Func ? static_cast<types::Func*>(o) : nullptr;
}

types::Object* ProgramBuilder::objectOfSymbol(std::string_view symbol, types::ObjectKind kind) {
  size_t dot = symbol.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  std::string_view path = symbol.substr(0, dot);
  types::Package* p = path == in.pkg->path ? in.pkg : in.package ? in.package(path) : nullptr;
  types::Object* o = p && p->scope ? p->scope->lookup(symbol.substr(dot + 1)) : nullptr;
  return o && o->kind == kind ? o : nullptr;
}

// The function that a body-less one stands for; nullptr: it is the VM's.
Func* ProgramBuilder::linkedFunc(types::Func* f) {
  types::Object* o = objectOfSymbol(linknameOf(f, f->decl->pragma), types::ObjectKind::Func);
  return o && o != f ? funcFor(static_cast<types::Func*>(o)) : nullptr;
}

// The package that a symbol of another one names, if need be one that knows nothing but its path.
types::Package* ProgramBuilder::packageOfSymbol(std::string_view symbol) {
  size_t slash = symbol.rfind('/');
  size_t dot = symbol.find('.', slash == std::string_view::npos ? 0 : slash);
  return packageNamed(symbol.substr(0, dot));
}

types::Package* ProgramBuilder::packageNamed(std::string_view path) {
  if (path == in.pkg->path) return in.pkg;
  if (types::Package* p = in.package ? in.package(path) : nullptr) return p;
  types::Package*& p = standIns_[std::string(path)];
  if (p == nullptr) {
    p = in.ctx->make<types::Package>();
    p->path = path;
    p->name = path.substr(path.rfind('/') + 1);
    p->scope = in.ctx->make<types::Scope>();
  }
  return p;
}

// runtime.plainError, a string, by name alone: every package may panic, also those that package runtime imports.
Type* ProgramBuilder::plainErrorType() {
  if (in.pkg->path == "runtime")
    if (types::Object* o = in.pkg->scope->lookup("plainError")) return o->type;
  if (plainError_ == nullptr) {
    auto* n = in.ctx->make<types::Named>();
    auto* o = in.ctx->make<types::TypeName>();
    o->name = "plainError";
    o->pkg = packageNamed("runtime");
    o->parent = o->pkg->scope;
    o->type = n;
    n->obj = o;
    n->underlying = t.string;
    plainError_ = n;
  }
  return plainError_;
}

// ---- package variables ----------------------------------------------------------------------------------------

Global* ProgramBuilder::newGlobal(std::string name, types::Package* pkg, Type* type) {
  auto g = std::make_unique<Global>();
  g->name = std::move(name);
  g->type = type;
  g->pkg = pkg;
  Global* raw = g.get();
  prog->globals.push_back(std::move(g));
  return raw;
}

Global* ProgramBuilder::globalFor(types::Var* v) {
  auto it = globals_.find(v);
  if (it != globals_.end()) return it->second;
  std::string name = (v->pkg ? v->pkg->path + "." : std::string()) + std::string(v->name);
  if (!initialised_.count(v)) {
    std::string_view symbol = linknameOf(v, {});
    types::Object* o = objectOfSymbol(symbol, types::ObjectKind::Var);
    if (o && o != v) return globals_[v] = globalFor(static_cast<types::Var*>(o));
  }
  if (v->pkg != in.pkg) return globals_[v] = prog->externalGlobal(name, v->pkg, v->type);
  return globals_[v] = newGlobal(std::move(name), v->pkg, v->type);
}

// Initialisers that need code become fragments, joined into one function when all is built.
void ProgramBuilder::buildInits() {
  for (types::Initializer& init : in.pkg->initOrder) inits_.push_back({&init, nullptr});
  for (size_t i = 0; i < inits_.size(); i++) work_.push_back([this, i] { buildInit(inits_[i]); });
}

void ProgramBuilder::buildInit(InitState& s) {
  if (s.init->lhs.size() == 1 && s.init->lhs[0]->name != "_") {
    types::Var* v = s.init->lhs[0];
    Global* g = globalFor(v);
    if (staticStore(g, 0, v->type, s.init->rhs)) return;
    g->data.clear();
    g->relocs.clear();
  }
  s.func = newFunc(in.pkg->path + ".init", in.pkg, s.init->rhs->pos);
  initFuncs_.insert(s.func);
  FuncBuilder fb(*this, s.func, in.pkg, nullptr);
  fb.buildInitializer(*s.init);
}

// ---- entry ----------------------------------------------------------------------------------------------------

// Joins the initialiser fragments, in order, into one function "pkg.init".
void ProgramBuilder::joinInits() {
  Func* all = nullptr;
  for (InitState& s : inits_) {
    if (!s.func) continue;
    if (!all) {
      all = s.func;
      continue;
    }
    RegId base = 0;
    std::vector<Block*> blocks;
    Block* first = cloneInto(*all, *s.func, &base, &blocks);
    std::vector<Block*> old;
    for (auto& b : all->blocks) old.push_back(b.get());
    for (Block* b : old) {
      bool fresh = std::find(blocks.begin(), blocks.end(), b) != blocks.end();
      if (fresh || b->instrs.empty() || b->instrs.back().op != Op::Return) continue;
      b->instrs.back().op = Op::Jump;
      b->succ = {first};
    }
    dropFunc(s.func);
  }
  if (!all) return;
  cleanBlocks(*all);
  prog->inits.push_back(all);
}

void ProgramBuilder::dropFunc(Func* f) {
  for (auto& p : prog->funcs)
    if (p.get() == f) {
      std::swap(p, prog->funcs.back());
      prog->funcs.pop_back();
      return;
    }
}

void ProgramBuilder::buildEntry() {
  types::Object* m = in.pkg->scope->lookup("main");
  HOOD_CHECK(m && m->kind == types::ObjectKind::Func);
  Func* mainFunc = funcFor(static_cast<types::Func*>(m));
  Func* e = newFunc("runtime.main", in.pkg, mainFunc->pos);
  e->wrapper = true;
  prog->entry = e;
  Block* b = e->newBlock();
  auto call = [&](Func* f) {
    Instr i;
    i.op = Op::Call;
    i.func = f;
    i.pos = f->pos;
    b->instrs.push_back(std::move(i));
  };
  // Says whose initialisers follow, for inittrace=1.
  bool fresh = false;
  Func* note = prog->nativeFunc("runtime.initTrace", in.pkg, &fresh);
  Type* string = t.string;
  if (fresh) note->paramTypes = {string}, note->params = {kNoReg};
  auto begin = [&](std::string_view path) {
    Instr s;
    s.op = Op::ConstString;
    s.type = string;
    s.dst = e->newReg(string);
    s.str = in.ctx->arena.copy(path);
    s.pos = e->pos;
    RegId r = s.dst;
    b->instrs.push_back(std::move(s));
    call(note);
    b->instrs.back().args = {Use{r}};
    b->instrs.back().pos = e->pos;
  };
  for (const InitFuncs& p : in.imports) {
    if (!p.symbols.empty()) begin(p.pkg->path);
    for (const std::string& symbol : p.symbols) call(prog->externalFunc(symbol, {}, p.pkg));
    for (const std::string& symbol : neededOptional(*prog, p)) call(prog->externalFunc(symbol, {}, p.pkg));
  }
  if (!prog->inits.empty()) begin(in.pkg->path);
  for (Func* f : prog->inits) call(f);
  begin("");
  call(mainFunc);
  Instr r;
  r.op = Op::Return;
  b->instrs.push_back(std::move(r));
  e->computePreds();
}

}  // namespace hood::ir
