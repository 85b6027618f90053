// Listings of the IR, for tests and `hood dis --ir`.
#include <cstdio>

#include "base/check.h"
#include "compiler/ir/ir.h"

namespace hood::ir {

namespace {

const char* const kOpNames[] = {
    "ConstInt",     "ConstFloat",  "ConstString",  "Zero",
    "FuncAddr",     "TypeAddr",    "GlobalAddr",   "Copy",
    "Extract",      "Insert",      "Add",          "Sub",
    "Mul",          "Quo",         "Rem",          "And",
    "Or",           "Xor",         "AndNot",       "Shl",
    "Shr",          "Neg",         "Not",          "FMA",
    "Sqrt",         "Floor",       "Ceil",         "Trunc",
    "Abs",          "Complex",     "Real",         "Imag",
    "Eq",           "Ne",          "Lt",           "Le",
    "Gt",           "Ge",          "Convert",      "Load",
    "Store",        "Move",        "ZeroMem",      "FieldAddr",
    "NilCheck",     "IndexAddr",   "IndexLoad",    "IndexStore",
    "ArrayLoad",    "ArrayStore",  "SliceOp",      "SliceToArrayPtr",
    "New",          "MakeSlice",   "MakeMap",      "MakeChan",
    "MakeClosure",  "ToIface",     "IfaceToIface", "TypeAssert",
    "TypeEq",       "IfaceData",   "StrConcat",    "StrToBytes",
    "StrToRunes",   "BytesToStr",  "RunesToStr",   "IntToStr",
    "StrRange",     "AppendElems", "AppendSlice",  "CopySlice",
    "ClearSlice",   "MapGet",      "MapSet",       "MapDelete",
    "MapClear",     "MapIterInit", "MapIterNext",  "Len",
    "Cap",          "ChanSend",    "ChanRecv",     "ChanClose",
    "Select",       "Call",        "CallClosure",  "CallIface",
    "Go",           "Defer",       "DeferRange",   "RunDefers",
    "OpenDefer",    "OpenDefers",  "DefersReady",  "FrameToken",
    "Recover",      "Panic",       "Print",        "UnsafeSlice",
    "UnsafeString", "AtomicLoad",  "AtomicStore",  "AtomicAdd",
    "AtomicSwap",   "AtomicCas",   "MutexLock",    "MutexUnlock",
    "KeepAlive",    "Jump",        "If",           "Switch",
    "Return",       "Unreachable",
};
static_assert(sizeof kOpNames / sizeof kOpNames[0] == static_cast<size_t>(Op::Unreachable) + 1, "a name per operation");

std::string regName(const Func& f, RegId r) {
  std::string s = "r" + std::to_string(r);
  if (r < f.regs.size() && !f.regs[r].name.empty()) s += "." + std::string(f.regs[r].name);
  return s;
}

std::string useName(const Func& f, const Use& u) {
  if (!u.valid()) return "_";
  std::string s = regName(f, u.reg);
  if (u.slot) s += "[" + std::to_string(u.slot) + "]";
  return s;
}

std::string quoted(std::string_view s) {
  std::string out = "\"";
  for (char c : s.substr(0, 60)) {
    char buf[8];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126) {
      std::snprintf(buf, sizeof buf, "\\x%02x", static_cast<unsigned char>(c));
      out += buf;
    } else {
      out += c;
    }
  }
  return out + (s.size() > 60 ? "…\"" : "\"");
}

std::string results(const Func& f, const Instr& i) {
  std::string out;
  if (i.dst != kNoReg) out = regName(f, i.dst);
  for (RegId r : i.results) {
    if (!out.empty()) out += ", ";
    out += r == kNoReg ? "_" : regName(f, r);
  }
  return out.empty() ? out : out + " = ";
}

std::string instr(const Func& f, const Block& b, const Instr& i) {
  std::string s = "  " + results(f, i) + opName(i.op);
  if (i.type) s += " <" + types::typeString(i.type, nullptr) + ">";
  if (i.type2) s += " <" + types::typeString(i.type2, nullptr) + ">";
  for (const Use* u : {&i.a, &i.b, &i.c})
    if (u->valid()) s += " " + useName(f, *u);
  if (i.func) s += " " + i.func->name;
  if (i.global) s += " " + i.global->name;
  if (!i.args.empty()) {
    s += " (";
    for (size_t k = 0; k < i.args.size(); k++) s += (k ? ", " : "") + useName(f, i.args[k]);
    s += ")";
  }
  bool hasImm = i.op == Op::ConstInt || i.op == Op::ConstFloat || i.op == Op::Switch || i.op == Op::CallIface;
  if (hasImm || i.imm) s += " #" + std::to_string(i.imm);
  if (i.off) s += " +" + std::to_string(i.off);
  if (i.op == Op::ConstString) s += " " + quoted(i.str);
  if (i.nonNil) s += " nonnil";
  if (i.noBounds) s += " nobounds";
  if (i.op == Op::Select) {
    const SelectInfo& info = f.selects[static_cast<size_t>(i.imm)];
    for (const SelectCase& c : info.cases)
      s += c.send ? " {" + useName(f, c.chan) + " <- " + useName(f, c.value) + "}"
                  : " {" + (c.recv == kNoReg ? std::string("_") : regName(f, c.recv)) + " <- " + useName(f, c.chan) + "}";
    if (info.hasDefault) s += " default";
  }
  if (&i == &b.instrs.back())
    for (const Block* n : b.succ) s += " b" + std::to_string(n->id);
  return s + "\n";
}

}  // namespace

const char* opName(Op op) { return kOpNames[static_cast<size_t>(op)]; }

std::string print(const Func& f) {
  std::string s = "func " + f.name + "(";
  for (size_t k = 0; k < f.params.size(); k++) {
    if (k) s += ", ";
    s += (f.params[k] == kNoReg ? std::string("_") : regName(f, f.params[k])) + " " +
         types::typeString(f.paramTypes[k], nullptr);
  }
  s += ")";
  for (Type* t : f.resultTypes) s += " " + types::typeString(t, nullptr);
  if (f.kind == FuncKind::Native) return s + " native\n";
  if (f.isClosure) s += " closure " + regName(f, f.closureReg);
  if (f.wrapper) s += " wrapper";
  if (f.recoverBlock) s += " recover b" + std::to_string(f.recoverBlock->id);
  s += "\n";
  for (const auto& b : f.blocks) {
    s += "b" + std::to_string(b->id) + ":\n";
    for (const Instr& i : b->instrs) s += instr(f, *b, i);
  }
  return s;
}

}  // namespace hood::ir
