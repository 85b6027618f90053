// Struct tags: `key:"value"` pairs, as package reflect reads them, and json and xml names that occur twice.
#include <map>
#include <tuple>

#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using types::Struct;
using types::Var;

// The value of a quoted Go string, "" for anything else.
bool unquote(std::string_view s, std::string* out) {
  constant::Pool pool;
  constant::ValueRef v = pool.fromLiteral(s, ast::LitKind::String);
  if (v == nullptr || constant::kindOf(v) != constant::Kind::String) return false;
  *out = constant::stringVal(v);
  return true;
}

struct Pair {
  std::string_view key;
  std::string value;
};

constexpr const char* kSyntax = "bad syntax for struct tag pair";
constexpr const char* kKeySyntax = "bad syntax for struct tag key";
constexpr const char* kValueSyntax = "bad syntax for struct tag value";
constexpr const char* kValueSpace = "suspicious space in struct tag value";
constexpr const char* kNoSpace = "key:\"value\" pairs not separated by spaces";

// Cuts the first pair off the tag. "" at its end; else what is wrong, or nullptr for a pair.
const char* cutPair(std::string_view& tag, Pair* pair) {
  while (tag.starts_with(" ")) tag.remove_prefix(1);
  if (tag.empty()) return "";
  size_t i = 0;
  auto inKey = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != ':' && c != '"' && c != 0x7f; };
  while (i < tag.size() && inKey(tag[i])) i++;
  if (i == 0) return kKeySyntax;
  if (i + 1 >= tag.size() || tag[i] != ':') return kSyntax;
  if (tag[i + 1] != '"') return kValueSyntax;
  pair->key = tag.substr(0, i);
  tag.remove_prefix(i + 1);
  for (i = 1; i < tag.size() && tag[i] != '"'; i++)
    if (tag[i] == '\\') i++;
  if (i >= tag.size()) return kValueSyntax;
  if (!unquote(tag.substr(0, i + 1), &pair->value)) return kValueSyntax;
  tag.remove_prefix(i + 1);
  return nullptr;
}

// Blanks in the values of encodings whose options are separated by commas.
bool suspiciousSpace(const Pair& p) {
  std::string_view v = p.value;
  if (p.key != "json" && p.key != "xml" && p.key != "asn1") return false;
  size_t comma = v.find(',');
  if (p.key == "xml") {
    if (v.starts_with(" ") || v.ends_with(" ")) return true;
    size_t blanks = 0;
    for (char c : v) blanks += c == ' ';
    if (blanks > 1) return true;  // one separates a name space from the name
    if (comma == std::string_view::npos) return false;
    if (comma > 0 && v[comma - 1] == ' ') return true;
    v = v.substr(comma + 1);
  } else if (p.key == "json") {
    if (comma == std::string_view::npos) return false;
    v = v.substr(comma + 1);
  }
  return v.find(' ') != std::string_view::npos;
}

const char* problemOf(std::string_view tag) {
  for (bool first = true;; first = false) {
    if (!first && !tag.empty() && tag[0] != ' ') return kNoSpace;
    Pair pair;
    if (const char* wrong = cutPair(tag, &pair)) return *wrong ? wrong : nullptr;
    if (suspiciousSpace(pair)) return kValueSpace;
  }
}

std::string tagValue(std::string_view tag, std::string_view key) {
  Pair pair;
  while (cutPair(tag, &pair) == nullptr)
    if (pair.key == key) return pair.value;
  return "";
}

class Structtag {
 public:
  Structtag(Pass& p, Struct* s) : p_(p) {
    for (size_t i = 0; i < s->fields.size(); i++) field(s->fields[i], i < s->tags.size() ? s->tags[i] : std::string());
  }

 private:
  void field(Var* f, const std::string& tag) {
    for (const char* key : {"json", "xml"}) duplicates(tag, key, f, f, 1);
    if (const char* wrong = problemOf(tag))
      p_.report(f->pos, "struct field tag " + backquoted(tag) + " not compatible with reflect.StructTag.Get: " + wrong);
    if (f->embedded || f->exported()) return;
    for (const char* enc : {"json", "xml"}) {
      std::string v = tagValue(tag, enc);
      if (v.empty() || v == "-") continue;
      return p_.report(f->pos, "struct field " + std::string(f->name) + " has " + enc + " tag but is not exported");
    }
  }

  // `nearest` is the field of the struct that is looked at, `f` itself or the embedded one that f comes from.
  void duplicates(const std::string& tag, std::string key, Var* nearest, Var* f, int level) {
    std::string name = tagValue(tag, key);
    if (name == "-") return;
    if (name.empty() || name[0] == ',') {
      Struct* inner = f->embedded ? types::asStruct(f->type) : nullptr;
      if (inner == nullptr || level > 100) return;
      for (size_t i = 0; i < inner->fields.size(); i++)
        if (inner->fields[i]->exported())
          duplicates(i < inner->tags.size() ? inner->tags[i] : "", key, nearest, inner->fields[i], level + 1);
      return;
    }
    if (key == "xml" && f->name == "XMLName") return;  // names the element itself
    if (size_t comma = name.find(','); comma != std::string::npos) {
      if (key == "xml" && (name.substr(comma) + ",").find(",attr,") != std::string::npos) key += " attribute";
      name.resize(comma);
    }
    auto [it, fresh] = seen_.emplace(std::tuple(key, name, level), f->pos);
    if (fresh) return;
    Position also = p_.out.sources().position(it->second);
    std::string_view file = also.file;
    if (size_t slash = file.rfind('/'); slash != std::string_view::npos) file = file.substr(slash + 1);
    p_.report(nearest->pos, "struct field " + std::string(f->name) + " repeats " + key + " tag " + quoted(name) +
                                " also at " + std::string(file) + ":" + std::to_string(also.line));
  }

  Pass& p_;
  std::map<std::tuple<std::string, std::string, int>, Pos> seen_;
};

}  // namespace

void structtag(Pass& p) {
  if (p.pkg.path == "encoding/json" || p.pkg.path == "encoding/xml") return;
  each<ast::StructType>(p.pkg, ast::NodeKind::StructType, [&](ast::StructType* t) {
    if (t->type != nullptr && t->type->kind == types::TypeKind::Struct) Structtag(p, static_cast<Struct*>(t->type));
  });
}

}  // namespace hood::vet
