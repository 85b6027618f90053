#include "cli/test_flags.h"

#include <utility>

namespace hood::cli {

namespace {

enum class Kind { Switch, Value };
enum class For { Tool, Binary, Both };

struct Row {
  std::string_view name;
  Kind kind;
  For whom;
  std::string_view doc;
};

constexpr Row kFlags[] = {
#define HOOD_TEST_FLAG(name, kind, whom, doc) {name, Kind::kind, For::whom, doc},
#include "cli/test_flags.def"
};

constexpr std::pair<std::string_view, std::string_view> kMissing[] = {
#define HOOD_TEST_FLAG_MISSING(name, why) {name, why},
#include "cli/test_flags.def"
};

const Row* find(std::string_view name) {
  if (name.starts_with("test.")) name.remove_prefix(5);
  for (const Row& r : kFlags)
    if (r.name == name) return &r;
  return nullptr;
}

// -name, --name, with =value or not.
bool split(std::string_view word, std::string* name, std::string* value, bool* hasValue) {
  word.remove_prefix(word.starts_with("--") ? 2 : 1);
  size_t eq = word.find('=');
  *name = word.substr(0, eq);
  *hasValue = eq != std::string_view::npos;
  *value = *hasValue ? word.substr(eq + 1) : "";
  return !name->empty();
}

bool isBoolean(std::string_view s) { return s == "true" || s == "false" || s == "1" || s == "0"; }

}  // namespace

bool TestFlags::on(std::string_view name) const { return value(name) == "true"; }

std::string TestFlags::value(std::string_view name) const {
  auto it = values.find(name);
  return it != values.end() ? it->second : "";
}

std::string parseTestFlags(const std::vector<std::string>& words, TestFlags* out) {
  bool packagesOver = false;  // a word that is no flag is the binary's
  for (size_t i = 0; i < words.size(); i++) {
    const std::string& w = words[i];
    std::string name, value;
    bool hasValue = false;
    if (w.size() < 2 || w[0] != '-') {
      (packagesOver ? out->binary : out->packages).push_back(w);
      continue;
    }
    if (w == "-args" || w == "--args") {
      out->binary.insert(out->binary.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (!split(w, &name, &value, &hasValue)) return "bad flag syntax: " + w;
    if (!out->packages.empty()) packagesOver = true;
    const Row* flag = find(name);
    for (auto& [missing, why] : kMissing)
      if (name == missing) return "-" + name + " is not supported: " + std::string(why);
    if (flag == nullptr) {  // of the binary; its value may be the next word
      out->binary.push_back(w);
      packagesOver = true;
      continue;
    }
    if (flag->kind == Kind::Switch) {
      if (name == "v" && value == "test2json") value = "true";
      if (hasValue && !isBoolean(value)) return "invalid boolean value \"" + value + "\" for -" + name;
      value = !hasValue || value == "true" || value == "1" ? "true" : "false";
    } else if (!hasValue) {
      if (i + 1 == words.size()) return "flag needs an argument: -" + name;
      value = words[++i];
    }
    std::string plain(flag->name);
    if (flag->whom != For::Binary) out->values[plain] = value;
    if (flag->whom == For::Tool && plain == "set") out->settings.push_back(value);
    if (flag->whom != For::Tool) out->binary.push_back("-test." + plain + "=" + value);
  }
  return "";
}

std::string testFlagsHelp() {
  std::string out;
  for (const Row& r : kFlags) {
    std::string left = "  -" + std::string(r.name) + (r.kind == Kind::Value ? " X" : "");
    left.resize(std::max<size_t>(left.size() + 2, 24), ' ');
    out += left + std::string(r.doc) + "\n";
  }
  return out;
}

}  // namespace hood::cli
