#include "compiler/syntax/error_sink.h"

namespace hood::syntax {

void ErrorSink::error(uint32_t off, std::string text) {
  count_++;
  add(off, std::move(text));
}

void ErrorSink::syntaxError(uint32_t off, const std::string& text) {
  uint32_t line = file_.lineOf(off);  // as written: //line directives do not matter here
  count_++;
  if (line == lastSyntaxLine_) return;
  lastSyntaxLine_ = line;
  add(off, "syntax error: " + text);
}

void ErrorSink::add(uint32_t off, std::string text) {
  diag_.error(file_.pos(off), std::move(text));
  if (++shown_ >= most_) throw StopParsing{};
}

}  // namespace hood::syntax
