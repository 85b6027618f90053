#include "compiler/load/package_info.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

#include "compiler/load/constraints.h"
#include "compiler/load/import_path.h"
#include "compiler/load/modules.h"
#include "compiler/load/test_main.h"
#include "compiler/syntax/comments.h"
#include "compiler/syntax/parse.h"
#include "stdlib/source.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

std::vector<Input> shipped(const std::string& path) {
  std::vector<Input> out;
  BuildTags plain;
  for (const stdlib::EmbeddedFile& f : stdlib::find(path))
    if (fileNameFits(f.name, plain) && sourceFits(f.text(), plain))
      out.push_back({path + "/" + f.name, std::string(f.text())});
  return out;
}

// Adds what the files import; their errors are somebody else's to report.
std::vector<std::string> importsOf(const std::vector<Input>& files) {
  SourceSet sources;
  Arena arena;
  Diagnostics ignored(sources);
  std::set<std::string> paths;
  for (const Input& in : files) {
    const SourceFile* f = sources.add(in.path, in.text);
    if (f == nullptr) continue;
    for (const ast::ImportDecl* d : parseFile(f, arena, ignored)->imports) {
      std::string path;
      if (unquoteImportPath(d->path->text, &path).empty()) paths.insert(path);
    }
  }
  return {paths.begin(), paths.end()};
}

// The comment that ends on the line above the package clause.
std::string packageDoc(const std::string& text) {
  std::string_view name = packageNameOf(text);
  if (name.empty()) return "";
  size_t clause = std::string_view(text).rfind("package", static_cast<size_t>(name.data() - text.data()));
  for (const CommentGroup& g : findComments(std::string_view(text).substr(0, clause))) {
    std::string_view between = std::string_view(text).substr(g.end(), clause - g.end());
    if (std::count(between.begin(), between.end(), '\n') <= 1 &&
        std::all_of(between.begin(), between.end(), [](unsigned char c) { return std::isspace(c); }))
      return commentText(text, g);
  }
  return "";
}

void addModule(PackageInfo* info, const LoadRequest& request) {
  Modules modules;
  modules.open(info->ref.dir, request.mod);
  const Module* m = modules.mainOf(info->ref.dir);
  if (m == nullptr) return;
  info->modulePath = m->id.path;
  info->moduleDir = m->dir;
  info->goVersion = "1." + std::to_string(m->goMinor);
}

}  // namespace

std::vector<Input> packageFiles(const PackageRef& p, const LoadRequest& request, std::string* error) {
  std::vector<Input> out;
  if (p.shipped) return shipped(p.path);
  if (p.files.empty()) {
    BuildTags tags;
    tags.custom.insert(request.tags.begin(), request.tags.end());
    FolderFiles f = readFolder(p.dir, tags);
    *error = f.error;
    return std::move(f.inputs);
  }
  for (const std::string& file : p.files) {
    FileText t = readSource(file);
    if (!t.error.empty()) *error = t.error;
    if (!isTestFile(fs::path(file).filename().string())) out.push_back({file, std::move(t.text)});
  }
  return out;
}

PackageInfo packageInfo(const PackageRef& p, const LoadRequest& request) {
  PackageInfo info;
  info.ref = p;
  info.files = packageFiles(p, request, &info.error);
  if (!p.dir.empty() && p.files.empty()) {
    BuildTags tags;
    tags.custom.insert(request.tags.begin(), request.tags.end());
    FolderFiles f = readFolder(p.dir, tags, true);
    if (!p.shipped) info.ignored = f.excluded;
    for (Input& in : f.testInputs)
      (packageNameOf(in.text).ends_with("_test") ? info.xtestFiles : info.testFiles).push_back(std::move(in));
  }
  for (const std::vector<Input>* files : {&info.files, &info.testFiles})
    for (const Input& in : *files) {
      if (info.name.empty()) info.name = packageNameOf(in.text);
      if (info.synopsis.empty() && files == &info.files) info.synopsis = synopsis(packageDoc(in.text));
    }
  if (info.name.empty() && !info.xtestFiles.empty()) {
    info.name = packageNameOf(info.xtestFiles[0].text);
    info.name.resize(info.name.size() - 5);
  }
  info.imports = importsOf(info.files);
  info.testImports = importsOf(info.testFiles);
  info.xtestImports = importsOf(info.xtestFiles);
  if (!p.stdlib) addModule(&info, request);
  return info;
}

// Up to the first full stop that a space follows, and that no single capital letter (an initial) precedes.
std::string synopsis(const std::string& doc) {
  std::string out;
  for (size_t i = 0; i < doc.size(); i++) {
    char c = doc[i];
    if (c == '\n' && i + 1 < doc.size() && doc[i + 1] == '\n') break;
    if (std::isspace(static_cast<unsigned char>(c))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    out += c;
    if (c != '.') continue;
    bool space = i + 1 >= doc.size() || std::isspace(static_cast<unsigned char>(doc[i + 1]));
    bool initial = i > 1 && std::isupper(static_cast<unsigned char>(doc[i - 1])) &&
                   !std::isupper(static_cast<unsigned char>(doc[i - 2]));
    if (space && !initial) break;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const char* legal : {"copyright", "all rights", "author"}) {
    std::string lower = out;
    for (char& ch : lower) ch = static_cast<char>(std::tolower(static_cast<unsigned char>(ch)));
    if (lower.starts_with(legal)) return "";
  }
  return out;
}

}  // namespace hood::compiler
