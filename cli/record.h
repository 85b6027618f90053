// What hood list says of a package, as fields with names: printed as JSON, or by a template.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hood::cli {

struct Value;
using Record = std::vector<std::pair<std::string, Value>>;  // in the order of printing

struct Value {
  enum class Kind { Text, Flag, List, Record };
  Kind kind = Kind::Text;
  std::string text;
  bool flag = false;
  std::vector<std::string> list;
  Record record;

  static Value ofText(std::string s);
  static Value ofFlag(bool b);
  static Value ofList(std::vector<std::string> l);
  static Value ofRecord(Record r);
  bool empty() const;
};

// Tab-indented, as encoding/json does it; fields that are empty are left out.
std::string toJson(const Record& r);

// A template with {{.Field}}, {{.Field.Field}}, {{join .List ", "}}, {{len .List}}, {{range .List}}…{{.}}…{{end}},
// {{if .Field}}…{{else}}…{{end}} and {{"text"}}: what is used of text/template with go list. False: *problem says why.
bool expandTemplate(std::string_view text, const Record& r, std::string* out, std::string* problem);

}  // namespace hood::cli
