// Knobs: parsing and printing.
// Mirrors:    src/runtime/runtime1.go (parsedebugvars). Book: A.3.
// Differs:    see knobs.h.

#include "runtime/core/knobs.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

namespace hood::rt {

std::span<const KnobInfo> knobTable() {
  static constexpr KnobInfo kTable[] = {
#define HOOD_KNOB(name, Type, def, min, max, When, doc) {#name, KnobType::Type, def, min, max, KnobWhen::When, doc},
#include "runtime/core/knobs.def"
  };
  return kTable;
}

namespace {

void store(Knobs& k, std::string_view name, int64_t value) {
#define HOOD_KNOB(knob, Type, def, min, max, When, doc) \
  if (name == #knob) k.knob = static_cast<knob_types::Type>(value);
#include "runtime/core/knobs.def"
}

int64_t load(const Knobs& k, std::string_view name) {
#define HOOD_KNOB(knob, Type, def, min, max, When, doc) \
  if (name == #knob) return static_cast<int64_t>(k.knob);
#include "runtime/core/knobs.def"
  return 0;
}

const KnobInfo* find(std::string_view name) {
  for (const KnobInfo& info : knobTable()) {
    if (name == info.name) return &info;
  }
  return nullptr;
}

size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); j++) row[j] = j;
  for (size_t i = 1; i <= a.size(); i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); j++) {
      size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string unknownKnob(std::string_view name) {
  const KnobInfo* best = nullptr;
  size_t bestDistance = 4;  // farther away is no typing error
  for (const KnobInfo& info : knobTable()) {
    size_t d = editDistance(name, info.name);
    if (d < bestDistance && d < name.size()) bestDistance = d, best = &info;
  }
  std::string msg = fmt::format("unknown knob \"{}\"", name);
  if (best != nullptr) return msg + fmt::format(" (did you mean {}?)", best->name);
  return msg + " (see: hood knobs)";
}

struct Unit {
  std::string_view suffix;
  int64_t factor;
};
constexpr Unit kSizeUnits[] = {{"", 1},          {"B", 1},        {"K", 1 << 10},  {"KB", 1 << 10},
                               {"KiB", 1 << 10}, {"M", 1 << 20},  {"MB", 1 << 20}, {"MiB", 1 << 20},
                               {"G", 1 << 30},   {"GB", 1 << 30}, {"GiB", 1 << 30}};
constexpr Unit kDurationUnits[] = {
    {"", 1}, {"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}, {"m", 60'000'000'000}};

bool parseUnits(std::string_view text, std::span<const Unit> units, int64_t& out) {
  int64_t n = 0;
  auto [end, err] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (err != std::errc()) return false;
  std::string_view suffix(end, static_cast<size_t>(text.data() + text.size() - end));
  for (const Unit& u : units) {
    if (u.suffix == suffix) return !__builtin_mul_overflow(n, u.factor, &out);
  }
  return false;
}

bool parseBool(std::string_view text, int64_t& out) {
  if (text == "1" || text == "true" || text == "on") return out = 1, true;
  if (text == "0" || text == "false" || text == "off") return out = 0, true;
  return false;
}

// The names of a Choice, as its row's doc opens with them.
std::string_view choiceNames(const KnobInfo& info) {
  std::string_view doc = info.doc;
  return doc.substr(0, doc.find(':'));
}
std::string_view choiceName(const KnobInfo& info, int64_t index) {
  std::string_view names = choiceNames(info);
  for (; index > 0; index--) names.remove_prefix(names.find('|') + 1);
  return names.substr(0, names.find('|'));
}
bool parseChoice(const KnobInfo& info, std::string_view text, int64_t& out) {
  for (int64_t i = info.min; i <= info.max; i++) {
    if (choiceName(info, i) == text) return out = i, true;
  }
  return false;
}

std::string typeHint(const KnobInfo& info) {
  switch (info.type) {
    case KnobType::Bool: return "0 or 1";
    case KnobType::Int: return "a whole number";
    case KnobType::Size: return "a size such as 4096, 64K or 2G";
    case KnobType::Duration: return "a duration such as 500us, 10ms or 2s";
    case KnobType::Choice: return fmt::format("one of {}", choiceNames(info));
  }
  return "";
}

bool parseValue(const KnobInfo& info, std::string_view text, int64_t& out) {
  switch (info.type) {
    case KnobType::Bool: return parseBool(text, out);
    case KnobType::Int: return parseUnits(text, std::span(kSizeUnits, 1), out);
    case KnobType::Size: return parseUnits(text, kSizeUnits, out);
    case KnobType::Duration: return parseUnits(text, kDurationUnits, out);
    case KnobType::Choice: return parseChoice(info, text, out);
  }
  return false;
}

}  // namespace

std::string setKnob(Knobs& k, std::string_view name, std::string_view value) {
  const KnobInfo* info = find(name);
  if (info == nullptr) return unknownKnob(name);
  int64_t n = 0;
  if (!parseValue(*info, value, n)) {
    return fmt::format("knob {}: \"{}\" is not {}", name, value, typeHint(*info));
  }
  if (n < info->min || n > info->max) {
    return fmt::format("knob {}: {} is out of range, {} to {}", name, value, info->min, info->max);
  }
  store(k, name, n);
  return "";
}

std::string setKnobAssignment(Knobs& k, std::string_view text) {
  size_t eq = text.find('=');
  if (eq == text.npos) {
    const KnobInfo* info = find(text);  // a bare name switches a Bool on
    if (info != nullptr && info->type == KnobType::Bool) return setKnob(k, text, "1");
    return fmt::format("\"{}\" is not of the form name=value", text);
  }
  return setKnob(k, text.substr(0, eq), text.substr(eq + 1));
}

namespace {

template <class F>
void forEachItem(std::string_view list, F f) {
  while (!list.empty()) {
    size_t comma = list.find(',');
    std::string_view item = list.substr(0, comma);
    if (!item.empty()) f(item);
    list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
  }
}

}  // namespace

std::string parseHoodDebug(Knobs& k, std::string_view list) {
  std::string first;
  forEachItem(list, [&](std::string_view item) {
    std::string err = setKnobAssignment(k, item);
    if (first.empty() && !err.empty()) first = "HOODDEBUG: " + err;
  });
  return first;
}

void parseGoDebug(Knobs& k, std::string_view list) {
  forEachItem(list, [&](std::string_view item) {
    Knobs copy = k;
    if (setKnobAssignment(copy, item).empty()) k = copy;
  });
}

void parseGogc(Knobs& k, std::string_view value) {
  if (value == "off") value = "-1";
  Knobs copy = k;
  if (setKnob(copy, "gcpercent", value).empty()) k = copy;
}

void parseGomemlimit(Knobs& k, std::string_view value) {
  Knobs copy = k;
  if (setKnob(copy, "memorylimit", value).empty()) k = copy;
}

std::string knobValue(const Knobs& k, const KnobInfo& info) {
  int64_t value = load(k, info.name);
  return info.type == KnobType::Choice ? std::string(choiceName(info, value)) : std::to_string(value);
}

}  // namespace hood::rt
