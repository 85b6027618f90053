#include "compiler/syntax/token_text.h"

namespace hood::syntax {

std::string tokenText(Tok t) {
  t = canonical(t);
  switch (t) {
    case Tok::COMMA: return "comma";
    case Tok::SEMI: return "semicolon or newline";
    case Tok::NAME: return "name";
    case Tok::STRING:
    case Tok::CHAR:
    case Tok::NUMBER: return "literal";
    default: break;
  }
  std::string s = kTokText[static_cast<size_t>(t)];
  return isKeyword(t) ? "keyword " + s : s;
}

std::string describeToken(const Token& t, std::string_view text) {
  switch (canonical(t.type)) {
    case Tok::SEMI:
      switch (static_cast<SemiKind>(t.detail)) {
        case SemiKind::Semicolon: return "semicolon";
        case SemiKind::Newline: return "newline";
        case SemiKind::Eof: return "EOF";
      }
      break;
    case Tok::NAME: return "name " + std::string(text);
    case Tok::NUMBER:
    case Tok::CHAR:
    case Tok::STRING: return "literal " + std::string(text);
    case Tok::ASSIGN_OP: return std::string(text);
    default: break;
  }
  return tokenText(t.type);
}

}  // namespace hood::syntax
