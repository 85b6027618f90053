#include "compiler/codegen/fold_instances.h"

#include <numeric>
#include <string>
#include <unordered_map>

namespace hood::codegen {

namespace {

using bytecode::FuncDef;
using bytecode::Module;
using bytecode::Reloc;
using bytecode::RelocKind;

bool namesFunction(const Reloc& r) {
  return r.kind == RelocKind::CallRel || r.kind == RelocKind::FuncAddr || r.kind == RelocKind::FuncValue;
}

class Folder {
 public:
  explicit Folder(Module& m) : m_(m), leader_(m.funcs.size()) { std::iota(leader_.begin(), leader_.end(), 0u); }

  // Callers of instances that turned out alike may be alike, too: round by round, until there are no more. (Two that call
  // each other and are alike as a pair stay apart: that would have to be assumed first.)
  size_t run() {
    size_t folded = 0;
    for (size_t before = ~size_t{0}; folded != before;) {
      before = folded;
      folded = round();
    }
    if (folded != 0) redirect();
    return folded;
  }

 private:
  static bool isInstance(const FuncDef& f) {
    return f.dupOk && !f.external && !f.native && f.name.find("[...]") != f.name.npos;
  }

  size_t round() {
    std::unordered_map<std::string, uint32_t> first;
    size_t folded = 0;
    for (uint32_t i = 0; i < m_.funcs.size(); i++) {
      if (!isInstance(m_.funcs[i])) continue;
      auto [it, fresh] = first.emplace(contentOf(i), i);
      leader_[i] = it->second;
      folded += !fresh;
    }
    return folded;
  }

  // Everything about a function but its symbol, so that equal texts are the same code.
  std::string contentOf(uint32_t i) {
    const FuncDef& f = m_.funcs[i];
    std::string s = f.name + '\0' + f.pkgPath + '\0';
    auto num = [&](uint64_t v) { s.append(reinterpret_cast<const char*>(&v), sizeof v); };
    for (uint64_t v : {uint64_t{f.wrapper}, uint64_t{f.hasDefer}, uint64_t{f.closure}}) num(v);
    for (uint32_t v : {f.resultSlots, f.paramSlots, f.frameSlots, f.recoverPc, f.file, f.line}) num(v);
    num(f.code.size());
    s.append(reinterpret_cast<const char*>(f.code.data()), f.code.size() * sizeof(uint64_t));
    num(f.relocs.size());
    for (const Reloc& r : f.relocs) {
      num(static_cast<uint64_t>(r.kind));
      num(r.at);
      num(!namesFunction(r) ? r.index : r.index == i ? ~uint64_t{0} : leader_[r.index]);
      num(r.index2);
      num(static_cast<uint64_t>(r.addend));
    }
    num(f.maps.size());
    for (const bytecode::PointerMap& p : f.maps)
      for (uint64_t v : {uint64_t{p.pc}, uint64_t{p.mask}, uint64_t{p.bytes}}) num(v);
    s.append(f.maskBytes.begin(), f.maskBytes.end());
    num(f.lines.size());
    for (const bytecode::LineEntry& l : f.lines)
      for (uint32_t v : {l.pc, l.file, l.line, l.inl}) num(v);
    for (const bytecode::InlineFrame& x : f.inlines) {
      s += x.name + '\0';
      for (uint32_t v : {x.parent, x.callFile, x.callLine}) num(v);
    }
    return s;
  }

  void redirect() {
    auto all = [&](std::vector<Reloc>& relocs) {
      for (Reloc& r : relocs)
        if (namesFunction(r)) r.index = leader_[r.index];
    };
    for (FuncDef& f : m_.funcs) all(f.relocs);
    for (bytecode::GlobalDef& g : m_.globals) all(g.relocs);
  }

  Module& m_;
  std::vector<uint32_t> leader_;
};

}  // namespace

size_t foldInstances(Module& m) { return Folder(m).run(); }

}  // namespace hood::codegen
