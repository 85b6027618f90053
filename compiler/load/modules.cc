#include "compiler/load/modules.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "compiler/load/constraints.h"
#include "compiler/load/go_files.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

std::string absolute(const std::string& dir) {
  std::error_code error;
  fs::path p = fs::weakly_canonical(dir.empty() ? "." : dir, error);
  return error ? dir : p.string();
}

// The nearest folder at or above `dir` that has the file, "" if none has.
std::string folderAbove(const std::string& dir, const char* file) {
  for (fs::path d = absolute(dir);; d = d.parent_path()) {
    std::error_code error;
    if (fs::is_regular_file(d / file, error)) return d.string();
    if (d == d.parent_path()) return "";
  }
}

std::string env(const char* name) {
  const char* v = std::getenv(name);
  return v != nullptr ? v : "";
}

std::string cacheFolder() {
  if (std::string dir = env("GOMODCACHE"); !dir.empty()) return dir;
  if (std::string path = env("GOPATH"); !path.empty()) return path.substr(0, path.find(':')) + "/pkg/mod";
  std::string home = env("HOME");
  return home.empty() ? "" : home + "/go/pkg/mod";
}

std::string onFolder(const std::string& base, const std::string& target) {
  std::string dir = target[0] == '/' ? target : (fs::path(base) / target).lexically_normal().string();
  while (dir.size() > 1 && dir.back() == '/') dir.pop_back();
  return dir;
}

// Messages show folders relative to where we are, as the user knows them, unless that leads upward.
std::string shown(const std::string& dir) {
  std::error_code error;
  std::string rel = fs::relative(dir, fs::current_path(error), error).string();
  return error || rel.empty() || rel.starts_with("..") ? dir : rel;
}

std::string belowModule(const Module& m, const std::string& importPath) {
  return importPath == m.id.path ? m.dir : m.dir + importPath.substr(m.id.path.size());
}

}  // namespace

// ---- main modules -------------------------------------------------------------------------------------------------

void Modules::open(const std::string& dir, const std::string& mode) {
  cache_ = cacheFolder();
  std::string work = env("GOWORK");
  if (work.empty()) {
    work = folderAbove(dir, "go.work");
    if (!work.empty()) work += "/go.work";
  }
  std::string mod = folderAbove(dir, "go.mod");
  if (!work.empty() && work != "off") {
    if (!openWork(work)) return;
    work_ = true;
  } else if (mod.empty() || !openMod(mod)) {
    return;
  }
  const GoMod& first = mainFiles_[0];
  std::error_code error;
  bool hasVendor = !work_ && fs::is_directory(first.dir + "/vendor", error);
  vendored_ = mode == "vendor" || (mode.empty() && hasVendor && first.goMinor >= 14);
  if (vendored_)
    checkVendor(first);
  else
    selectVersions();
}

bool Modules::openMod(const std::string& dir) {
  std::string file = dir + "/go.mod";
  FileText text = readSource(file);
  if (!text.error.empty()) {
    problems_.push_back("go: " + text.error);
    return false;
  }
  GoMod m = parseGoMod(text.text, file);
  m.dir = dir;
  if (!m.problems.empty()) {
    std::string all = "go: errors parsing " + shown(file) + ":";
    for (const std::string& p : m.problems) all += "\n" + file + ":" + p;
    problems_.push_back(all);
    return false;
  }
  if (m.path.empty()) {
    problems_.push_back(
        "go: no module declaration in go.mod. To specify the module path:\n\tgo mod edit -module=example.com/mod");
    return false;
  }
  addMain(std::move(m));
  return true;
}

bool Modules::openWork(const std::string& file) {
  FileText text = readSource(file);
  if (!text.error.empty()) {
    problems_.push_back("go: " + text.error);
    return false;
  }
  GoWork w = parseGoWork(text.text, file);
  w.dir = fs::path(file).parent_path().string();
  if (!w.problems.empty()) {
    std::string all = "reading go.work: ";
    for (size_t i = 0; i < w.problems.size(); i++) all += (i > 0 ? "\n" : "") + file + ":" + w.problems[i];
    problems_.push_back(all);
    return false;
  }
  for (Replacement& r : w.replace) {
    r.base = w.dir;
    replace_.push_back(r);
  }
  for (const std::string& use : w.use) {
    if (!openMod(onFolder(w.dir, use))) return false;
  }
  if (mainFiles_.empty()) problems_.push_back("go: no modules were found in the current workspace; see 'go help work'");
  return !mainFiles_.empty();
}

void Modules::addMain(GoMod mod) {
  Module m;
  m.id.path = mod.path;
  m.dir = mod.dir;
  m.goMinor = mod.goMinor;
  m.main = true;
  auto [it, fresh] = modules_.emplace(mod.path, m);
  if (!fresh) {
    problems_.push_back("go: module " + mod.path + " appears multiple times in workspace");
    return;
  }
  mains_.push_back(&it->second);
  for (Replacement& r : mod.replace) {
    r.base = mod.dir;
    replace_.push_back(r);
  }
  mainFiles_.push_back(std::move(mod));
}

const Module* Modules::mainOf(const std::string& dir) const {
  std::string d = absolute(dir);
  const Module* best = nullptr;
  for (const Module* m : mains_)
    if (inModule(m->dir, d) && (best == nullptr || m->dir.size() > best->dir.size())) best = m;
  return best;
}

std::string Modules::pathOf(const std::string& dir) const {
  const Module* m = mainOf(dir);
  if (m == nullptr) return "";
  std::string d = absolute(dir);
  return m->id.path + d.substr(m->dir.size());
}

// ---- vendor/ ------------------------------------------------------------------------------------------------------

// vendor/modules.txt lists what `go mod vendor` found; it must agree with go.mod, or vendor/ is out of date.
void Modules::checkVendor(const GoMod& mod) {
  FileText text = readSource(mod.dir + "/vendor/modules.txt");
  std::map<std::string, std::string> version;
  std::set<std::string> isExplicit;
  std::string current;
  std::string_view rest = text.text;
  while (!rest.empty()) {
    size_t eol = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(0, eol));
    rest.remove_prefix(std::min(eol + 1, rest.size()));
    if (line.starts_with("# ")) {
      size_t space = line.find(' ', 2);
      current = line.substr(2, space - 2);
      std::string after = space == std::string::npos ? "" : line.substr(space + 1);
      version[current] = after.substr(0, after.find(' '));
    } else if (line.starts_with("## ")) {
      if (line.find("explicit") != std::string::npos) isExplicit.insert(current);
      if (size_t go = line.find("go 1."); go != std::string::npos)
        vendorMinor_[current] = goVersionMinor(line.substr(go + 3));
    }
  }
  std::string wrong;
  for (const Requirement& r : mod.require) {
    const ModuleVersion& v = r.module;
    if (isExplicit.count(v.path) == 0)
      wrong += "\n\t" + v.str() + ": is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt";
    else if (version[v.path] != v.version)
      wrong += "\n\t" + v.str() + ": is explicitly required in go.mod, but vendor/modules.txt indicates " + v.path + "@" +
               version[v.path];
  }
  for (const std::string& path : isExplicit) {
    bool required = std::any_of(mod.require.begin(), mod.require.end(), [&](auto& r) { return r.module.path == path; });
    if (!required)
      wrong += "\n\t" + path + "@" + version[path] +
               ": is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod";
  }
  if (!wrong.empty())
    problems_.push_back(
        "go: inconsistent vendoring in " + mod.dir + ":" + wrong +
        "\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, "
        "run:\n\t\tgo mod vendor");
}

PackageFolder Modules::findVendored(const std::string& importPath) const {
  PackageFolder r;
  const Module& m = *mains_[0];
  if (inModule(m.id.path, importPath)) {
    r.dir = belowModule(m, importPath);
    r.main = true;
    r.goMinor = m.goMinor;
    if (hasGoFiles(r.dir)) {
      r.dir = shown(r.dir);
      return r;
    }
    r.looked.push_back("module " + m.id.path + ": " + r.dir);
  }
  std::string dir = m.dir + "/vendor/" + importPath;
  r.main = false;
  r.dir.clear();
  if (hasGoFiles(dir)) {
    r.dir = shown(dir);
    size_t longest = 0;
    for (auto& [path, minor] : vendorMinor_) {
      if (!inModule(path, importPath) || path.size() <= longest) continue;
      longest = path.size();
      r.goMinor = minor;
    }
    return r;
  }
  r.looked.push_back("vendor: " + dir);
  return r;
}

// ---- versions -----------------------------------------------------------------------------------------------------

const Replacement* Modules::replacementOf(const ModuleVersion& v) const {
  const Replacement* any = nullptr;
  for (const Replacement& r : replace_) {
    if (r.from.path != v.path) continue;
    if (r.from.version == v.version && !v.version.empty()) return &r;
    if (r.from.version.empty() && any == nullptr) any = &r;
  }
  return any;
}

// The go.mod of a version: of its replacement folder, or from the cache; nothing if it is not on this machine.
std::optional<GoMod> Modules::goModOf(const ModuleVersion& v) {
  ModuleVersion at = v;
  std::vector<std::string> files;
  if (const Replacement* r = replacementOf(v); r != nullptr && r->version.empty()) {
    files.push_back(onFolder(r->base, r->target) + "/go.mod");
  } else {
    if (r != nullptr) at = {r->target, r->version};
    std::string path = escapeModulePath(at.path), version = escapeModulePath(at.version);
    files.push_back(cache_ + "/cache/download/" + path + "/@v/" + version + ".mod");
    files.push_back(cache_ + "/" + path + "@" + version + "/go.mod");
  }
  for (const std::string& file : files) {
    FileText text = readSource(file);
    if (text.error.empty()) return parseGoMod(text.text, file, true);
  }
  return std::nullopt;
}

// Minimal version selection: of every module that can be reached, the newest version that somebody asks for. The
// requirements of a module of Go 1.17 or later are complete, so theirs need no further reading (graph pruning).
void Modules::selectVersions() {
  struct Ask {
    ModuleVersion v;
    bool leaf;  // do not follow its own requirements
  };
  std::vector<Ask> queue;
  std::set<std::string> excluded, seen;
  bool pruned = true;
  for (const GoMod& m : mainFiles_) {
    for (const ModuleVersion& v : m.exclude) excluded.insert(v.str());
    if (m.goMinor < 17) pruned = false;
  }
  for (const GoMod& m : mainFiles_)
    for (const Requirement& r : m.require) queue.push_back({r.module, false});
  for (size_t i = 0; i < queue.size(); i++) {
    Ask ask = queue[i];
    if (excluded.count(ask.v.str()) != 0) continue;
    if (!seen.insert(ask.v.str() + (ask.leaf ? "" : "!")).second) continue;
    auto [it, fresh] = modules_.emplace(ask.v.path, Module{});
    if (it->second.main) continue;
    if (fresh || compareVersions(it->second.id.version, ask.v.version) < 0) it->second.id = ask.v;
    if (ask.leaf) continue;
    std::optional<GoMod> mod = goModOf(ask.v);
    if (!mod) continue;
    bool leaves = pruned && mod->goMinor >= 17;
    for (const Requirement& r : mod->require) queue.push_back({r.module, leaves});
  }
  for (auto& [path, m] : modules_)
    if (!m.main) locate(&m);
}

void Modules::locate(Module* m) {
  ModuleVersion at = m->id;
  std::error_code error;
  if (const Replacement* r = replacementOf(m->id); r != nullptr) {
    at = {r->target, r->version};
    if (r->version.empty()) {
      m->dir = onFolder(r->base, r->target);
      if (!fs::is_directory(m->dir, error)) {
        m->absent = m->id.str() + ": replacement directory " + r->target + " does not exist";
        m->dir.clear();
      } else if (!fs::exists(m->dir + "/go.mod", error)) {
        m->absent =
            m->id.str() + ": reading " + r->target + "/go.mod: open " + m->dir + "/go.mod: no such file or directory";
        m->dir.clear();
      }
    }
  }
  if (!at.version.empty()) {
    m->dir = cache_ + "/" + escapeModulePath(at.path) + "@" + escapeModulePath(at.version);
    if (!fs::is_directory(m->dir, error)) {
      m->absent = at.str() + " is not in the module cache (" + m->dir +
                  "), and hood downloads nothing; to fetch it:\n\tgo mod download";
      m->dir.clear();
    }
  }
  if (std::optional<GoMod> mod = goModOf(m->id)) m->goMinor = mod->goMinor;
}

// ---- packages -----------------------------------------------------------------------------------------------------

PackageFolder Modules::find(const std::string& importPath) const {
  PackageFolder r;
  if (mains_.empty()) return r;
  if (vendored_) return findVendored(importPath);
  std::vector<const Module*> hits;
  for (auto& [path, m] : modules_) {
    if (!inModule(path, importPath)) continue;
    if (m.dir.empty()) {
      // Only a longer match would make it moot: go would have looked into it too.
      r.problem = m.absent;
      continue;
    }
    std::string dir = belowModule(m, importPath);
    if (hasGoFiles(dir))
      hits.push_back(&m);
    else
      r.looked.push_back("module " + m.id.str() + ": " + dir);
  }
  if (hits.empty()) return r;
  if (hits.size() > 1) {
    r.problem = "ambiguous import: found package " + importPath + " in multiple modules:";
    for (auto m = hits.rbegin(); m != hits.rend(); ++m)
      r.problem += "\n\t" + (*m)->id.path + ((*m)->id.version.empty() ? "" : " " + (*m)->id.version) + " (" +
                   belowModule(**m, importPath) + ")";
    return r;
  }
  r.problem.clear();
  r.main = hits[0]->main;
  r.goMinor = hits[0]->goMinor;
  r.dir = shown(belowModule(*hits[0], importPath));
  return r;
}

}  // namespace hood::compiler
