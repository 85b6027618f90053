// The lexer's table: made from the ANTLR lexer by asking its simulator for every edge, and compared with the committed one.
// HOOD_REBASE=1 writes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <vector>

#include "compiler/syntax/generated/GoLexer.h"
#include "compiler/syntax/generated/symbols.h"

namespace hood::syntax {
namespace {

// Opens ANTLR's simulator: it computes states and edges of the DFA on demand.
class Simulator : public antlr4::atn::LexerATNSimulator {
 public:
  Simulator(antlr4::Lexer* lexer, const antlr4::atn::ATN& atn, std::vector<antlr4::dfa::DFA>& dfas)
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

 private:
  const antlr4::atn::ATN& atn_;
  antlr4::atn::PredictionContextCache cache_;
};

// All states, in the order in which a walk by bytes finds them.
class Table {
 public:
  Table() {
    GoLexer lexer(nullptr);
    std::vector<antlr4::dfa::DFA> dfas;
    dfas.emplace_back(lexer.getATN().getDecisionState(0), 0);
    Simulator simulator(&lexer, lexer.getATN(), dfas);
    number(simulator.start());
    for (size_t s = 0; s < states_.size(); s++) {
      std::vector<int> edges;
      for (size_t byte = 0; byte < 256; byte++) {
        antlr4::dfa::DFAState* to = simulator.target(states_[s], byte);
        edges.push_back(to == nullptr ? -1 : number(to));
      }
      edges_.push_back(std::move(edges));
    }
    for (antlr4::dfa::DFAState* s : states_) accepts_.push_back(s->isAcceptState ? static_cast<int>(s->prediction) : 0);
  }

  std::string text() const {
    bool small = states_.size() < 255;
    std::ostringstream out;
    out << "// Made by compiler/syntax/lexer_table_test.cc (HOOD_REBASE=1) from GoLexer: the states of the lexer.\n"
           "#pragma once\n\n#include <cstdint>\n\n#include \"compiler/syntax/generated/symbols.h\"\n\n"
           "namespace hood::syntax {\n\n";
    out << "using LexerState = " << (small ? "uint8_t" : "uint16_t") << ";\n"
        << "inline constexpr LexerState kLexerStart = 0, kLexerDead = " << (small ? 255 : 65535) << ";\n\n"
        << "// By state and byte.\ninline constexpr LexerState kLexerNext[" << states_.size() << "][256] = {\n";
    for (const std::vector<int>& row : edges_) {
      out << "    {";
      for (size_t k = 0; k < row.size(); k++) {
        out << (k == 0 ? "" : k % 32 == 0 ? ",\n     " : ",") << (row[k] < 0 ? (small ? 255 : 65535) : row[k]);
      }
      out << "},\n";
    }
    out << "};\n\n// The token that ends in a state, Tok{} if none does.\ninline constexpr Tok kLexerAccepts[] = {\n";
    for (size_t k = 0; k < accepts_.size(); k++) {
      out << (k % 16 == 0 ? "    " : " ") << "Tok(" << accepts_[k] << ")," << (k % 16 == 15 ? "\n" : "");
    }
    out << "\n};\n\n}  // namespace hood::syntax\n";
    return out.str();
  }

 private:
  int number(antlr4::dfa::DFAState* s) {
    auto [it, fresh] = numbers_.emplace(s, static_cast<int>(states_.size()));
    if (fresh) states_.push_back(s);
    return it->second;
  }

  std::unordered_map<antlr4::dfa::DFAState*, int> numbers_;
  std::vector<antlr4::dfa::DFAState*> states_;
  std::vector<std::vector<int>> edges_;
  std::vector<int> accepts_;
};

TEST(LexerTable, IsFresh) {
  std::string path = std::string(HOOD_SOURCE_DIR) + "/compiler/syntax/generated/lexer_table.h";
  std::string made = Table().text();
  if (std::getenv("HOOD_REBASE")) std::ofstream(path) << made;
  std::stringstream committed;
  committed << std::ifstream(path).rdbuf();
  EXPECT_TRUE(committed.str() == made) << "refresh it with HOOD_REBASE=1";
}

}  // namespace
}  // namespace hood::syntax
