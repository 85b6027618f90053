// What a command line names: files, a folder, a tree of folders, an import path, standard input.
#include <algorithm>
#include <filesystem>
#include <unistd.h>

#include "compiler/load/loader.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// Standard input, up to the size that a file may have.
FileText readStdin() {
  FileText out;
  char buffer[1 << 16];
  ssize_t n;
  while ((n = ::read(0, buffer, sizeof buffer)) > 0) {
    out.text.append(buffer, static_cast<size_t>(n));
    if (out.text.size() > kMaxSourceBytes) {
      out.error = "read <stdin>: file too large";
      break;
    }
  }
  return out;
}

bool isRelative(const std::string& arg) { return isFolderPath(arg); }

}  // namespace

bool Loader::openModules(const std::string& dir) {
  modules_.open(dir, request_.mod);
  for (const std::string& p : modules_.problems()) fail(p);
  return modules_.problems().empty();
}

// The language version of the user's package in this folder.
int Loader::userMinor(const std::string& dir) const {
  if (request_.goMinor != 0) return request_.goMinor;
  const Module* m = modules_.mainOf(dir);
  return m != nullptr ? m->goMinor : kGoMinor;
}

SourcePackage* Loader::loadRoot() {
  const std::vector<std::string>& args = request_.args;
  if (args.empty()) {
    fail("no Go files given");
    return nullptr;
  }
  const std::string& arg = args[0];
  if (args.size() > 1 || arg == "-" || arg.ends_with(".go")) return rootFiles();
  if (arg == "..." || arg.ends_with("/...")) return loadTree(arg == "..." ? "." : arg.substr(0, arg.size() - 4), arg);
  if (isFolder(arg)) {
    if (!request_.requireMain && goFileNames(arg).empty()) return loadTree(arg, arg);
    return rootFolder(arg, arg);
  }
  std::error_code error;
  if (fs::exists(arg, error)) {
    fail(arg + ": not a Go file (the name must end in .go), nor the only argument and a folder");
    return nullptr;
  }
  if (isRelative(arg)) {
    fail("stat " + arg + ": no such file or directory");
    return nullptr;
  }
  return rootImportPath(arg);
}

SourcePackage* Loader::rootFiles() {
  Recipe r;
  r.path = "command-line-arguments";
  r.key = "root";
  r.root = true;
  std::vector<std::string> tests;
  for (const std::string& a : request_.args) {
    if (a == "-") {
      FileText text = readStdin();
      if (text.error.empty()) text.error = binaryError("<stdin>", text.text);
      if (!text.error.empty()) return fail(text.error), nullptr;
      r.inputs.push_back({"<stdin>", std::move(text.text)});
      continue;
    }
    std::error_code error;
    if (!a.ends_with(".go")) {
      if (!fs::exists(a, error)) return fail("stat " + a + ": no such file or directory"), nullptr;
      return fail(a + ": not a Go file (the name must end in .go), nor the only argument and a folder"), nullptr;
    }
    if (isFolder(a)) return fail(a + " is a directory, should be a Go file"), nullptr;
    if (isTestFile(fs::path(a).filename().string()) && request_.requireMain)
      return fail("cannot run *_test.go files (" + a + ")"), nullptr;
    FileText text = readSource(a);
    if (text.error.empty()) text.error = binaryError(a, text.text);
    if (!text.error.empty()) return fail(text.error), nullptr;
    if (std::string wrong = constraintError(text.text); !wrong.empty())
      return fail(a + ": parsing //go:build line: " + wrong), nullptr;
    std::string dir = fs::path(a).parent_path().string();
    if (!r.inputs.empty() && folderKey(dir) != folderKey(r.dir)) {
      fail("named files must all be in one directory; have " + (r.dir.empty() ? "." : r.dir) + " and " +
           (dir.empty() ? "." : dir));
      return nullptr;
    }
    r.inputs.push_back({a, std::move(text.text)});
    r.dir = dir;
  }
  if (!openModules(r.dir)) return nullptr;
  r.goMinor = userMinor(r.dir);
  if (r.dir.empty()) r.dir = ".";
  return loadPackage(std::move(r), Pos{});
}

SourcePackage* Loader::rootFolder(const std::string& dir, const std::string& arg) {
  if (!openModules(dir)) return nullptr;
  Recipe r;
  r.path = modules_.pathOf(dir);
  if (r.path.empty() && modules_.any()) {
    fail("directory " + arg + " is in none of the modules listed in go.work or go.mod");
    return nullptr;
  }
  if (!folderInputs(dir, r.path.empty() ? arg : r.path, &r.inputs, Pos{})) return nullptr;
  if (r.path.empty()) r.path = "command-line-arguments";
  r.key = folderKey(dir);
  r.root = true;
  r.dir = dir;
  r.goMinor = userMinor(dir);
  return loadPackage(std::move(r), Pos{});
}

// hood run example.com/m/cmd/x, from inside of the module
SourcePackage* Loader::rootImportPath(const std::string& arg) {
  std::error_code error;
  if (!openModules(".")) return nullptr;
  PackageFolder where = modules_.find(arg);
  if (where.problem.empty() && !where.dir.empty()) return importModule(arg, where, Pos{});
  if (!where.problem.empty())
    fail(where.problem);
  else if (!modules_.any() || where.looked.empty())
    fail("stat " + arg + ": no such file or directory, and no package has this import path");
  else
    reportMissing(arg, where, Pos{});
  return nullptr;
}

// Every package at and below a folder, as `go vet ./...` has it; a folder without Go files of its own means the same when
// it is only to be checked. Returns one of them; to run, the only command. Symbolic links are not followed.
SourcePackage* Loader::loadTree(const std::string& top, const std::string& arg) {
  if (!openModules(top)) return nullptr;
  std::vector<std::string> dirs{top.empty() ? "." : top};
  for (size_t i = 0; i < dirs.size(); i++) {
    std::error_code error;
    for (fs::directory_iterator it(dirs[i], error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      std::error_code ignored;
      bool skipped = name.starts_with('.') || name.starts_with('_') || name == "testdata" || name == "vendor" ||
                     it->is_symlink(ignored) || fs::exists(it->path() / "go.mod", ignored);
      if (!skipped && it->is_directory(ignored)) dirs.push_back(dirs[i] + "/" + name);
    }
  }
  std::sort(dirs.begin(), dirs.end());
  SourcePackage* last = nullptr;
  std::vector<SourcePackage*> commands;
  for (const std::string& d : dirs) {
    FolderFiles files = readFolder(d, tags_);
    if (!files.error.empty()) fail(files.error);
    if (files.inputs.empty()) continue;
    Recipe r;
    r.path = modules_.pathOf(d);
    if (r.path.empty()) r.path = fs::path(d).lexically_normal().string();
    r.key = folderKey(d);
    r.dir = d;
    r.goMinor = userMinor(d);
    r.inputs = std::move(files.inputs);
    auto known = byKey_.find(r.key);
    SourcePackage* p = known != byKey_.end() ? known->second : loadPackage(std::move(r), Pos{});
    if (p == nullptr) continue;
    last = p;
    if (p->name == "main") commands.push_back(p);
  }
  if (last == nullptr && !diag_.any()) fail("no Go files in " + arg + " or below");
  if (!request_.requireMain || diag_.any()) return last;
  if (commands.size() == 1) return commands[0];
  std::string text = "pattern " + arg + (commands.empty() ? " matches no main packages" : " matches multiple packages:");
  for (const SourcePackage* p : commands) text += "\n\t" + importPaths_[p];
  fail(text);
  return nullptr;
}

}  // namespace hood::compiler
