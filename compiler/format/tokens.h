// The tokens of a Go text, automatic semicolons included, and its comments in groups.
// Mirrors: go/scanner; which comments lead a token or end its line: go/parser.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hood::format {

enum class Tok : uint8_t {
#define HOOD_TOKEN(name, text, precedence) name,
#include "compiler/format/tokens.def"
#undef HOOD_TOKEN
};
std::string_view tokText(Tok t);
int precedence(Tok t);  // 1…5 of binary operators, else 0
constexpr int kUnaryPrecedence = 6, kHighestPrecedence = 7;

using Pos = int32_t;  // offset in the text
constexpr Pos kNoPos = -1;

// Where a piece of text is; line and column count from 1, in bytes.
struct Place {
  Pos offset = kNoPos;
  int line = 0, column = 0;
  bool valid() const { return line > 0; }
};

struct Comment {
  Pos pos = kNoPos;
  std::string_view text;  // without the newline and carriage returns before it
  bool isLine() const { return text[1] == '/'; }
};

struct CommentGroup {
  std::vector<Comment> list;
  Pos pos() const { return list.front().pos; }
  Pos end() const { return list.back().pos + static_cast<Pos>(list.back().text.size()); }
};

struct Token {
  Tok kind = Tok::Eof;
  Pos pos = 0, end = 0;
  std::string_view text;
  bool newline = false;                     // a semicolon that stands for a line's end
  const CommentGroup* lead = nullptr;       // the comment on the lines right above
  const CommentGroup* endOfLine = nullptr;  // the comment after the token before this one, on its line
};

struct TokenizedFile {
  std::string_view text;
  std::vector<Token> tokens;                            // the last is Eof
  std::vector<std::unique_ptr<CommentGroup>> comments;  // in order
  std::vector<Pos> lines;                               // offsets of line starts

  int lineOf(Pos p) const;
  Place place(Pos p) const;
};

// False: *badAt is where there is no token.
bool tokenize(std::string_view text, TokenizedFile* out, size_t* badAt);

}  // namespace hood::format
