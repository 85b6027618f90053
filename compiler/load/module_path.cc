#include "compiler/load/module_path.h"

#include <cctype>
#include <vector>

namespace hood::compiler {

namespace {

struct Semver {
  bool valid = false;
  std::string_view major, minor, patch, prerelease, build;
};

// Takes a number without leading zeros off the front.
bool takeNumber(std::string_view& s, std::string_view* number) {
  size_t n = 0;
  while (n < s.size() && std::isdigit(static_cast<unsigned char>(s[n]))) n++;
  if (n == 0 || (n > 1 && s[0] == '0')) return false;
  *number = s.substr(0, n);
  s.remove_prefix(n);
  return true;
}

bool takeDot(std::string_view& s) {
  if (s.empty() || s[0] != '.') return false;
  s.remove_prefix(1);
  return true;
}

bool isNumber(std::string_view s) {
  for (char c : s)
    if (!std::isdigit(static_cast<unsigned char>(c))) return false;
  return !s.empty();
}

// Dot-separated identifiers after - or +.
bool identifiersOk(std::string_view s, bool leadingZeros) {
  while (true) {
    std::string_view id = s.substr(0, s.find('.'));
    if (id.empty()) return false;
    for (char c : id)
      if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') return false;
    if (!leadingZeros && isNumber(id) && id.size() > 1 && id[0] == '0') return false;
    if (id.size() == s.size()) return true;
    s.remove_prefix(id.size() + 1);
  }
}

Semver parseSemver(std::string_view s) {
  Semver v;
  if (s.empty() || s[0] != 'v') return v;
  s.remove_prefix(1);
  if (!takeNumber(s, &v.major) || !takeDot(s) || !takeNumber(s, &v.minor) || !takeDot(s) || !takeNumber(s, &v.patch))
    return v;
  if (size_t plus = s.find('+'); plus != std::string_view::npos) {
    v.build = s.substr(plus + 1);
    s = s.substr(0, plus);
    if (!identifiersOk(v.build, true)) return v;
  }
  if (!s.empty()) {
    if (s[0] != '-') return v;
    v.prerelease = s.substr(1);
    if (!identifiersOk(v.prerelease, false)) return v;
  }
  v.valid = true;
  return v;
}

int compareNumbers(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

int comparePrerelease(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  if (a.empty() || b.empty()) return a.empty() ? 1 : -1;  // a release is newer than what led to it
  while (!a.empty() && !b.empty()) {
    std::string_view x = a.substr(0, a.find('.')), y = b.substr(0, b.find('.'));
    if (x != y) {
      if (isNumber(x) != isNumber(y)) return isNumber(x) ? -1 : 1;
      return isNumber(x) ? compareNumbers(x, y) : x.compare(y);
    }
    a.remove_prefix(std::min(x.size() + 1, a.size()));
    b.remove_prefix(std::min(y.size() + 1, b.size()));
  }
  return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

// The N of a path that ends in /vN (gopkg.in: .vN), 0 if it does not.
int pathMajor(std::string_view path, std::string_view* suffix) {
  bool gopkg = path.starts_with("gopkg.in/");
  size_t at = path.rfind(gopkg ? ".v" : "/v");
  if (at == std::string_view::npos || !isNumber(path.substr(at + 2))) return 0;
  *suffix = path.substr(at + (gopkg ? 0 : 1));
  std::string number(path.substr(at + 2, 9));
  return std::atoi(number.c_str());
}

}  // namespace

std::string checkModulePath(std::string_view path) {
  std::string malformed = "malformed module path \"" + std::string(path) + "\": ";
  if (path.empty()) return malformed + "empty string";
  std::string_view first = path.substr(0, path.find('/'));
  if (first.empty()) return malformed + "leading slash";
  if (first.find('.') == std::string_view::npos) return malformed + "missing dot in first path element";
  if (first[0] == '-') return malformed + "leading dash in first path element";
  for (size_t from = 0; from <= path.size();) {
    size_t to = std::min(path.find('/', from), path.size());
    if (to == from) return malformed + (to == path.size() ? "trailing slash" : "double slash");
    if (path[from] == '.') return malformed + "leading dot in path element";
    if (path[to - 1] == '.') return malformed + "trailing dot in path element";
    from = to + 1;
  }
  for (char c : path) {
    bool ok = std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '-' || c == '.' || c == '_' || c == '~';
    if (!ok) return malformed + "invalid char '" + c + "'";
  }
  return "";
}

std::string checkModuleVersion(std::string_view path, std::string_view version) {
  Semver v = parseSemver(version);
  std::string invalid = "version \"" + std::string(version) + "\" invalid: ";
  if (!v.valid) return invalid + "must be of the form v1.2.3";
  std::string_view suffix;
  int want = pathMajor(path, &suffix);
  bool incompatible = v.build == "incompatible";
  bool low = v.major == "0" || v.major == "1";
  if (want == 0 && (low || incompatible)) return "";
  if (want == 0) return invalid + "should be v0 or v1, not v" + std::string(v.major);
  if (path.starts_with("gopkg.in/") && want <= 1 && low) return "";
  if (v.major == std::to_string(want)) return "";
  // gopkg.in's pseudo-versions may be v0.0.0-… whatever the path says.
  if (path.starts_with("gopkg.in/") && v.major == "0" && !v.prerelease.empty()) return "";
  return invalid + "should be v" + std::to_string(want) + ", not v" + std::string(v.major);
}

int compareVersions(std::string_view a, std::string_view b) {
  Semver x = parseSemver(a), y = parseSemver(b);
  if (!x.valid || !y.valid) return static_cast<int>(x.valid) - static_cast<int>(y.valid);
  if (int c = compareNumbers(x.major, y.major); c != 0) return c;
  if (int c = compareNumbers(x.minor, y.minor); c != 0) return c;
  if (int c = compareNumbers(x.patch, y.patch); c != 0) return c;
  return comparePrerelease(x.prerelease, y.prerelease);
}

std::string escapeModulePath(std::string_view path) {
  std::string out;
  for (char c : path) {
    if ('A' <= c && c <= 'Z')
      out += {'!', static_cast<char>(c - 'A' + 'a')};
    else
      out += c;
  }
  return out;
}

bool inModule(std::string_view module, std::string_view path) {
  return path == module ||
         (!module.empty() && path.size() > module.size() && path.starts_with(module) && path[module.size()] == '/');
}

bool looksStandard(std::string_view path) { return path.substr(0, path.find('/')).find('.') == std::string_view::npos; }

bool isFolderPath(std::string_view t) {
  return t == "." || t == ".." || t.starts_with("./") || t.starts_with("../") || t.starts_with("/");
}

}  // namespace hood::compiler
