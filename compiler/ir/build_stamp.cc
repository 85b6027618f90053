// Instances of generic functions: which there are, what they are called, and their bodies, stamped out of the generic one.
//
// One function is generated per list of type arguments. Sharing code between lists whose types are laid out alike, as gc
// does, would cost a dictionary look-up wherever a type, a method or an itab is needed; an instruction here knows them.
#include "base/check.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/program_builder.h"
#include "compiler/ir/stamp.h"

namespace hood::ir {

namespace {

constexpr size_t kMaxKey = 20000;  // no program's types are that deep: an instantiation that never ends

std::string listKey(const std::vector<Type*>& targs) {
  std::string key = "[";
  for (Type* t : targs) key += (key.size() > 1 ? "," : "") + types::typeKey(t);
  return key + "]";
}

}  // namespace

types::Func* ProgramBuilder::funcOf(const ast::Ident* id) {
  auto* f = static_cast<types::Func*>(id->obj);
  if (!id->instance) return f;
  const std::vector<Type*>& targs = id->instance->targs;
  types::Func*& inst = instances_[f][listKey(targs)];
  if (inst) return inst;
  inst = in.ctx->make<types::Func>(*f);
  inst->origin = f;
  inst->type = types::Subst(*in.ctx, f->sig()->tparams, targs).signature(f->sig());
  instanceArgs_[inst] = targs;
  return inst;
}

// f: an instance of a function, or a method of an instance of a type.
Func* ProgramBuilder::stampedFunc(types::Func* f) {
  types::Func* generic = f->origin;
  const std::vector<Type*>& targs = f->recvNamed ? f->recvNamed->targs : instanceArgs_.at(f);
  Func* to = newFunc(funcName(f), f->pkg, f->pos);
  std::string key = listKey(targs);
  to->linkName = funcName(generic) + key;
  to->dupOk = true;
  to->noInline = generic->decl->pragma.find("go:noinline") != std::string_view::npos;
  if (key.size() > kMaxKey) {
    in.diags->error(f->pos, "instantiation cycle: " + to->name + " with ever new type arguments");
    failed = true;
    return to;
  }
  work_.push_back([this, f, to, targs] { buildStamped(f, targs, to); });
  return to;
}

void ProgramBuilder::buildStamped(types::Func* f, const std::vector<Type*>& targs, Func* to) {
  types::Func* generic = f->origin;
  if (in.needBody && !in.needBody(generic)) {
    failed = true;
    return;
  }
  types::Signature* sig = generic->sig();
  types::Subst subst(*in.ctx, f->recvNamed ? sig->recvTparams : sig->tparams, targs);
  Stamp stamp(*in.ctx, f->pkg, subst);
  types::Signature* own = stamp.signature(sig);
  FuncBuilder(*this, to, f->pkg, nullptr).buildBody(own, stamp.body(generic->decl->body));
}

}  // namespace hood::ir
