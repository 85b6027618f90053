// An installed Go source tree: where it is, and which standard packages come from it. hood ships its own standard
// library; what that lacks is compiled from here, the pure-Go parts (see constraints.h: portable).
#pragma once

#include <string>

namespace hood::compiler {

class Goroot {
 public:
  // `wanted`: --goroot's value; "" looks at $GOROOT, then where Debian and go.dev install Go; "off" is no tree at all.
  void open(const std::string& wanted);

  bool any() const { return !src_.empty(); }
  const std::string& src() const { return src_; }          // …/src
  const std::string& problem() const { return problem_; }  // --goroot names no Go tree
  int goMinor() const { return goMinor_; }                 // language version of its packages

  // Folder of a standard package, "" if the tree has none. `fromStd`: also what std vendors (golang.org/x/…).
  std::string folder(const std::string& importPath, bool fromStd) const;
  // Import path of a folder's package as std knows it: what std vendors is below vendor/.
  std::string canonicalPath(const std::string& importPath, const std::string& folder) const;

 private:
  std::string src_, problem_;
  int goMinor_ = 0;
};

}  // namespace hood::compiler
