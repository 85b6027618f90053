// Building a whole program: the worklist, declared functions, package variables and their initialisers, the entry function.
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
  collectInits();
  for (types::Package* p : in.packages) usesReflect_ = usesReflect_ || p->path == "reflect";
  // The runtime prints panic values with Error and String, whether the program calls them or not.
  types::Interface* err = types::asInterface(in.ctx->errorType);
  types::completeInterface(err);
  useIfaceMethod(err->allMethods[0]);
  markLive("String|" + types::typeKey(err->allMethods[0]->type));
  for (types::Func* f : in.roots) funcFor(f);
  for (Type* type : in.rootTypes) needType(type);
  for (types::Package* p : in.packages)
    for (types::Func* f : p->inits) funcFor(f);
  types::Object* m = in.main->scope->lookup("main");
  HOOD_CHECK(m && m->kind == types::ObjectKind::Func);
  Func* mainFunc = funcFor(static_cast<types::Func*>(m));
  for (size_t i = 0; i < inits_.size(); i++)
    if (hasEffects(inits_[i].init->rhs)) needInit(i);
  drain();
  if (failed || in.diags->any()) return nullptr;
  buildEntry(mainFunc);
  return std::move(prog);
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

std::string ProgramBuilder::funcName(types::Func* f) {
  std::string name(f->pkg ? f->pkg->path : std::string());
  if (!name.empty()) name += '.';
  if (f->recvNamed) {
    std::string recv(f->recvNamed->obj->name);
    name += f->ptrRecv ? "(*" + recv + ")." : recv + ".";
  } else if (f->name == "init") {
    for (size_t i = 0; i < f->pkg->inits.size(); i++)
      if (f->pkg->inits[i] == f) return name + "init." + std::to_string(i);
  }
  return name + std::string(f->name);
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
  auto it = funcs_.find(f);
  if (it != funcs_.end()) return it->second;
  HOOD_CHECK(f->decl != nullptr);
  if (!f->decl->body)
    if (types::Object* target = linknameTarget(f, f->decl->pragma))
      return funcs_[f] = funcFor(static_cast<types::Func*>(target));
  if (usesReflect_ && f->pkg->path == "reflect" && f->name == "Method") keepMethods();
  Func* to = newFunc(funcName(f), f->pkg, f->pos);
  funcs_[f] = to;
  to->endPos = f->pos;
  to->noInline = f->decl->pragma.find("go:noinline") != std::string_view::npos;
  if (!f->decl->body) {
    nativeFunc(f, to);
  } else {
    work_.push_back([this, f, to] { buildDeclared(f, to); });
  }
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

void ProgramBuilder::nativeFunc(types::Func* f, Func* to) {
  to->kind = FuncKind::Native;
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

// What another package calls o, a variable or a function without body, by a go:linkname directive.
types::Object* ProgramBuilder::linknameTarget(types::Object* o, std::string_view pragma) {
  std::string_view target = linkname(pragma, o->name);
  if (target.empty() && o->pkg)
    for (ast::File* f : o->pkg->files)
      for (std::string_view d : f->goDirectives)
        if (target.empty()) target = linkname(d, o->name);
  size_t dot = target.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  for (types::Package* p : in.packages) {
    if (p->path != target.substr(0, dot)) continue;
    types::Object* t = p->scope->lookup(target.substr(dot + 1));
    if (t && t->kind == o->kind && t != o) return t;
  }
  return nullptr;
}

types::Func* ProgramBuilder::runtimeFunc(std::string_view name) {
  for (types::Package* p : in.packages)
    if (p->path == "runtime")
      if (types::Object* o = p->scope->lookup(name)) return static_cast<types::Func*>(o);
  return nullptr;
}

Type* ProgramBuilder::plainErrorType() {
  for (types::Package* p : in.packages)
    if (p->path == "runtime")
      if (types::Object* o = p->scope->lookup("plainError")) return o->type;
  return t.string;
}

// ---- package variables ----------------------------------------------------------------------------------------

Global* ProgramBuilder::globalFor(types::Var* v) {
  auto it = globals_.find(v);
  if (it != globals_.end()) return it->second;
  if (!initOf_.count(v))
    if (types::Object* target = linknameTarget(v, {})) return globals_[v] = globalFor(static_cast<types::Var*>(target));
  auto g = std::make_unique<Global>();
  g->name = (v->pkg ? v->pkg->path + "." : std::string()) + std::string(v->name);
  g->type = v->type;
  Global* raw = g.get();
  prog->globals.push_back(std::move(g));
  globals_[v] = raw;
  auto init = initOf_.find(v);
  if (init != initOf_.end()) needInit(init->second);
  return raw;
}

void ProgramBuilder::collectInits() {
  for (types::Package* p : in.packages)
    for (types::Initializer& init : p->initOrder) {
      for (types::Var* v : init.lhs)
        if (v->name != "_") initOf_[v] = inits_.size();
      inits_.push_back({p, &init});
    }
}

void ProgramBuilder::needInit(size_t i) {
  if (inits_[i].needed) return;
  inits_[i].needed = true;
  work_.push_back([this, i] { buildInit(inits_[i]); });
}

void ProgramBuilder::buildInit(InitState& s) {
  if (s.init->lhs.size() == 1 && s.init->lhs[0]->name != "_") {
    types::Var* v = s.init->lhs[0];
    Global* g = globalFor(v);
    if (staticStore(g, 0, v->type, s.init->rhs)) return;
    g->data.clear();
    g->relocs.clear();
  }
  s.func = newFunc(s.pkg->path + ".init", s.pkg, s.init->rhs->pos);
  initFuncs_.insert(s.func);
  FuncBuilder fb(*this, s.func, s.pkg, nullptr);
  fb.buildInitializer(*s.init);
}

namespace {

// Functions of our own library that only make a value.
bool isPureFunc(const types::Func* f) { return f->pkg && f->pkg->stdlib && f->pkg->path == "errors" && f->name == "New"; }

}  // namespace

bool hasEffects(ast::Expr* e) {
  bool found = false;
  walk(e, [&](ast::Node* n) {
    if (found || n->kind == NodeKind::FuncLit) return false;
    auto* x = static_cast<ast::Expr*>(n);
    if (x->mode == ast::Mode::Constant || x->mode == ast::Mode::TypeExpr) return false;
    switch (n->kind) {
      case NodeKind::CallExpr: {
        auto* c = ast::as<ast::CallExpr>(n);
        if (isTypeExpr(unparen(c->fun))) {
          // A slice converted to an array (pointer) may be too short.
          found = !c->args.empty() && types::asSlice(c->args[0]->type) && !types::isString(c->type) &&
                  !types::asSlice(c->type) && !types::isInterface(c->type);
          break;
        }
        if (types::Builtin* b = builtinOf(c->fun)) {
          using B = types::BuiltinId;
          bool pure = b->id == B::Len || b->id == B::Cap || b->id == B::New || b->id == B::Append || b->id == B::Complex ||
                      b->id == B::Real || b->id == B::Imag || b->id == B::Min || b->id == B::Max ||
                      (b->id == B::Make && c->args.size() == 1);
          found = !pure;
          if (b->id == B::Make)
            for (size_t i = 1; i < c->args.size(); i++) found = c->args[i]->mode != ast::Mode::Constant;
          break;
        }
        ast::Expr* fun = unparen(c->fun);
        types::Object* o = nullptr;
        if (fun->kind == NodeKind::Ident) o = ast::as<ast::Ident>(fun)->obj;
        if (fun->kind == NodeKind::SelectorExpr && !ast::as<ast::SelectorExpr>(fun)->selection)
          o = ast::as<ast::SelectorExpr>(fun)->sel->obj;
        found = !o || o->kind != types::ObjectKind::Func || !isPureFunc(static_cast<types::Func*>(o));
        break;
      }
      case NodeKind::UnaryExpr: found = ast::as<ast::UnaryExpr>(n)->op == ast::Op::Arrow; break;
      case NodeKind::StarExpr: found = true; break;
      case NodeKind::TypeAssertExpr: found = true; break;
      case NodeKind::SliceExpr: found = true; break;
      case NodeKind::IndexExpr:
        found = !types::asMap(ast::as<ast::IndexExpr>(n)->x->type) && !ast::as<ast::IndexExpr>(n)->indices[0]->value;
        break;
      case NodeKind::SelectorExpr: {
        types::Selection* s = ast::as<ast::SelectorExpr>(n)->selection;
        found =
            s && s->kind != types::SelectionKind::MethodExpr && (s->indirect || s->kind == types::SelectionKind::MethodVal);
        break;
      }
      case NodeKind::BinaryExpr: {
        ast::Op op = ast::as<ast::BinaryExpr>(n)->op;
        found = op == ast::Op::Quo || op == ast::Op::Rem || op == ast::Op::Shl || op == ast::Op::Shr || op == ast::Op::Eql ||
                op == ast::Op::Neq;
        break;
      }
      default: break;
    }
    return !found;
  });
  return found;
}

// ---- entry ----------------------------------------------------------------------------------------------------

// Joins the package's initialiser fragments, in order, into one function "pkg.init"; nullptr if there are none.
Func* ProgramBuilder::joinInits(types::Package* p) {
  Func* all = nullptr;
  for (InitState& s : inits_) {
    if (s.pkg != p || !s.func) continue;
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
  if (all) cleanBlocks(*all);
  return all;
}

void ProgramBuilder::dropFunc(Func* f) {
  for (auto& p : prog->funcs)
    if (p.get() == f) {
      std::swap(p, prog->funcs.back());
      prog->funcs.pop_back();
      return;
    }
}

void ProgramBuilder::buildEntry(Func* mainFunc) {
  Func* e = newFunc("runtime.main", in.main, mainFunc->pos);
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
  for (types::Package* p : in.packages) {
    if (Func* f = joinInits(p)) call(f);
    for (types::Func* f : p->inits) call(funcFor(f));
  }
  call(mainFunc);
  Instr r;
  r.op = Op::Return;
  b->instrs.push_back(std::move(r));
  e->computePreds();
}

}  // namespace hood::ir
