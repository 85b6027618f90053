#include <array>
#include <cstring>

#include "stdlib/native/json_text.h"
#include "stdlib/native/utf8_text.h"

namespace hood::stdlib {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool isDigit(char c) { return '0' <= c && c <= '9'; }
bool isHex(char c) { return isDigit(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }

// Bytes inside of a string that mean nothing special.
constexpr std::array<bool, 256> plainBytes() {
  std::array<bool, 256> plain{};
  for (int c = 0x20; c < 256; c++) plain[static_cast<size_t>(c)] = c != '"' && c != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = plainBytes();

class Scan {
 public:
  Scan(JsonScan* s, const char* p, const char* end) : s_(s), p_(p), end_(end) {}

  JsonVerdict run() {
    while (p_ < end_) {
      bool ok = true;
      switch (state()) {
        case JsonState::BeginValue:
        case JsonState::BeginValueOrEnd:
        case JsonState::BeginKeyOrEnd:
        case JsonState::BeginKey:
        case JsonState::AfterKey:
        case JsonState::EndValue: ok = isSpace(*p_) ? (p_++, true) : between(); break;
        case JsonState::InString:
        case JsonState::InKey:
        case JsonState::Escape:
        case JsonState::Hex: ok = inString(); break;
        case JsonState::True: ok = literal("true"); break;
        case JsonState::False: ok = literal("false"); break;
        case JsonState::Null: ok = literal("null"); break;
        case JsonState::Done:
        case JsonState::TooDeep: break;
        default: ok = number(); break;
      }
      if (!ok) return JsonVerdict::Error;
      if (state() == JsonState::Done) return JsonVerdict::Value;
    }
    return JsonVerdict::More;
  }

  const char* at() const { return p_; }

 private:
  JsonState state() const { return static_cast<JsonState>(s_->state); }
  void to(JsonState s) { s_->state = static_cast<int64_t>(s); }
  bool inObject() const { return s_->objects[(s_->depth - 1) / 64] >> ((s_->depth - 1) % 64) & 1; }

  // Between values.
  bool between() {
    char c = *p_;
    switch (state()) {
      case JsonState::BeginValueOrEnd:
        if (c == ']') return close();
        return value();
      case JsonState::BeginKeyOrEnd:
        if (c == '}') return close();
        [[fallthrough]];
      case JsonState::BeginKey:
        if (c != '"') return false;
        s_->tokens++;
        s_->key = 1;
        p_++;
        to(JsonState::InKey);
        return true;
      case JsonState::AfterKey:
        if (c != ':') return false;
        p_++;
        to(JsonState::BeginValue);
        return true;
      case JsonState::EndValue:
        if (c == ',') {
          p_++;
          to(inObject() ? JsonState::BeginKey : JsonState::BeginValue);
          return true;
        }
        if (c != (inObject() ? '}' : ']')) return false;
        return close();
      default: return value();
    }
  }

  bool value() {
    char c = *p_;
    switch (c) {
      case '{':
      case '[': return open(c == '{');
      case '"': begin(JsonState::InString); return true;
      case '-': begin(JsonState::Minus); return true;
      case '0': begin(JsonState::Zero); return true;
      case 't': begin(JsonState::True); return true;
      case 'f': begin(JsonState::False); return true;
      case 'n': begin(JsonState::Null); return true;
      default:
        if (!isDigit(c)) return false;
        begin(JsonState::Digits);
        return true;
    }
  }

  void begin(JsonState s) {
    p_++;
    s_->tokens++;
    s_->aux = 1;
    s_->key = 0;
    to(s);
  }

  bool open(bool object) {
    if (s_->depth == kJsonMaxDepth) {
      to(JsonState::TooDeep);
      return false;
    }
    uint64_t bit = uint64_t{1} << (s_->depth % 64);
    uint64_t& word = s_->objects[s_->depth / 64];
    word = object ? word | bit : word & ~bit;
    s_->depth++;
    s_->tokens++;
    p_++;
    to(object ? JsonState::BeginKeyOrEnd : JsonState::BeginValueOrEnd);
    return true;
  }

  bool close() {
    s_->depth--;
    p_++;
    ended();
    return true;
  }

  // A value ends before p_.
  void ended() { to(s_->depth == 0 ? JsonState::Done : JsonState::EndValue); }

  bool inString() {
    char c = *p_;
    switch (state()) {
      case JsonState::Escape:
        if (c == 0 || std::strchr("bfnrtu\\/\"", c) == nullptr) return false;
        p_++;
        s_->aux = 0;
        to(c == 'u' ? JsonState::Hex : s_->key ? JsonState::InKey : JsonState::InString);
        return true;
      case JsonState::Hex:
        if (!isHex(c)) return false;
        p_++;
        if (++s_->aux == 4) to(s_->key ? JsonState::InKey : JsonState::InString);
        return true;
      default: break;
    }
    while (p_ < end_ && kPlain[static_cast<uint8_t>(*p_)]) p_++;
    if (p_ == end_) return true;
    if (*p_ == '\\') {
      p_++;
      to(JsonState::Escape);
      return true;
    }
    if (*p_ != '"') return false;
    p_++;
    if (s_->key) {
      to(JsonState::AfterKey);
    } else {
      ended();
    }
    return true;
  }

  bool literal(const char* text) {
    if (*p_ != text[s_->aux]) return false;
    p_++;
    if (text[++s_->aux] == 0) ended();
    return true;
  }

  bool number() {
    char c = *p_;
    switch (state()) {
      case JsonState::Minus:
        if (!isDigit(c)) return false;
        p_++;
        to(c == '0' ? JsonState::Zero : JsonState::Digits);
        return true;
      case JsonState::Digits:
        while (p_ < end_ && isDigit(*p_)) p_++;
        if (p_ == end_) return true;
        c = *p_;
        [[fallthrough]];
      case JsonState::Zero:
        if (c == '.') {
          p_++;
          to(JsonState::Point);
          return true;
        }
        return exponentOrEnd(c);
      case JsonState::Point:
        if (!isDigit(c)) return false;
        to(JsonState::Fraction);
        return true;
      case JsonState::Fraction:
        while (p_ < end_ && isDigit(*p_)) p_++;
        return p_ == end_ || exponentOrEnd(*p_);
      case JsonState::Exponent:
        if (c == '+' || c == '-') {
          p_++;
          to(JsonState::ExponentSign);
          return true;
        }
        [[fallthrough]];
      case JsonState::ExponentSign:
        if (!isDigit(c)) return false;
        to(JsonState::ExponentDigits);
        return true;
      default:  // ExponentDigits
        while (p_ < end_ && isDigit(*p_)) p_++;
        if (p_ < end_) ended();
        return true;
    }
  }

  bool exponentOrEnd(char c) {
    if (c == 'e' || c == 'E') {
      p_++;
      to(JsonState::Exponent);
    } else {
      ended();
    }
    return true;
  }

  JsonScan* s_;
  const char* p_;
  const char* end_;
};

}  // namespace

JsonVerdict jsonScan(JsonScan* s, std::string_view text, int64_t* at, int64_t budget) {
  const char* from = text.data() + *at;
  const char* end = text.data() + text.size();
  if (end - from > budget) end = from + budget;
  Scan scan(s, from, end);
  JsonVerdict verdict = scan.run();
  *at = scan.at() - text.data();
  return verdict;
}

// ---- tokens of a text that was scanned ----

namespace {

// Where the string that begins at p ends; escaped: its text is not what it stands for.
const char* stringEnd(const char* p, bool* escaped) {
  const char* start = p;
  bool high = false;
  *escaped = false;
  for (;;) {
    while (kPlain[static_cast<uint8_t>(*p)]) high |= (*p++ & 0x80) != 0;
    if (*p == '"') break;
    *escaped = true;
    p += 2;
  }
  if (high && !*escaped) *escaped = !isValidUtf8({start, static_cast<size_t>(p - start)});
  return p;
}

JsonKind kindOf(char c) {
  switch (c) {
    case 'n': return JsonKind::Null;
    case 'f': return JsonKind::False;
    case 't': return JsonKind::True;
    case '"': return JsonKind::String;
    case '[': return JsonKind::Array;
    case '{': return JsonKind::Object;
    default: return JsonKind::Number;
  }
}

bool endsNumber(char c) { return c == ',' || c == ']' || c == '}' || isSpace(c); }

}  // namespace

bool jsonTokenize(JsonCut* cut, std::string_view text, JsonToken* tokens, int64_t budget) {
  const char* base = text.data();
  const char* end = base + text.size();
  const char* p = base + cut->at;
  const char* stop = end - p > budget ? p + budget : end;
  int64_t count = cut->count, open = cut->open;
  while (p < stop) {
    char c = *p;
    if (isSpace(c) || c == ',' || c == ':') {
      p++;
      continue;
    }
    if (c == ']' || c == '}') {
      p++;
      JsonToken& t = tokens[open];
      open = t.next;
      t.end = p - base;
      t.next = static_cast<int32_t>(count);
      if (c == '}') t.count /= 2;
      continue;
    }
    if (open >= 0) tokens[open].count++;
    JsonToken& t = tokens[count];
    JsonKind kind = kindOf(c);
    t.start = p - base;
    t.count = 0;
    switch (kind) {
      case JsonKind::Array:
      case JsonKind::Object:
        t.next = static_cast<int32_t>(open);
        open = count;
        p++;
        break;
      case JsonKind::String: {
        bool escaped = false;
        t.start++;
        p = stringEnd(p + 1, &escaped);
        if (escaped) kind = JsonKind::EscapedString;
        t.end = p - base;
        p++;
        break;
      }
      default:
        while (p < end && !endsNumber(*p)) p++;
        t.end = p - base;
        break;
    }
    t.kind = static_cast<int64_t>(kind);
    count++;
    if (kind != JsonKind::Array && kind != JsonKind::Object) t.next = static_cast<int32_t>(count);
  }
  *cut = {p - base, count, open};
  return p >= end;
}

}  // namespace hood::stdlib
