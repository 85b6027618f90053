#include "compiler/syntax/lexer_base.h"

#include <unordered_map>

#include "base/check.h"
#include "compiler/syntax/generated/GoLexer.h"

namespace hood::syntax {

// Opens ANTLR's simulator: it computes states and edges of the DFA on demand.
class LexerDfa::Simulator : public antlr4::atn::LexerATNSimulator {
 public:
  explicit Simulator(antlr4::Lexer* lexer, const antlr4::atn::ATN& atn, std::vector<antlr4::dfa::DFA>& dfas)
      : LexerATNSimulator(lexer, atn, dfas, cache_), atn_(atn) {}

  antlr4::dfa::DFAState* start() {
    auto* mode = static_cast<antlr4::atn::ATNState*>(atn_.modeToStartState[0]);
    return addDFAState(computeStartState(nullptr, mode).release());
  }

  // nullptr: no token continues with this byte. No rule has actions or predicates, so the input is never looked at.
  antlr4::dfa::DFAState* target(antlr4::dfa::DFAState* from, size_t byte) {
    antlr4::dfa::DFAState* to = computeTargetState(nullptr, from, byte);
    return to == ERROR.get() ? nullptr : to;
  }

  std::unordered_map<antlr4::dfa::DFAState*, State> numbers;

 private:
  const antlr4::atn::ATN& atn_;
  antlr4::atn::PredictionContextCache cache_;
};

namespace {

// The generated lexer, kept for its ATN.
struct LexerHolder {
  GoLexer lexer{nullptr};
  std::vector<antlr4::dfa::DFA> dfas;
  LexerHolder() { dfas.emplace_back(lexer.getATN().getDecisionState(0), 0); }
};

LexerHolder& lexerHolder() {
  static thread_local LexerHolder holder;
  return holder;
}

}  // namespace

LexerDfa::LexerDfa() {
  LexerHolder& h = lexerHolder();
  simulator_ = std::make_unique<Simulator>(&h.lexer, h.lexer.getATN(), h.dfas);
  HOOD_CHECK(number(simulator_->start()) == kStart);
}

LexerDfa::~LexerDfa() = default;

LexerDfa& LexerDfa::forThisThread() {
  static thread_local LexerDfa dfa;
  return dfa;
}

LexerDfa::State LexerDfa::number(void* dfaState) {
  auto* s = static_cast<antlr4::dfa::DFAState*>(dfaState);
  auto [it, isNew] = simulator_->numbers.emplace(s, static_cast<State>(states_.size()));
  if (isNew) {
    HOOD_CHECK(states_.size() < kUnknown);
    states_.push_back(s);
    accepts_.push_back(s->isAcceptState ? static_cast<Tok>(s->prediction) : Tok{});
    edges_.resize(states_.size() * 256, kUnknown);
  }
  return it->second;
}

LexerDfa::State LexerDfa::nextSlow(State s, uint8_t byte) {
  antlr4::dfa::DFAState* to = simulator_->target(static_cast<antlr4::dfa::DFAState*>(states_[s]), byte);
  State n = to == nullptr ? kDead : number(to);
  edges_[size_t{s} * 256 + byte] = n;
  return n;
}

RawToken scanRaw(LexerDfa& dfa, const char* p, const char* end) {
  LexerDfa::State s = LexerDfa::kStart;
  RawToken t{Tok::INVALID, false, p + 1};
  uint8_t seen = 0;
  while (p != end) {
    auto byte = static_cast<uint8_t>(*p);
    s = dfa.next(s, byte);
    if (s == LexerDfa::kDead) break;
    p++;
    seen |= byte;
    if (Tok a = dfa.accepts(s); a != Tok{}) {
      t.type = a;
      t.end = p;
      t.nonAscii = seen >= 0x80;
    }
  }
  return t;
}

}  // namespace hood::syntax
