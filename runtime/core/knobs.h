// Knobs: the values of knobs.def, one set per VM.
// Mirrors:    src/runtime/runtime1.go (dbgvars, parsedebugvars). Book: A.3.
// Differs:    one table of names, types, ranges and documentation; an unknown name is an error that suggests the nearest.
// Invariants: every value lies within its row's range.
// Try:        hood knobs
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hood::rt {

enum class KnobType : uint8_t { Bool, Int, Size, Duration, Choice };
enum class KnobWhen : uint8_t { Start, Live };

namespace knob_types {
using Bool = bool;
using Int = int64_t;
using Size = int64_t;
using Duration = int64_t;
using Choice = int64_t;  // index into the names that open the row's doc: "stw|concurrent|none: …"
}  // namespace knob_types

struct Knobs {
#define HOOD_KNOB(name, Type, def, min, max, When, doc) knob_types::Type name = def;
#include "runtime/core/knobs.def"
};

struct KnobInfo {
  const char* name;
  KnobType type;
  int64_t def, min, max;
  KnobWhen when;
  const char* doc;
};
// All rows, in the table's order.
std::span<const KnobInfo> knobTable();

// Each returns "" or a one-line error.
std::string setKnob(Knobs& k, std::string_view name, std::string_view value);
std::string setKnobAssignment(Knobs& k, std::string_view nameEqualsValue);
// HOODDEBUG: k=v separated by commas; all errors count.
std::string parseHoodDebug(Knobs& k, std::string_view list);
// GODEBUG: the same form, but names and values that hood does not know are ignored, as Go does.
void parseGoDebug(Knobs& k, std::string_view list);
// GOGC: a number or "off"; anything else is ignored, as Go does.
void parseGogc(Knobs& k, std::string_view value);
// GOMEMLIMIT: bytes, with B, KiB, MiB, GiB; "off" or anything else: no limit.
void parseGomemlimit(Knobs& k, std::string_view value);
// The present value as `hood knobs` prints it.
std::string knobValue(const Knobs& k, const KnobInfo& info);

}  // namespace hood::rt
