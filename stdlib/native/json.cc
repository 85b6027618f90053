// Package encoding/json: the window side of json_text.h.
#include "stdlib/native/json_text.h"

#include "stdlib/native/window.h"

namespace hood::stdlib {

// func scan(s *scanner, text string, at, budget int) (next int, verdict int)
Outcome jsonScanText(G*, Slot* w) {
  Params in(w, 2);
  auto* s = static_cast<JsonScan*>(w[2].p);
  in.bits();
  std::string_view text = in.string();
  int64_t at = in.integer();
  w[1].i = static_cast<int64_t>(jsonScan(s, text, &at, in.integer()));
  w[0].i = at;
  return Outcome::Done;
}

// func tokenize(c *cut, text string, tokens []token, budget int) (done bool)
Outcome jsonTokenizeText(G*, Slot* w) {
  Params in(w, 1);
  auto* cut = static_cast<JsonCut*>(w[1].p);
  in.bits();
  std::string_view text = in.string();
  std::span<JsonToken> tokens = in.slice<JsonToken>();
  return returnBool(w, jsonTokenize(cut, text, tokens.data(), in.integer()));
}

// func unquote(text string) string
Outcome jsonUnquoteText(G* gp, Slot* w) { return returnString(gp, w, jsonUnquote(Params(w, 2).string())); }

// func quoteInto(out []byte, s string, escapeHTML bool) (n int)
Outcome jsonQuoteInto(G*, Slot* w) {
  Params in(w, 1);
  std::span<char> out = in.slice<char>();
  std::string_view s = in.string();
  return returnInt(w, static_cast<int64_t>(jsonQuote(out.data(), out.size(), s, in.boolean())));
}

// func compactText(text string, compact, escapeHTML bool) string
Outcome jsonCompactText(G* gp, Slot* w) {
  Params in(w, 2);
  std::string_view text = in.string();
  bool compact = in.boolean();
  return returnString(gp, w, jsonCompact(text, compact, in.boolean()));
}

// func indentText(text, prefix, indent string) string
Outcome jsonIndentText(G* gp, Slot* w) {
  Params in(w, 2);
  std::string_view text = in.string(), prefix = in.string();
  return returnString(gp, w, jsonIndent(text, prefix, in.string()));
}

}  // namespace hood::stdlib
