#include "compiler/go_mod.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// The words of a line, comment and quotes removed.
std::vector<std::string> words(std::string_view line) {
  std::vector<std::string> out;
  for (size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r') {
      i++;
      continue;
    }
    if (line.substr(i, 2) == "//") break;
    size_t end;
    if (line[i] == '"' || line[i] == '`') {
      end = std::min(line.find(line[i], i + 1), line.size());
      out.emplace_back(line.substr(i + 1, end - i - 1));
      end = std::min(end + 1, line.size());
    } else if (line[i] == '(' || line[i] == ')') {
      end = i + 1;
      out.emplace_back(line.substr(i, 1));
    } else {
      end = std::min(line.find_first_of(" \t\r()", i), line.size());
      out.emplace_back(line.substr(i, end - i));
    }
    i = end;
  }
  return out;
}

bool isFolder(const std::string& target) {
  return target.starts_with("./") || target.starts_with("../") || target.starts_with("/") || target == "." || target == "..";
}

void directive(GoMod& m, const std::string& verb, const std::vector<std::string>& args) {
  if (verb == "module" && !args.empty()) m.path = args[0];
  if (verb == "go" && !args.empty() && args[0].starts_with("1.")) m.goMinor = std::atoi(args[0].c_str() + 2);
  if (verb != "replace") return;
  for (size_t i = 1; i + 1 < args.size(); i++) {
    if (args[i] == "=>" && isFolder(args[i + 1])) m.replacements.push_back({args[0], args[i + 1]});
  }
}

}  // namespace

GoMod parseGoMod(std::string_view text) {
  GoMod m;
  m.goMinor = 16;
  std::string block;  // verb of the open ( … ) block
  while (!text.empty()) {
    size_t eol = std::min(text.find('\n'), text.size());
    std::vector<std::string> w = words(text.substr(0, eol));
    text.remove_prefix(std::min(eol + 1, text.size()));
    if (w.empty()) continue;
    if (!block.empty()) {
      if (w[0] == ")")
        block.clear();
      else
        directive(m, block, w);
    } else if (w.size() == 2 && w[1] == "(") {
      block = w[0];
    } else {
      directive(m, w[0], {w.begin() + 1, w.end()});
    }
  }
  return m;
}

std::optional<GoMod> findGoMod(const std::string& dir) {
  std::error_code error;
  for (fs::path d = fs::weakly_canonical(dir.empty() ? "." : dir, error); !error; d = d.parent_path()) {
    std::ifstream in(d / "go.mod", std::ios::binary);
    if (in) {
      std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
      GoMod m = parseGoMod(text);
      m.dir = d.string();
      return m;
    }
    if (d == d.parent_path()) break;
  }
  return std::nullopt;
}

}  // namespace hood::compiler
