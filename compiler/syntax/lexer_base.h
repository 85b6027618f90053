// Raw tokens: runs the DFA of the ANTLR lexer over bytes.
// ANTLR's LexerATNSimulator finds DFA states one by one while it runs, from a network that is decoded first: that was
// half of the start-up of hood. The states of a lexer without actions are known beforehand, so they are a table
// (generated/lexer_table.h); lexer_table_test.cc makes it from GoLexer and holds it fresh.
#pragma once

#include <cstddef>
#include <cstdint>

#include "compiler/syntax/generated/symbols.h"

namespace hood::syntax {

struct RawToken {
  Tok type;
  bool nonAscii;  // some byte is >= 0x80
  const char* end;
};

// The longest token at p. REQUIRES: p < end.
RawToken scanRaw(const char* p, const char* end);

}  // namespace hood::syntax
