// switch and type switch. Constant integer cases become a jump table when dense and a binary search when many; constant
// strings a search by length, then by value; everything else is compared in order.
#include <algorithm>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/func_builder.h"

namespace hood::ir {

using ast::NodeKind;

namespace {

constexpr size_t kTableCases = 4;     // fewer cases are compared one by one
constexpr uint64_t kTableSpread = 4;  // at least one in four entries of a table is a case
constexpr size_t kSearchCases = 8;    // from here on a binary search
constexpr size_t kSearchLeaf = 4;

size_t caseCount(ast::SwitchStmt* s) {
  size_t n = 0;
  for (ast::CaseClause* c : s->clauses) n += c->exprs.size();
  return n;
}

bool allConstant(ast::SwitchStmt* s) {
  for (ast::CaseClause* c : s->clauses)
    for (ast::Expr* e : c->exprs)
      if (unparen(e)->mode != ast::Mode::Constant || !unparen(e)->value) return false;
  return true;
}

}  // namespace

void FuncBuilder::switchStmt(ast::SwitchStmt* s) {
  stmt(s->init);
  pos_ = s->pos;
  Type* type = s->tag ? typeOf(s->tag) : t.boolean;
  bool literalTrue = !s->tag || (unparen(s->tag)->mode == ast::Mode::Constant && types::isBoolean(type) &&
                                 constant::boolVal(unparen(s->tag)->value));
  RegId tag = literalTrue ? kNoReg : exprAs(s->tag, type);
  Block* end = newBlock();
  Block* def = end;
  std::vector<Block*> bodies;
  for (ast::CaseClause* c : s->clauses) {
    bodies.push_back(newBlock());
    if (c->isDefault) def = bodies.back();
  }
  bool constant = allConstant(s);
  bool done = false;
  if (tag != kNoReg && constant && types::isInteger(type)) done = intSwitch(s, tag, type, bodies, def);
  if (tag != kNoReg && constant && types::isString(type)) done = stringSwitch(s, tag, type, bodies, def);
  if (!done) linearSwitch(s, tag, type, bodies, def);
  caseBodies(s, bodies, end);
  start(end);
}

void FuncBuilder::caseBodies(ast::SwitchStmt* s, const std::vector<Block*>& bodies, Block* end) {
  Block* saved = fallthrough_;
  targets_.push_back({s, end, nullptr});
  for (size_t i = 0; i < bodies.size(); i++) {
    start(bodies[i]);
    fallthrough_ = i + 1 < bodies.size() ? bodies[i + 1] : end;
    stmts(s->clauses[i]->body);
    jump(end);
  }
  targets_.pop_back();
  fallthrough_ = saved;
}

RegId FuncBuilder::caseMatches(RegId tag, Type* type, ast::Expr* e) {
  if (isNil(e)) return isNilReg(tag, type);
  Type* et = typeOf(e);
  if (types::isInterface(et) && !types::isInterface(type)) {
    RegId boxed = implicitConvert(tag, type, et, e->pos);
    return compareRegs(ast::Op::Eql, et, boxed, expr(e), e->pos);
  }
  RegId v = exprAs(e, type);
  return compareRegs(ast::Op::Eql, type, tag, v, e->pos);
}

void FuncBuilder::linearSwitch(ast::SwitchStmt* s, RegId tag, Type* type, const std::vector<Block*>& bodies, Block* def) {
  for (size_t i = 0; i < bodies.size(); i++) {
    for (ast::Expr* e : s->clauses[i]->exprs) {
      pos_ = e->pos;
      Block* next = newBlock();
      if (tag == kNoReg && !types::isInterface(typeOf(e))) {
        condJump(e, bodies[i], next);
      } else {
        RegId v = tag == kNoReg ? constInt(t.boolean, 1) : tag;
        branch(caseMatches(v, type, e), bodies[i], next);
      }
      start(next);
    }
  }
  jump(def);
}

// ---- integers -------------------------------------------------------------------------------------------------

bool FuncBuilder::intSwitch(ast::SwitchStmt* s, RegId tag, Type* type, const std::vector<Block*>& bodies, Block* def) {
  size_t n = caseCount(s);
  if (n < kTableCases) return false;
  std::vector<IntCase> cases;
  for (size_t i = 0; i < bodies.size(); i++)
    for (ast::Expr* e : s->clauses[i]->exprs) {
      const constant::Value* v = pb.in.consts->toInt(unparen(e)->value);
      int64_t x = 0;
      uint64_t u = 0;
      if (!constant::int64Val(v, &x)) {
        HOOD_CHECK(constant::uint64Val(v, &u));
        x = static_cast<int64_t>(u);
      }
      cases.push_back({x, bodies[i]});
    }
  bool isUnsigned = types::isUnsigned(type);
  std::sort(cases.begin(), cases.end(), [&](const IntCase& a, const IntCase& b) {
    return isUnsigned ? static_cast<uint64_t>(a.value) < static_cast<uint64_t>(b.value) : a.value < b.value;
  });
  uint64_t span = static_cast<uint64_t>(cases.back().value) - static_cast<uint64_t>(cases.front().value);
  if (span < n * kTableSpread && span < 4096) {
    Instr& i = emit(Op::Switch, type);
    i.a = {tag};
    i.imm = cases.front().value;
    cur->succ.assign(span + 2, def);
    for (const IntCase& c : cases)
      cur->succ[1 + static_cast<uint64_t>(c.value) - static_cast<uint64_t>(cases.front().value)] = c.body;
    cur = nullptr;
    return true;
  }
  if (n < kSearchCases) return false;
  intSearch(tag, type, cases, 0, cases.size(), def);
  return true;
}

void FuncBuilder::intSearch(RegId tag, Type* type, const std::vector<IntCase>& cases, size_t lo, size_t hi, Block* def) {
  if (hi - lo <= kSearchLeaf) {
    for (size_t i = lo; i < hi; i++) {
      Block* next = newBlock();
      branch(binary(Op::Eq, type, tag, constInt(type, cases[i].value), t.boolean), cases[i].body, next);
      start(next);
    }
    jump(def);
    return;
  }
  size_t mid = lo + (hi - lo) / 2;
  Block* less = newBlock();
  Block* more = newBlock();
  branch(binary(Op::Lt, type, tag, constInt(type, cases[mid].value), t.boolean), less, more);
  start(less);
  intSearch(tag, type, cases, lo, mid, def);
  start(more);
  intSearch(tag, type, cases, mid, hi, def);
}

// ---- strings --------------------------------------------------------------------------------------------------

bool FuncBuilder::stringSwitch(ast::SwitchStmt* s, RegId tag, Type* type, const std::vector<Block*>& bodies, Block* def) {
  if (caseCount(s) < kSearchCases) return false;
  struct StringCase {
    ast::Expr* e;
    const std::string* text;
    Block* body;
  };
  std::vector<StringCase> cases;
  for (size_t i = 0; i < bodies.size(); i++)
    for (ast::Expr* e : s->clauses[i]->exprs)
      cases.push_back({unparen(e), &constant::stringVal(unparen(e)->value), bodies[i]});
  std::stable_sort(cases.begin(), cases.end(),
                   [](const StringCase& a, const StringCase& b) { return a.text->size() < b.text->size(); });
  RegId len = extract(tag, t.integer, 8);
  std::vector<IntCase> lengths;
  std::vector<std::pair<size_t, size_t>> groups;
  for (size_t i = 0; i < cases.size();) {
    size_t j = i;
    while (j < cases.size() && cases[j].text->size() == cases[i].text->size()) j++;
    lengths.push_back({static_cast<int64_t>(cases[i].text->size()), newBlock()});
    groups.push_back({i, j});
    i = j;
  }
  intSearch(len, t.integer, lengths, 0, lengths.size(), def);
  for (size_t g = 0; g < groups.size(); g++) {
    start(lengths[g].body);
    for (size_t i = groups[g].first; i < groups[g].second; i++) {
      Block* next = newBlock();
      branch(compareRegs(ast::Op::Eql, type, tag, constant(cases[i].e, type), cases[i].e->pos), cases[i].body, next);
      start(next);
    }
    jump(def);
  }
  return true;
}

// ---- type switch ----------------------------------------------------------------------------------------------

// Whether x is of the type e (nil: no dynamic type). For an interface type *value gets x as that interface.
RegId FuncBuilder::typeTest(RegId x, Type* xt, ast::Expr* e, RegId* value) {
  if (isNil(e)) return isNilReg(x, xt);
  Type* to = e->type;
  if (types::isInterface(to)) {
    RegId v = temp(to), ok = temp(t.boolean);
    Instr& i = emit(Op::TypeAssert, xt);
    i.type2 = to;
    i.a = {x};
    i.results = {v, ok};
    *value = v;
    return ok;
  }
  RegId r = temp(t.boolean);
  Instr& i = emit(Op::TypeEq, xt);
  i.type2 = to;
  i.dst = r;
  i.a = {x};
  return r;
}

void FuncBuilder::typeBind(ast::CaseClause* c, RegId x, Type* xt, RegId value) {
  auto* v = static_cast<types::Var*>(c->implicitObj);
  if (!v) return;
  bool one = c->exprs.size() == 1 && !isNil(c->exprs[0]);
  if (one && value == kNoReg) {
    value = temp(v->type);
    Instr& i = emit(Op::IfaceData, v->type);
    i.type2 = xt;
    i.dst = value;
    i.a = {x};
  }
  declare(v, one ? value : x);
}

void FuncBuilder::typeSwitchStmt(ast::TypeSwitchStmt* s) {
  stmt(s->init);
  pos_ = s->pos;
  Type* xt = typeOf(s->x);
  RegId x = copyOf(expr(s->x));
  Block* end = newBlock();
  Block* def = end;
  std::vector<Block*> bodies;
  std::vector<RegId> values(s->clauses.size(), kNoReg);
  for (ast::CaseClause* c : s->clauses) {
    bodies.push_back(newBlock());
    if (c->isDefault) def = bodies.back();
  }
  for (size_t i = 0; i < bodies.size(); i++)
    for (ast::Expr* e : s->clauses[i]->exprs) {
      pos_ = e->pos;
      Block* next = newBlock();
      branch(typeTest(x, xt, e, &values[i]), bodies[i], next);
      start(next);
    }
  jump(def);
  targets_.push_back({s, end, nullptr});
  for (size_t i = 0; i < bodies.size(); i++) {
    start(bodies[i]);
    typeBind(s->clauses[i], x, xt, values[i]);
    stmts(s->clauses[i]->body);
    jump(end);
  }
  targets_.pop_back();
  start(end);
}

}  // namespace hood::ir
