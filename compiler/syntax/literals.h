// Checks of what the coarse lexer rules let through: numbers, runes, strings, names, and the bytes of the file itself.
// Each function reports to the sink in gc's words and at gc's position.
#pragma once

#include <cstdint>
#include <string_view>

#include "compiler/ast/ast.h"
#include "compiler/syntax/error_sink.h"

namespace hood::syntax {

// NUL bytes, invalid UTF-8, byte order marks after the start.
void checkText(std::string_view text, ErrorSink& errors);

// `text` is the whole token, `off` its offset in the file.
ast::LitKind checkNumber(std::string_view text, uint32_t off, ErrorSink& errors);
void checkChar(std::string_view text, uint32_t off, ErrorSink& errors);
void checkString(std::string_view text, uint32_t off, ErrorSink& errors);  // interpreted, terminated
void checkUnterminatedChar(std::string_view text, uint32_t off, bool atEof, ErrorSink& errors);
void checkUnterminatedString(std::string_view text, uint32_t off, bool atEof, ErrorSink& errors);
void checkName(std::string_view text, uint32_t off, ErrorSink& errors);  // REQUIRES: some byte >= 0x80

// gc's %#U: "U+0040 '@'".
std::string quoteRune(uint32_t rune);

}  // namespace hood::syntax
