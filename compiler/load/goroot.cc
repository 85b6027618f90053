#include "compiler/load/goroot.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "compiler/load/go_files.h"
#include "compiler/load/go_mod.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// A Go tree has src/go.mod that says `module std`, and the packages beside it.
bool isTree(const std::string& root, int* minor) {
  FileText text = readSource(root + "/src/go.mod");
  if (!text.error.empty()) return false;
  GoMod m = parseGoMod(text.text, "go.mod", true);
  *minor = m.goMinor;
  return m.path == "std";
}

// Newest first: go-1.22 before go-1.19.
std::vector<std::string> installed() {
  std::vector<std::pair<int, std::string>> found;
  for (const char* parent : {"/usr/lib", "/usr/share"}) {
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      if (name.starts_with("go-1.")) found.emplace_back(std::atoi(name.c_str() + 5), it->path().string());
    }
  }
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.first > b.first; });
  std::vector<std::string> out{"/usr/local/go", "/usr/lib/go"};
  for (auto& [minor, path] : found) out.push_back(path);
  return out;
}

}  // namespace

void Goroot::open(const std::string& wanted) {
  if (wanted == "off") return;
  const char* env = std::getenv("GOROOT");
  std::vector<std::string> places;
  if (!wanted.empty())
    places.push_back(wanted);
  else if (env != nullptr && *env != 0)
    places.push_back(env);
  else
    places = installed();
  for (const std::string& place : places) {
    if (!isTree(place, &goMinor_)) continue;
    src_ = place + "/src";
    return;
  }
  if (!wanted.empty()) problem_ = "--goroot " + wanted + ": no Go source tree (there is no src/go.mod that says module std)";
}

std::string Goroot::folder(const std::string& importPath, bool fromStd) const {
  if (src_.empty() || importPath.empty()) return "";
  for (const char* below : {"/", "/vendor/"}) {
    if (below[1] != 0 && !fromStd) break;
    std::string dir = src_ + below + importPath;
    bool command = inModule("cmd", importPath) || inModule("vendor", importPath);
    if (!command && hasGoFiles(dir)) return dir;
  }
  return "";
}

std::string Goroot::canonicalPath(const std::string& importPath, const std::string& folder) const {
  return folder == src_ + "/vendor/" + importPath ? "vendor/" + importPath : importPath;
}

}  // namespace hood::compiler
