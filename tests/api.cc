// The API test: every exported name of the standard packages that hood ships has the type that Go gives it.
//
//   hood_api                  what is missing, per package; exit 1 if anything is
//   hood_api --print [PKG…]   the lines that hood's packages have
//
// What Go has comes from two places: api/*.txt of an installed Go tree (up to Go 1.19; nothing is compared where there is
// none), and testdata/api/*.txt, our own list of what came later. Lines of testdata/api/except.txt may be missing: each
// stands below a comment that says why.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compiler/check/check.h"
#include "compiler/load/goroot.h"
#include "compiler/packages.h"
#include "tests/api_lines.h"

namespace {

namespace fs = std::filesystem;
using namespace hood;
using namespace hood::compiler;

// Package paths, and what each exports.
struct Shipped {
  std::set<std::string> paths;
  std::set<std::string> lines;
  std::string problems;
};

Shipped shipped(const std::vector<std::string>& only) {
  Shipped s;
  SourceSet sources;
  Arena arena;
  Diagnostics diags(sources);
  LoadResult loaded = loadStdlib(only, sources, arena, diags);
  types::Context ctx;
  constant::Pool consts;
  std::map<const SourcePackage*, types::Package*> checked;
  std::vector<std::unique_ptr<check::PackageCheck>> checks;
  for (auto& source : loaded.packages) {
    auto* p = ctx.make<types::Package>();
    checked[source.get()] = p;
    p->path = source->path;
    p->name = source->name;
    p->stdlib = true;
    p->files = source->files;
    for (auto& [spelled, imported] : source->importMap) p->importMap[spelled] = checked.at(imported);
    checks.push_back(std::make_unique<check::PackageCheck>(ctx, consts, diags, p,
                                                           check::Options{.ignoreBodies = true, .complete = false}));
    if (!checks.back()->run()) break;
    s.paths.insert(p->path);
    if (p->path.find("internal") == std::string::npos) tests::appendApiLines(p, &s.lines);
  }
  if (diags.any()) s.problems = diags.format();
  return s;
}

// A line without its comment and issue number. Constants: exact values stand behind the short ones, in a comment.
std::string feature(std::string line) {
  size_t exact = line.find("  // ");
  if (exact != std::string::npos) {
    size_t value = line.find(" = ");
    if (value < exact) return line.substr(0, value + 3) + line.substr(exact + 5);
    line.resize(exact);
  }
  size_t issue = line.find(" #");
  if (issue != std::string::npos) line.resize(issue);
  return line;
}

// The path in "pkg path, …" and "pkg path (linux-amd64), …"; "" if the line is of another platform.
std::string packageOf(std::string* line) {
  if (line->rfind("pkg ", 0) != 0) return "";
  size_t comma = line->find(", "), paren = line->find(" (");
  if (comma == std::string::npos) return "";
  if (paren >= comma) return line->substr(4, comma - 4);
  std::string context = line->substr(paren + 2, comma - paren - 3);
  if (context != "linux-amd64" && context != "linux-amd64-cgo") return "";
  std::string path = line->substr(4, paren - 4);
  *line = "pkg " + path + line->substr(comma);
  return path;
}

void readLines(const fs::path& file, std::set<std::string>* out) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    out->insert(feature(line));
  }
}

// Every line of every version, and those that may be missing.
struct Wanted {
  std::set<std::string> lines, except;
};

Wanted wanted() {
  Wanted w;
  Goroot goroot;
  goroot.open("");
  std::vector<fs::path> folders = {fs::path(HOOD_SOURCE_DIR) / "testdata/api"};
  if (goroot.any()) folders.push_back(fs::path(goroot.src()).parent_path() / "api");
  for (const fs::path& folder : folders) {
    std::error_code none;
    for (auto& e : fs::directory_iterator(folder, none)) {
      if (e.path().extension() != ".txt") continue;
      readLines(e.path(), e.path().filename() == "except.txt" ? &w.except : &w.lines);
    }
  }
  return w;
}

// Types that are other packages' now were package os's once.
std::string withAliases(std::string line) {
  for (std::string_view name : {"FileInfo", "FileMode", "PathError"}) {
    std::string old = "os." + std::string(name);
    for (size_t at = 0; (at = line.find(old, at)) != std::string::npos; at++) line.replace(at, 2, "fs");
  }
  return line;
}

int report(const Shipped& have) {
  std::map<std::string, std::vector<std::string>> missing;
  size_t known = 0, gaps = 0;
  Wanted want = wanted();
  for (std::string line : want.lines) {
    if (want.except.count(line) > 0) continue;
    std::string path = packageOf(&line);
    if (path != "os") line = withAliases(line);
    if (want.except.count(line) > 0) continue;
    if (have.paths.count(path) == 0) continue;
    known++;
    if (have.lines.count(line) == 0) missing[path].push_back(line), gaps++;
  }
  for (auto& [path, lines] : missing) {
    std::printf("%s: %zu missing\n", path.c_str(), lines.size());
    for (const std::string& line : lines) std::printf("  %s\n", line.c_str());
  }
  std::printf("%zu packages, %zu lines, %zu missing\n", have.paths.size(), known, gaps);
  return gaps == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  bool print = argc > 1 && std::string(argv[1]) == "--print";
  Shipped s = shipped(print ? std::vector<std::string>(argv + 2, argv + argc) : std::vector<std::string>());
  if (!s.problems.empty()) {
    std::fputs(s.problems.c_str(), stderr);
    return 2;
  }
  if (!print) return report(s);
  for (const std::string& line : s.lines) std::puts(line.c_str());
  return 0;
}
