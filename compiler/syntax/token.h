// A token as the parser sees it, and the facts about token kinds that several parts of the front end need.
#pragma once

#include <cstddef>
#include <cstdint>

#include "compiler/syntax/generated/symbols.h"

namespace hood::syntax {

// What a SEMI stands for: messages say "unexpected newline" where the lexer inserted it.
enum class SemiKind : uint8_t { Semicolon, Newline, Eof };

struct Token {
  uint32_t off;  // of the first byte, in the file
  uint32_t len;  // 0 for inserted semicolons and the end of the file
  Tok type;
  uint8_t detail;  // SEMI: a SemiKind; literals: an ast::LitKind
};

// The token that was written, where the token stream retyped it.
constexpr Tok canonical(Tok t) {
  switch (t) {
    case Tok::HEADER_BODY:
    case Tok::FUNC_BODY: return Tok::LBRACE;
    case Tok::TPARAM_LBRACK: return Tok::LBRACK;
    case Tok::TRAILING_COMMA: return Tok::COMMA;
    case Tok::TRAILING_SEMI: return Tok::SEMI;
    case Tok::METHOD_NAME: return Tok::NAME;
    case Tok::RESULT_RPAREN: return Tok::RPAREN;
    case Tok::CHAN_ARROW: return Tok::ARROW;
    case Tok::RAW_STRING: return Tok::STRING;
    default: return t;
  }
}

constexpr bool isKeyword(Tok t) { return t >= Tok::BREAK && t <= Tok::VAR; }
constexpr bool isLiteral(Tok t) { return t >= Tok::NUMBER && t <= Tok::RAW_STRING; }

// A newline after one of these ends the statement.
constexpr bool endsStatement(Tok t) {
  switch (t) {
    case Tok::NAME:
    case Tok::METHOD_NAME:
    case Tok::NUMBER:
    case Tok::CHAR:
    case Tok::STRING:
    case Tok::RAW_STRING:
    case Tok::BREAK:
    case Tok::CONTINUE:
    case Tok::FALLTHROUGH:
    case Tok::RETURN:
    case Tok::INC:
    case Tok::DEC:
    case Tok::RPAREN:
    case Tok::RESULT_RPAREN:
    case Tok::RBRACK:
    case Tok::RBRACE: return true;
    default: return false;
  }
}

// Tokens a type can start with (gc's typeOrNil): after a function's parameters they start its result.
constexpr bool startsType(Tok t) {
  switch (t) {
    case Tok::NAME:
    case Tok::STAR:
    case Tok::LBRACK:
    case Tok::LPAREN:
    case Tok::STRUCT:
    case Tok::MAP:
    case Tok::CHAN:
    case Tok::INTERFACE:
    case Tok::FUNC:
    case Tok::ARROW: return true;
    default: return false;
  }
}

// Tokens an operand can end with: a [ after one indexes it, any other [ starts an array or slice type.
constexpr bool endsOperand(Tok t) {
  switch (t) {
    case Tok::NAME:
    case Tok::NUMBER:
    case Tok::CHAR:
    case Tok::STRING:
    case Tok::RAW_STRING:
    case Tok::RPAREN:
    case Tok::RESULT_RPAREN:
    case Tok::RBRACK:
    case Tok::RBRACE: return true;
    default: return false;
  }
}

}  // namespace hood::syntax
