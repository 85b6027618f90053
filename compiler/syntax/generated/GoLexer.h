
// Generated from GoLexer.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace hood::syntax {


class  GoLexer : public antlr4::Lexer {
public:
  enum {
    HEADER_BODY = 1, FUNC_BODY = 2, TPARAM_LBRACK = 3, TRAILING_COMMA = 4,
    TRAILING_SEMI = 5, METHOD_NAME = 6, RESULT_RPAREN = 7, CHAN_ARROW = 8,
    BREAK = 9, CASE = 10, CHAN = 11, CONST = 12, CONTINUE = 13, DEFAULT = 14,
    DEFER = 15, ELSE = 16, FALLTHROUGH = 17, FOR = 18, FUNC = 19, GO = 20,
    GOTO = 21, IF = 22, IMPORT = 23, INTERFACE = 24, MAP = 25, PACKAGE = 26,
    RANGE = 27, RETURN = 28, SELECT = 29, STRUCT = 30, SWITCH = 31, TYPE = 32,
    VAR = 33, LPAREN = 34, RPAREN = 35, LBRACK = 36, RBRACK = 37, LBRACE = 38,
    RBRACE = 39, COMMA = 40, SEMI = 41, COLON = 42, DOT = 43, ELLIPSIS = 44,
    ASSIGN = 45, DEFINE = 46, INC = 47, DEC = 48, ARROW = 49, LOR = 50,
    LAND = 51, EQL = 52, NEQ = 53, LSS = 54, LEQ = 55, GTR = 56, GEQ = 57,
    PLUS = 58, MINUS = 59, OR = 60, CARET = 61, STAR = 62, SLASH = 63, PERCENT = 64,
    SHL = 65, SHR = 66, AMP = 67, AND_NOT = 68, NOT = 69, TILDE = 70, ASSIGN_OP = 71,
    NAME = 72, NUMBER = 73, CHAR = 74, STRING = 75, RAW_STRING = 76, UNTERMINATED_CHAR = 77,
    UNTERMINATED_STRING = 78, UNTERMINATED_RAW = 79, LINE_COMMENT = 80,
    BLOCK_COMMENT = 81, UNTERMINATED_COMMENT = 82, NEWLINE = 83, BLANKS = 84,
    INVALID = 85
  };

  GoLexer(antlr4::CharStream *input);
  ~GoLexer();

  virtual std::string getGrammarFileName() const override;
  virtual const std::vector<std::string>& getRuleNames() const override;

  virtual const std::vector<std::string>& getChannelNames() const override;
  virtual const std::vector<std::string>& getModeNames() const override;
  virtual const std::vector<std::string>& getTokenNames() const override; // deprecated, use vocabulary instead
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;

  virtual const std::vector<uint16_t> getSerializedATN() const override;
  virtual const antlr4::atn::ATN& getATN() const override;

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;
  static std::vector<std::string> _channelNames;
  static std::vector<std::string> _modeNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  // Individual action functions triggered by action() above.

  // Individual semantic predicate functions triggered by sempred() above.

  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace hood::syntax
