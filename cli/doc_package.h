// What hood doc shows: a package's declarations as they stand in its source, with their documentation.
// Mirrors: go/doc, cmd/doc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/load/package_info.h"
#include "compiler/syntax/top_level.h"

namespace hood::cli {

struct DocItem {
  TopLevel::Kind kind = TopLevel::Kind::Func;
  std::vector<std::string> names;
  std::string receiver;  // the type that a method is of
  std::string owner;     // the type that a constructor or a group of constants belongs to
  std::string doc;       // the comment's text
  std::string decl;      // the declaration; of a function, without its body
  std::string source;    // with it
  std::string line;      // in one line

  bool has(std::string_view name) const;
  bool exported() const;
};

struct DocPackage {
  std::string path, name, doc;
  std::vector<DocItem> items;  // by kind, then by name; types are followed by what belongs to them
};

bool isExported(std::string_view name);

DocPackage readDocs(const compiler::PackageInfo& info, bool unexported);

// A documentation text for a terminal: paragraphs are wrapped, code and lists stay as they are.
std::string wrapDoc(const std::string& text, const std::string& indent);

}  // namespace hood::cli
