// What can be said of a package without compiling it: its files, its imports, its documentation in a sentence.
// Mirrors: go/build.Package.
#pragma once

#include <string>
#include <vector>

#include "compiler/load/go_files.h"
#include "compiler/packages.h"

namespace hood::compiler {

struct PackageInfo {
  PackageRef ref;
  std::string name, synopsis, error;
  std::string modulePath, moduleDir, goVersion;  // "" for standard packages and where there is no go.mod
  std::vector<Input> files, testFiles, xtestFiles;
  std::vector<std::string> ignored;  // names of files that constraints keep out
  std::vector<std::string> imports, testImports, xtestImports;
};
PackageInfo packageInfo(const PackageRef& p, const LoadRequest& request);

// The files of a package that are no tests, wherever they come from.
std::vector<Input> packageFiles(const PackageRef& p, const LoadRequest& request, std::string* error);

// The first sentence of a documentation comment's text.
std::string synopsis(const std::string& doc);

}  // namespace hood::compiler
