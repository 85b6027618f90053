// JSON as text: checking, cutting into tokens, quoting. What package encoding/json stands on, without the VM around it.
// Mirrors:    src/encoding/json/scanner.go, indent.go (Go 1.19).
// Differs:    the scanner goes on for as long as it can in one call, and counts what tokenizing will find.
// Invariants: whoever scanned a text without an error may hand it to the other functions, which check nothing.
// Locks:      none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hood::stdlib {

// What the scanner expects, or why it gave up; stdlib/src/encoding/json/scan.go names the same numbers.
enum class JsonState : int64_t {
  BeginValue,
  BeginValueOrEnd,  // behind [
  BeginKeyOrEnd,    // behind {
  BeginKey,
  AfterKey,
  EndValue,
  InString,
  InKey,
  Escape,
  Hex,  // aux: digits seen
  Minus,
  Zero,
  Digits,
  Point,
  Fraction,
  Exponent,
  ExponentSign,
  ExponentDigits,
  True,  // aux: letters seen
  False,
  Null,
  Done,
  TooDeep,
};

constexpr int64_t kJsonMaxDepth = 10000;

// The state of a scan that goes on from text to text. Go memory without pointers: encoding/json's scanner.
struct JsonScan {
  int64_t state;
  int64_t aux;
  int64_t depth;
  int64_t tokens;                            // values and keys begun
  int64_t key;                               // the string being scanned is a key
  uint64_t objects[kJsonMaxDepth / 64 + 1];  // bit d: the container at depth d + 1 is an object
};

enum class JsonVerdict : int64_t { More, Value, Error };

// Scans text from *at on, at most `budget` bytes. Value: a whole value was read, *at is behind it. Error: text[*at] does not
// belong where it is. More: go on with more text, or, at its end, see whether the state may be the last one.
JsonVerdict jsonScan(JsonScan* s, std::string_view text, int64_t* at, int64_t budget);

// token of encoding/json: a value or a key.
struct JsonToken {
  int64_t start, end;  // strings: what is between the quotes
  int32_t next;        // the token behind it and all that is inside
  int32_t count;       // arrays: elements; objects: keys
  int64_t kind;
};
enum class JsonKind : int64_t { None, Null, False, True, Number, String, EscapedString, Array, Object };

struct JsonCut {
  int64_t at;     // in the text
  int64_t count;  // tokens so far
  int64_t open;   // the innermost container that is open, -1
};

// Cuts a scanned text into tokens, `budget` bytes or a little more; false: there is more to do. REQUIRES: room for as many
// tokens as the scan counted.
bool jsonTokenize(JsonCut* cut, std::string_view text, JsonToken* tokens, int64_t budget);

// The string that the text between two quotes stands for.
std::string jsonUnquote(std::string_view text);
// Writes s quoted to out if it takes at most `room` bytes; how many it takes.
size_t jsonQuote(char* out, size_t room, std::string_view s, bool escapeHtml);
// Without spaces (if `compact`) and with <, >, &, U+2028 and U+2029 escaped (if `escapeHtml`).
std::string jsonCompact(std::string_view text, bool compact, bool escapeHtml);
std::string jsonIndent(std::string_view text, std::string_view prefix, std::string_view indent);

}  // namespace hood::stdlib
