#include "compiler/syntax/lexer_base.h"

#include "compiler/syntax/generated/lexer_table.h"

namespace hood::syntax {

RawToken scanRaw(const char* p, const char* end) {
  LexerState s = kLexerStart;
  RawToken t{Tok::INVALID, false, p + 1};
  uint8_t seen = 0;
  while (p != end) {
    auto byte = static_cast<uint8_t>(*p);
    s = kLexerNext[s][byte];
    if (s == kLexerDead) break;
    p++;
    seen |= byte;
    if (Tok a = kLexerAccepts[s]; a != Tok{}) {
      t.type = a;
      t.end = p;
      t.nonAscii = seen >= 0x80;
    }
  }
  return t;
}

}  // namespace hood::syntax
