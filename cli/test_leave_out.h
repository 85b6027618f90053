// Go's own tests of a package that hood ships look into Go's package, too: internal test files export names for the
// tests that hood's package does not have. What does not compile is left out, declaration by declaration, and told of.
#pragma once

#include <string>
#include <vector>

#include "compiler/compile.h"

namespace hood::cli {

class LeaveOut {
 public:
  // After a compilation that failed: adds to `request` what else to leave out. False: that would be no help.
  bool more(const compiler::Compilation& c, compiler::LoadRequest* request);

  // After one that succeeded: imports that compile but cannot be linked, since they are Go's own runtime's business.
  bool unlinkable(const compiler::Compilation& c, compiler::LoadRequest* request);

  // A line for each declaration, "file:line:col: name: why".
  const std::vector<std::string>& told() const { return told_; }

 private:
  bool blank(const SourceFile& f, uint32_t offset, const std::string& why, compiler::LoadRequest* request);
  bool blankImports(const std::string& ofFile, const compiler::Compilation& c, compiler::LoadRequest* request);

  std::vector<std::string> told_;
  int rounds_ = 0;
};

}  // namespace hood::cli
