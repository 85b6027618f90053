// From a //go:embed pattern to files.
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <filesystem>

#include "compiler/load/embed.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// Reads one character of a [class], or a bound of a range. False: malformed.
bool classChar(std::string_view& p, char* c) {
  if (p.empty() || p[0] == '-' || p[0] == ']') return false;
  if (p[0] == '\\') {
    p.remove_prefix(1);
    if (p.empty()) return false;
  }
  *c = p[0];
  p.remove_prefix(1);
  return !p.empty();
}

// Matches [class] at the front of p against c. False in *ok: malformed.
bool matchClass(std::string_view& p, char c, bool* ok) {
  p.remove_prefix(1);
  bool negated = !p.empty() && p[0] == '^', hit = false;
  if (negated) p.remove_prefix(1);
  for (int n = 0; *ok; n++) {
    if (!p.empty() && p[0] == ']' && n > 0) {
      p.remove_prefix(1);
      return hit != negated;
    }
    char lo = 0, hi = 0;
    *ok = classChar(p, &lo);
    hi = lo;
    if (*ok && p[0] == '-') {
      p.remove_prefix(1);
      *ok = classChar(p, &hi);
    }
    hit = hit || (lo <= c && c <= hi);
  }
  return false;
}

bool matchHere(std::string_view p, std::string_view s, bool* ok) {
  while (!p.empty() && *ok) {
    switch (p[0]) {
      case '*':
        while (!p.empty() && p[0] == '*') p.remove_prefix(1);
        for (size_t i = 0; i <= s.size() && *ok; i++)
          if (matchHere(p, s.substr(i), ok)) return true;
        return false;
      case '?':
        if (s.empty()) return false;
        p.remove_prefix(1);
        s.remove_prefix(1);
        while (!s.empty() && (s[0] & 0xc0) == 0x80) s.remove_prefix(1);  // the rest of a UTF-8 sequence
        break;
      case '[':
        if (s.empty()) return false;
        if (!matchClass(p, s[0], ok)) return false;
        s.remove_prefix(1);
        break;
      case '\\':
        p.remove_prefix(1);
        if (p.empty()) return *ok = false;
        [[fallthrough]];
      default:
        if (s.empty() || s[0] != p[0]) return false;
        p.remove_prefix(1);
        s.remove_prefix(1);
    }
  }
  return *ok && s.empty();
}

// Is the pattern well-formed, whatever it is matched against?
bool wellFormed(std::string_view p) {
  while (!p.empty()) {
    bool ok = true;
    if (p[0] == '[') {
      matchClass(p, 'x', &ok);
      if (!ok) return false;
      continue;
    }
    if (p[0] == '\\') p.remove_prefix(1);
    if (p.empty()) return false;
    p.remove_prefix(1);
  }
  return true;
}

// fs.ValidPath, and not the package's folder itself.
bool validPattern(std::string_view p) {
  if (p.empty() || p == ".") return false;
  while (true) {
    std::string_view elem = p.substr(0, p.find('/'));
    if (elem.empty() || elem == "." || elem == "..") return false;
    if (elem.size() == p.size()) return true;
    p.remove_prefix(elem.size() + 1);
  }
}

// Names that a module's archive may not hold, or that are a version control system's.
bool isBadName(const std::string& name) {
  if (name.empty() || name == ".bzr" || name == ".hg" || name == ".git" || name == ".svn") return true;
  if (name.back() == '.') return true;
  for (char c : name)
    if (static_cast<unsigned char>(c) < 0x20 || std::strchr("\"'*<>?`|/\\:;\x7f", c) != nullptr) return true;
  std::string stem = name.substr(0, name.find('.'));
  for (char& c : stem) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && '1' <= stem[3] && stem[3] <= '9';
}

std::vector<std::string> sortedNames(const std::string& dir) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool isDir(const std::string& path) {
  struct stat st;
  return ::lstat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode);
}

// Every path below dir/prefix that the rest of the pattern matches.
void glob(const std::string& dir, const std::string& prefix, std::string_view pattern, std::vector<std::string>* out) {
  std::string_view elem = pattern.substr(0, pattern.find('/'));
  std::string_view rest = elem.size() == pattern.size() ? std::string_view{} : pattern.substr(elem.size() + 1);
  bool ok = true;
  for (const std::string& name : sortedNames(prefix.empty() ? dir : dir + "/" + prefix)) {
    if (!matchElement(elem, name, &ok)) continue;
    std::string rel = prefix.empty() ? name : prefix + "/" + name;
    if (rest.empty())
      out->push_back(rel);
    else if (isDir(dir + "/" + rel))
      glob(dir, rel, rest, out);
  }
}

bool exists(const std::string& path) {
  struct stat st;
  return ::stat(path.c_str(), &st) == 0;
}

// Files below a folder that go into a module: no other module's, nothing hidden unless `all`. Symbolic links are not
// followed, so there are no loops.
void walk(const std::string& dir, const std::string& rel, bool all, std::vector<std::string>* out) {
  for (const std::string& name : sortedNames(dir + "/" + rel)) {
    if (isBadName(name) || (!all && (name[0] == '.' || name[0] == '_'))) continue;
    std::string path = rel + "/" + name, full = dir + "/" + path;
    struct stat st;
    if (::lstat(full.c_str(), &st) != 0) continue;
    if (S_ISDIR(st.st_mode) && !exists(full + "/go.mod"))
      walk(dir, path, all, out);
    else if (S_ISREG(st.st_mode))
      out->push_back(path);
  }
}

// Why this match cannot be embedded because of where it is, "" if it can.
std::string wrongPlace(const std::string& dir, const std::string& rel, const std::string& what) {
  for (std::string at = rel; !at.empty();) {
    if (exists(dir + "/" + at + "/go.mod")) return "cannot embed " + what + " " + rel + ": in different module";
    size_t slash = at.rfind('/');
    std::string elem = slash == std::string::npos ? at : at.substr(slash + 1);
    if (isBadName(elem))
      return "cannot embed " + what + " " + rel + ": " + (at == rel ? "invalid name " : "in invalid directory ") + elem;
    at.resize(slash == std::string::npos ? 0 : slash);
  }
  return "";
}

}  // namespace

bool matchElement(std::string_view pattern, std::string_view name, bool* ok) { return matchHere(pattern, name, ok); }

std::string matchEmbedPattern(const std::string& dirOrEmpty, const std::string& written, std::vector<std::string>* names) {
  std::string dir = dirOrEmpty.empty() ? "." : dirOrEmpty;
  bool all = written.starts_with("all:");
  std::string pattern = all ? written.substr(4) : written;
  if (!validPattern(pattern) || !wellFormed(pattern)) return "invalid pattern syntax";
  std::vector<std::string> hits;
  glob(dir, "", pattern, &hits);
  for (const std::string& rel : hits) {
    struct stat st;
    if (::lstat((dir + "/" + rel).c_str(), &st) != 0) continue;
    std::string what = S_ISDIR(st.st_mode) ? "directory" : "file";
    if (std::string wrong = wrongPlace(dir, rel, what); !wrong.empty()) return wrong;
    if (S_ISREG(st.st_mode)) {
      names->push_back(rel);
    } else if (S_ISDIR(st.st_mode)) {
      size_t before = names->size();
      walk(dir, rel, all, names);
      if (names->size() == before) return "cannot embed directory " + rel + ": contains no embeddable files";
    } else {
      return "cannot embed irregular file " + rel;
    }
  }
  if (names->empty()) return "no matching files found";
  std::sort(names->begin(), names->end());
  names->erase(std::unique(names->begin(), names->end()), names->end());
  return "";
}

}  // namespace hood::compiler
