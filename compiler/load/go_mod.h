// go.mod and go.work as they are written: module path, language version, requirements, replacements.
// Mirrors: golang.org/x/mod/modfile, with its messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/load/module_path.h"

namespace hood::compiler {

struct Requirement {
  ModuleVersion module;
  bool indirect = false;  // marked // indirect
};

struct Replacement {
  ModuleVersion from;   // version "" : all versions
  std::string target;   // folder, or module path
  std::string version;  // of a module; "" for a folder
  std::string base;     // folder that a relative target starts from
};

struct GoMod {
  std::string dir;        // folder of the go.mod file
  std::string path;       // module path
  std::string goVersion;  // of the `go` line, "" if there is none
  int goMinor = 16;       // N of `go 1.N`; 16 when the line is missing, as the go command has it
  std::vector<Requirement> require;
  std::vector<ModuleVersion> exclude;
  std::vector<Replacement> replace;
  std::vector<std::string> problems;  // "LINE: text" or "LINE:COL: text"; syntax errors end the parse
};

struct GoWork {
  std::string dir;
  std::string goVersion;
  int goMinor = 18;
  std::vector<std::string> use;  // folders, as written
  std::vector<Replacement> replace;
  std::vector<std::string> problems;
};

// `lax`: the go.mod of a dependency, where words that a later Go may have introduced are skipped.
GoMod parseGoMod(std::string_view text, const std::string& file, bool lax = false);
GoWork parseGoWork(std::string_view text, const std::string& file);

}  // namespace hood::compiler
