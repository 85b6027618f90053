// Where the front end's parts report errors: positions are offsets in one file, and gc's rule of one syntax error a line
// holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "compiler/diag/diag.h"

namespace hood::syntax {

// Thrown to give up on a file: too many errors, or nesting too deep. Caught in parse.cc.
struct StopParsing {};

class ErrorSink {
 public:
  ErrorSink(const SourceFile& file, Diagnostics& diag, size_t most) : file_(file), diag_(diag), most_(most) {}

  // A lexical error, or one that gc does not call a syntax error.
  void error(uint32_t off, std::string text);
  // "syntax error: " + text, unless the line has one already.
  void syntaxError(uint32_t off, const std::string& text);

  // A piece of the file.
  std::string text(uint32_t off, uint32_t len) const { return file_.text.substr(off, len); }
  // Errors so far, those swallowed because of their line included.
  size_t count() const { return count_; }

 private:
  void add(uint32_t off, std::string text);

  const SourceFile& file_;
  Diagnostics& diag_;
  const size_t most_;
  size_t count_ = 0;
  size_t shown_ = 0;
  uint32_t lastSyntaxLine_ = 0;
};

}  // namespace hood::syntax
