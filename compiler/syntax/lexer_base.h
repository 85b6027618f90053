// Raw tokens: runs the DFA of the ANTLR lexer over bytes.
// ANTLR's LexerATNSimulator finds DFA states one by one and keeps their edges in hash maps; LexerDfa asks it for each
// edge once and keeps the answers in a flat table, which is what makes the generated lexer fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "compiler/syntax/generated/symbols.h"

namespace hood::syntax {

class LexerDfa {
 public:
  using State = uint16_t;
  static constexpr State kStart = 0;
  static constexpr State kDead = 0xffff;
  static constexpr State kUnknown = 0xfffe;

  LexerDfa();
  ~LexerDfa();

  // The lexer's DFA is the same for all files. One per thread, so that no lock is needed.
  static LexerDfa& forThisThread();

  State next(State s, uint8_t byte) {
    State to = edges_[size_t{s} * 256 + byte];
    return to == kUnknown ? nextSlow(s, byte) : to;
  }
  // The token that ends in this state, or Tok{} if none does.
  Tok accepts(State s) const { return accepts_[s]; }

 private:
  class Simulator;

  State nextSlow(State s, uint8_t byte);
  State number(void* dfaState);

  std::unique_ptr<Simulator> simulator_;
  std::vector<State> edges_;  // 256 per state
  std::vector<Tok> accepts_;
  std::vector<void*> states_;  // the simulator's dfa::DFAState of each of our states
};

struct RawToken {
  Tok type;
  bool nonAscii;  // some byte is >= 0x80
  const char* end;
};

// The longest token at p. REQUIRES: p < end.
RawToken scanRaw(LexerDfa& dfa, const char* p, const char* end);

}  // namespace hood::syntax
