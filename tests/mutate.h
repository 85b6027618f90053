// Random changes to Go source text, for the fuzzers: seeds are real programs, so that what comes out is nearly one.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hood::fuzz {

// Every .go file under the paths that is not huge, in a fixed order.
inline std::vector<std::string> readSeeds(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> names, texts;
  for (const std::string& p : paths) {
    if (!fs::is_directory(p)) {
      names.push_back(p);
      continue;
    }
    for (const auto& e : fs::recursive_directory_iterator(p))
      if (e.path().extension() == ".go" && e.is_regular_file() && e.file_size() < 20000) names.push_back(e.path());
  }
  std::sort(names.begin(), names.end());
  for (const std::string& n : names) {
    std::ifstream in(n, std::ios::binary);
    texts.emplace_back((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  }
  return texts;
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  // The same number, the same text. `bytes`: changes of bytes only, which seldom parse; otherwise mostly of tokens.
  std::string make(uint64_t number, bool bytes) {
    random_.seed(number);
    std::string text = seeds_[below(seeds_.size())];
    for (size_t n = 1 + below(bytes ? 6 : below(4) + 1); n > 0; n--) {
      if (bytes || below(8) == 0)
        changeBytes(text);
      else
        changeTokens(text);
    }
    return text;
  }

 private:
  size_t below(size_t n) { return n == 0 ? 0 : std::uniform_int_distribution<size_t>(0, n - 1)(random_); }

  void changeBytes(std::string& text) {
    static const char* const kPieces[] = {"(",         ")",        "[",
                                          "]",         "{",        "}",
                                          ",",         ";",        ":",
                                          ".",         "...",      "=",
                                          ":=",        "++",       "<-",
                                          "*",         "&",        "~",
                                          "|",         "\n",       "func",
                                          "if",        "for",      "switch",
                                          "case",      "select",   "default",
                                          "type",      "var",      "const",
                                          "range",     "chan",     "map",
                                          "struct",    "else",     "return",
                                          "go",        "defer",    "goto",
                                          "import",    "x",        "1",
                                          "0x",        "'a",       "\"s\"",
                                          "`",         "/*",       "//line a:1\n",
                                          "@",         "[]T{",     "package",
                                          "L: ",       "func() ",  "<-chan ",
                                          "x[",        "\xff",     "\xe4\xb8\x96",
                                          "type T[P ", "interface"};
    size_t at = below(text.size() + 1);
    size_t some = below(std::min<size_t>(text.size() - at, 40) + 1);
    switch (below(6)) {
      case 0: text.erase(at, some); return;
      case 1: text.insert(at, kPieces[below(std::size(kPieces))]); return;
      case 2: text.replace(at, some, kPieces[below(std::size(kPieces))]); return;
      case 3: text.insert(at, text.substr(below(text.size() + 1), below(200))); return;
      case 4: text.insert(at, slice(seeds_[below(seeds_.size())])); return;
      default:
        if (!text.empty()) text[below(text.size())] = static_cast<char>(below(256));
    }
  }
  std::string slice(const std::string& other) { return other.substr(below(other.size() + 1), below(400)); }

  // ---- tokens: what comes out mostly parses, and so reaches the checker and what is behind it ----
  struct Token {
    size_t at, size;
    char kind;  // 'a' word, '0' number, '"' string or rune, 'o' operator
  };

  static std::vector<Token> scan(std::string_view s) {
    std::vector<Token> out;
    auto word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); };
    for (size_t i = 0; i < s.size();) {
      size_t from = i;
      char c = s[i], kind = 'o';
      if (std::isspace(static_cast<unsigned char>(c))) {
        i++;
        continue;
      }
      if (s.substr(i).starts_with("//")) {
        i = std::min(s.find('\n', i), s.size());
        continue;
      }
      if (word(c)) {
        kind = std::isdigit(static_cast<unsigned char>(c)) ? '0' : 'a';
        while (i < s.size() && (word(s[i]) || (kind == '0' && s[i] == '.'))) i++;
      } else if (c == '"' || c == '`' || c == '\'') {
        kind = '"';
        for (i++; i < s.size() && s[i] != c && (c == '`' || s[i] != '\n'); i++)
          if (s[i] == '\\' && c != '`') i++;
        i = std::min(i + 1, s.size());
      } else {
        static constexpr std::string_view kLong[] = {"<<=", ">>=", "&^=", "...", ":=", "==", "!=", "<=", ">=", "&&", "||",
                                                     "<-",  "++",  "--",  "+=",  "-=", "*=", "/=", "<<", ">>", "&^"};
        i++;
        for (std::string_view op : kLong) {
          if (!s.substr(from).starts_with(op)) continue;
          i = from + op.size();
          break;
        }
      }
      out.push_back({from, i - from, kind});
    }
    return out;
  }

  std::string another(const std::string& text, const std::vector<Token>& tokens, char kind) {
    static const char* const kWords[] = {"int",    "string", "uint8",      "float64", "bool", "error",  "any",
                                         "nil",    "true",   "iota",       "len",     "cap",  "append", "make",
                                         "new",    "panic",  "_",          "byte",    "rune", "copy",   "close",
                                         "delete", "uint64", "complex128", "recover", "min"};
    static const char* const kNumbers[] = {"0",   "1",   "-1", "63",  "64",    "1<<62",
                                           "1e9", "0.5", "1i", "255", "1<<40", "0x7fffffffffffffff"};
    static const char* const kOps[] = {"+", "-", "*",  "/",  "%", "&",  "|",  "^",   "<<", ">>", "&^", "==", "!=",
                                       "<", ">", "&&", "||", "=", ":=", "+=", "<<=", ".",  ",",  "!",  "<-"};
    switch (kind) {
      case '0': return kNumbers[below(std::size(kNumbers))];
      case '"': return below(2) == 0 ? "\"\"" : "\"a\xc3\xa9\\x00\"";
      case 'o': return kOps[below(std::size(kOps))];
      default: break;
    }
    if (below(3) == 0) return kWords[below(std::size(kWords))];
    for (int tries = 0; tries < 8; tries++) {
      const Token& t = tokens[below(tokens.size())];
      if (t.kind == 'a') return text.substr(t.at, t.size);
    }
    return "x";
  }

  void changeTokens(std::string& text) {
    std::vector<Token> tokens = scan(text);
    if (tokens.empty()) return changeBytes(text);
    Token t = tokens[below(tokens.size())];
    switch (below(8)) {
      case 0:
      case 1:
      case 2: text.replace(t.at, t.size, another(text, tokens, t.kind)); return;
      case 3: {  // a word becomes a literal, or the other way round
        static const char kKinds[] = {'a', '0', '"'};
        if (t.kind == 'o') return changeTokens(text);
        text.replace(t.at, t.size, another(text, tokens, kKinds[below(3)]));
        return;
      }
      case 4: return moveLine(text, true);
      case 5: return moveLine(text, false);
      case 6: text.insert(t.at, std::string(1, "*&!-^("[below(5)])); return;
      default: {  // two tokens change places
        Token u = tokens[below(tokens.size())];
        if (u.at < t.at) std::swap(t, u);
        if (t.at == u.at) return;
        std::string a = text.substr(t.at, t.size), b = text.substr(u.at, u.size);
        text.replace(u.at, u.size, a);
        text.replace(t.at, t.size, b);
      }
    }
  }

  // Takes a line away, and maybe puts it in elsewhere.
  void moveLine(std::string& text, bool insert) {
    size_t from = text.rfind('\n', below(text.size() + 1));
    from = from == std::string::npos ? 0 : from + 1;
    size_t to = std::min(text.find('\n', from), text.size());
    std::string line = text.substr(from, to - from);
    if (below(2) == 0) text.erase(from, to - from);
    if (!insert) return;
    size_t at = text.find('\n', below(text.size() + 1));
    if (at != std::string::npos) text.insert(at, "\n" + line);
  }

  const std::vector<std::string>& seeds_;
  std::mt19937_64 random_;
};

}  // namespace hood::fuzz
