// Names and versions of modules: what is well-formed, which version is newer, how the module cache spells them.
// Mirrors: golang.org/x/mod/module and semver.
#pragma once

#include <string>
#include <string_view>

namespace hood::compiler {

struct ModuleVersion {
  std::string path;
  std::string version;  // "" for a main module or a replacement folder

  std::string str() const { return version.empty() ? path : path + "@" + version; }
};

// What is wrong with the path of a module that others may require, in go's words; "" if nothing.
std::string checkModulePath(std::string_view path);
// What is wrong with the version, and with its major number under this path; "" if nothing.
std::string checkModuleVersion(std::string_view path, std::string_view version);

// Semantic versions: <0, 0, >0. An invalid one is older than any valid one.
int compareVersions(std::string_view a, std::string_view b);

// The module cache is case-insensitive: github.com/BurntSushi is github.com/!burnt!sushi there.
std::string escapeModulePath(std::string_view path);

// Is `path` the module path or below it?
bool inModule(std::string_view module, std::string_view path);
// Could this be a package of the standard library? Its first element has no dot.
bool looksStandard(std::string_view path);
// ./x, ../x, /x, . or ..: a folder, not a module
bool isFolderPath(std::string_view target);

}  // namespace hood::compiler
