// Optional initialisers: package variables that only importers use (unicode.Scripts, image/color's palettes) are made in
// programs that use them. A variable qualifies if its initialiser does nothing but make the value, of constants and of other
// such variables, and if nothing else in the package mentions it. Its initialiser then runs behind the package's others; that
// cannot be told from its place among them.
#include <algorithm>

#include "compiler/ir/program_builder.h"

namespace hood::ir {

namespace {

// Functions of our own library that only make a value.
bool isPureFunc(const Func& f) {
  return f.pkg && f.pkg->stdlib &&
         (f.name == "errors.New" || f.name == "unicode.rangeTable" || f.name == "unicode.allCaseRanges");
}

// Whether a fragment may be left out if its result is not needed. *mentions: variables that it reads, target excepted.
bool onlyMakesValue(const Func& f, const Global* target, std::unordered_set<const Global*>* mentions) {
  std::unordered_set<RegId> known;  // addresses of variables and of data
  for (auto& b : f.blocks)
    for (const Instr& i : b->instrs)
      if (i.op == Op::GlobalAddr) known.insert(i.dst);
  for (auto& b : f.blocks)
    for (const Instr& i : b->instrs) switch (i.op) {
        case Op::Load:
        case Op::IndexLoad:
          if (!known.count(i.a.reg)) return false;
          break;
        case Op::GlobalAddr:
          if (!i.global->readOnly && i.global != target) mentions->insert(i.global);
          break;
        case Op::MapSet:
          if (types::isInterface(types::asMap(i.type)->key)) return false;
          break;
        case Op::Call:
          if (!isPureFunc(*i.func)) return false;
          break;
        case Op::ConstInt:
        case Op::ConstFloat:
        case Op::ConstString:
        case Op::Zero:
        case Op::FuncAddr:
        case Op::Copy:
        case Op::Extract:
        case Op::Insert:
        case Op::Add:
        case Op::Lt:
        case Op::New:
        case Op::FieldAddr:
        case Op::SliceOp:
        case Op::MakeMap:
        case Op::Store:
        case Op::Jump:
        case Op::If:
        case Op::Return: break;
        default: return false;
      }
  return true;
}

}  // namespace

void ProgramBuilder::takeOptionalInits() {
  if (in.command) return;
  struct Candidate {
    InitState* init;
    std::unordered_set<const Global*> mentions;
  };
  std::unordered_map<const Global*, Candidate> candidates;
  std::unordered_map<const Func*, const Global*> fragments;
  for (InitState& s : inits_) {
    if (!s.func || s.init->lhs.size() != 1 || s.init->lhs[0]->name == "_") continue;
    Global* g = globalFor(s.init->lhs[0]);
    Candidate c{&s, {}};
    if (!onlyMakesValue(*s.func, g, &c.mentions)) continue;
    fragments.emplace(s.func, g);
    candidates.emplace(g, std::move(c));
  }
  if (candidates.empty()) return;
  // What ordinary code and data mention is no candidate; nor is then what mentions it, nor what that mentions.
  for (auto& f : prog->funcs)
    if (!fragments.count(f.get()))
      for (auto& b : f->blocks)
        for (const Instr& i : b->instrs) candidates.erase(i.global);
  for (auto& g : prog->globals)
    for (const DataReloc& r : g->relocs) candidates.erase(r.global);
  for (bool changed = true; changed;) {
    changed = false;
    for (auto& [f, g] : fragments) {
      if (candidates.count(g)) {
        const auto& m = candidates.at(g).mentions;
        if (std::all_of(m.begin(), m.end(), [&](const Global* o) { return candidates.count(o) != 0; })) continue;
        candidates.erase(g);
        changed = true;
      }
      for (auto& b : f->blocks)
        for (const Instr& i : b->instrs) changed |= i.global && i.global != g && candidates.erase(i.global) != 0;
    }
  }
  for (InitState& s : inits_) {
    auto fragment = fragments.find(s.func);
    auto it = fragment != fragments.end() ? candidates.find(fragment->second) : candidates.end();
    if (it == candidates.end()) continue;
    s.func->name += "." + std::string(s.init->lhs[0]->name);
    OptionalInit o{fragment->second, s.func, {}};
    for (const Global* g : it->second.mentions) o.needs.push_back(g);
    prog->optionalInits.push_back(std::move(o));
    s.func = nullptr;
  }
}

// The optional initialisers of p that this program needs, in order.
std::vector<std::string> neededOptional(const Program& prog, const InitFuncs& p) {
  std::unordered_set<std::string> used;
  std::vector<std::string> symbols;
  // Needs come before what needs them.
  for (auto it = p.optional.rbegin(); it != p.optional.rend(); ++it) {
    if (!it->used && !used.count(it->global) && !prog.usesExternal(it->global)) continue;
    symbols.push_back(it->symbol);
    used.insert(it->needs.begin(), it->needs.end());
  }
  std::reverse(symbols.begin(), symbols.end());
  return symbols;
}

}  // namespace hood::ir
