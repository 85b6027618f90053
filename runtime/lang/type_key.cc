// How unnamed types are spelled, from the descriptors of their parts.
// Mirrors:    src/reflect/type.go (FuncOf, StructOf: the strings they build). Book: 2.2.
// Differs:    a second spelling, the key, is what identity is decided by.
// Invariants: the texts are those of compiler/types/type_string.cc, to the byte: change both.
// Try:        hood run testdata/stdlib/reflect_make_types.go
#include <cstdio>

#include "runtime/lang/string.h"
#include "runtime/lang/type_table.h"

namespace hood::rt {
namespace {

void appendQuoted(std::string& out, std::string_view s) {
  out += '"';
  for (char c : s) {
    auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (u < 0x20 || u == 0x7f) {
      char buf[8];
      std::snprintf(buf, sizeof buf, "\\x%02x", u);
      out += buf;
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::string_view typeText(TypeText style, const Type* t) { return view(style == TypeText::Key ? t->identity : t->string); }

std::string arrayText(TypeText style, int64_t len, const Type* elem) {
  return "[" + std::to_string(len) + "]" + std::string(typeText(style, elem));
}

std::string mapText(TypeText style, const Type* key, const Type* elem) {
  return "map[" + std::string(typeText(style, key)) + "]" + std::string(typeText(style, elem));
}

std::string chanText(TypeText style, int64_t dir, const Type* elem) {
  std::string inner(typeText(style, elem));
  if (dir == kChanSend) return "chan<- " + inner;
  if (dir == kChanRecv) return "<-chan " + inner;
  bool paren = elem->kind == Kind::Chan && elem->name.len == 0 && elem->len == kChanRecv;
  return paren ? "chan (" + inner + ")" : "chan " + inner;
}

std::string funcText(TypeText style, std::span<Type* const> in, std::span<Type* const> out, bool variadic) {
  const char* comma = style == TypeText::Key ? "," : ", ";
  std::string s = "func(";
  for (size_t i = 0; i < in.size(); i++) {
    if (i > 0) s += comma;
    bool dots = variadic && i + 1 == in.size();
    if (dots) s += "...";
    s += typeText(style, dots ? in[i]->elem : in[i]);
  }
  s += ')';
  if (out.empty()) return s;
  s += ' ';
  if (out.size() == 1) return s.append(typeText(style, out[0]));
  s += '(';
  for (size_t i = 0; i < out.size(); i++) {
    if (i > 0) s += comma;
    s += typeText(style, out[i]);
  }
  return s + ")";
}

std::string structText(TypeText style, std::span<const StructField> fields) {
  bool spaced = style == TypeText::String;
  std::string s = spaced ? "struct {" : "struct{";
  for (size_t i = 0; i < fields.size(); i++) {
    const StructField& f = fields[i];
    if (i > 0) s += ';';
    if (i > 0 || spaced) s += ' ';
    if (!f.embedded || style == TypeText::Key) {
      if (style == TypeText::Key && f.pkgPath.len != 0) s.append(view(f.pkgPath)) += '.';
      s += view(f.name);
      s += f.embedded ? '!' : ' ';
    }
    s += typeText(style, f.type);
    if (f.tag.len != 0) {
      s += ' ';
      appendQuoted(s, view(f.tag));
    }
  }
  if (spaced && !fields.empty()) s += ' ';
  return s + "}";
}

}  // namespace hood::rt
