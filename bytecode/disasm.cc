#include "bytecode/disasm.h"

#include <fmt/format.h>

#include <algorithm>

namespace hood::bytecode {
namespace {

bool validOp(uint64_t w) { return (w & 0xffff) < kOpCount; }

std::string operandText(Operand k, int64_t v) {
  switch (k) {
    case Operand::I:
    case Operand::U:
    case Operand::L: return fmt::format("{}", v);
    case Operand::O:
    case Operand::J: return fmt::format("{:+}", v);
    case Operand::W: return fmt::format("w{}", v);
    case Operand::D2:
    case Operand::S2: return fmt::format("s{}:2", v);
    case Operand::D3:
    case Operand::S3: return fmt::format("s{}:3", v);
    case Operand::DN:
    case Operand::SN: return fmt::format("s{}:n", v);
    default: return fmt::format("s{}", v);
  }
}

// Name and operands, branch offsets made absolute when the instruction's place is known.
std::string instrText(uint64_t w, int64_t at) {
  Op op = opOf(w);
  std::string out = fmt::format("{:<12}", opName(op));
  bool first = true;
  forEachOperand(w, [&](Operand k, int64_t v) {
    out += first ? " " : ", ";
    first = false;
    if (op == Op::Rt && k == Operand::U && v == fieldB(w) && out.find(':') == std::string::npos && v < kRtOpCount) {
      out += fmt::format("{}:", rtOpName(static_cast<RtOp>(v)));
      return;
    }
    out += operandText(k, v);
    if (at >= 0 && (k == Operand::O || k == Operand::J) && op != Op::Call) {
      out += fmt::format(" -> {}", branchTarget(w, static_cast<uint32_t>(at)));
    }
  });
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

template <class T>
std::string nameOf(const std::vector<T>& v, uint32_t i, std::string T::*name) {
  return i < v.size() ? v[i].*name : fmt::format("?{}", i);
}

std::string relocText(const Module& m, const Reloc& r) {
  switch (r.kind) {
    case RelocKind::CallRel:
    case RelocKind::FuncAddr:
    case RelocKind::Native: return nameOf(m.funcs, r.index, &FuncDef::name);
    case RelocKind::FuncValue: return "func " + nameOf(m.funcs, r.index, &FuncDef::name);
    case RelocKind::Type: return nameOf(m.types, r.index, &TypeDef::string);
    case RelocKind::Itab:
      return fmt::format("itab({}, {})", nameOf(m.types, r.index, &TypeDef::string),
                         nameOf(m.types, r.index2, &TypeDef::string));
    case RelocKind::Global:
      return nameOf(m.globals, r.index, &GlobalDef::name) + (r.addend ? fmt::format("+{}", r.addend) : "");
    case RelocKind::String: return fmt::format("str+{}", r.addend);
  }
  return "?";
}

// The bytes of an LdStr, quoted and cut.
std::string stringText(const Module& m, const Reloc& r, int64_t length) {
  size_t from = static_cast<size_t>(r.addend);
  if (r.addend < 0 || length < 0 || from > m.strings.size()) return "?";
  std::string out = "\"";
  for (unsigned char ch : m.strings.substr(from, static_cast<size_t>(std::min<int64_t>(length, 40)))) {
    if (ch == '"' || ch == '\\') {
      out += '\\';
      out += static_cast<char>(ch);
    } else if (ch == '\n') {
      out += "\\n";
    } else if (ch < ' ' || ch >= 0x7f) {
      out += fmt::format("\\x{:02x}", ch);
    } else {
      out += static_cast<char>(ch);
    }
  }
  return out + (length > 40 ? "\"…" : "\"");
}

const Reloc* relocAt(const FuncDef& f, uint32_t at) {
  for (const Reloc& r : f.relocs) {
    if (r.at == at) return &r;
  }
  return nullptr;
}

std::string mapText(const FuncDef& f, const PointerMap& map) {
  std::string out = "{";
  for (uint32_t i = 0; i < map.bytes * 8u; i++) {
    size_t byte = static_cast<size_t>(map.mask) + i / 8;
    if (byte < f.maskBytes.size() && (f.maskBytes[byte] >> (i % 8) & 1)) {
      out += fmt::format("{}s{}", out.size() > 1 ? " " : "", i);
    }
  }
  return out + "}";
}

}  // namespace

std::string disasmWord(uint64_t w) { return validOp(w) ? instrText(w, -1) : fmt::format(".word        {:#x}", w); }

std::string disasmInstr(const Module& m, const FuncDef& f, uint32_t at) {
  uint64_t w = f.code[at];
  if (!validOp(w)) return fmt::format(".word        {:#x}", w);
  std::string out = instrText(w, at);
  if (opOf(w) == Op::Call) {
    const Reloc* r = relocAt(f, at);
    return fmt::format("{:<12} w{}, {}", opName(Op::Call), fieldA(w), r ? relocText(m, *r) : fmt::format("{:+}", fieldL(w)));
  }
  uint32_t n = instrWords(w);
  for (uint32_t i = 1; i < n && at + i < f.code.size(); i++) {
    uint64_t x = f.code[at + i];
    out += out.find(' ') == std::string::npos ? " " : ", ";
    if (const Reloc* r = relocAt(f, at + i)) {
      out += opOf(w) == Op::LdStr ? stringText(m, *r, fieldL(w)) : relocText(m, *r);
    } else if (opOf(w) == Op::Switch) {
      out += fmt::format("{}", static_cast<int64_t>(at + n) + static_cast<int64_t>(x));
    } else {
      out += x < 0x100000 ? fmt::format("{}", x) : fmt::format("{:#x}", x);
    }
  }
  return out;
}

std::string disasm(const Module& m, const FuncDef& f, const DisasmOptions& options) {
  std::string out = fmt::format("{}:", f.name);
  if (f.native) return out + "  native\n";
  out += fmt::format("  frame {}, results {}, params {}{}{}\n", f.frameSlots, f.resultSlots, f.paramSlots,
                     f.closure ? ", closure" : "", f.wrapper ? ", wrapper" : "");
  size_t line = 0, map = 0;
  for (uint32_t at = 0; at < f.code.size();) {
    for (; line < f.lines.size() && f.lines[line].pc <= at; line++) {
      const LineEntry& e = f.lines[line];
      std::string file = e.file < m.files.size() ? m.files[e.file] : "?";
      out += fmt::format("        ; {}:{}", file, e.line);
      if (e.inl < f.inlines.size()) out += fmt::format(" (inlined {})", f.inlines[e.inl].name);
      if (options.source) out += "  " + options.source(file, e.line);
      out += "\n";
    }
    uint32_t n = validOp(f.code[at]) ? instrWords(f.code[at]) : 1;
    out += fmt::format("{:6}  {}", at, disasmInstr(m, f, at));
    for (; map < f.maps.size() && f.maps[map].pc < at + n; map++) {
      if (options.maps) out += "  " + mapText(f, f.maps[map]);
    }
    out += "\n";
    at += n;
  }
  return out;
}

std::string disasm(const Module& m, const DisasmOptions& options) {
  std::string out;
  for (const FuncDef& f : m.funcs) out += disasm(m, f, options) + "\n";
  return out;
}

// ---- the reference page ---------------------------------------------------------------------------------------

namespace {

const char* kKindNames[] = {"", "D", "D2", "D3", "DN", "S", "S2", "S3", "SN", "M", "I", "U", "O", "J", "L", "W"};
const char* kExtNames[] = {"", "K", "T", "P", "F", "N", "Tab", "KK", "TK", "TT", "Table"};

std::string effectText(uint16_t e) {
  static constexpr std::pair<uint16_t, const char*> kNames[] = {
      {effects::Panics, "panics"}, {effects::Allocs, "allocs"}, {effects::Calls, "calls"}, {effects::Parks, "parks"},
      {effects::Loops, "loops"},   {effects::Jumps, "jumps"},   {effects::Ends, "ends"},   {effects::Barrier, "barrier"}};
  std::string out;
  for (auto [bit, name] : kNames) {
    if (e & bit) out += (out.empty() ? "" : ", ") + std::string(name);
  }
  return out;
}

// A table cell: '|' would end it.
std::string cell(std::string_view s) {
  std::string out;
  for (char c : s) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

}  // namespace

std::string opcodeReference() {
  std::string out =
      "# Opcodes\n\nGenerated from `bytecode/opcodes.def` and `bytecode/rtops.def`, which explain the operand kinds; "
      "refresh with `HOOD_REBASE=1 hood_bytecode_test`.\n\n"
      "| Opcode | a | b | c | Ext | Effects | Meaning |\n|---|---|---|---|---|---|---|\n";
  for (uint32_t i = 0; i < kOpCount; i++) {
    const OpInfo& x = opInfo(static_cast<Op>(i));
    auto kind = [](Operand k) { return kKindNames[static_cast<int>(k)]; };
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", x.name, kind(x.a), kind(x.b), kind(x.c),
                       kExtNames[static_cast<int>(x.ext)], effectText(x.effects), cell(x.meaning));
  }
  out += "\n## Runtime operations of `Rt`\n\n| Operation | Window |\n|---|---|\n";
  for (uint32_t i = 0; i < kRtOpCount; i++) {
    auto op = static_cast<RtOp>(i);
    out += fmt::format("| {} | {} |\n", rtOpName(op), cell(rtOpMeaning(op)));
  }
  return out;
}

}  // namespace hood::bytecode
