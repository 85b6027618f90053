#include "cli/doc_package.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "compiler/load/test_main.h"
#include "compiler/syntax/comments.h"

namespace hood::cli {

namespace {

constexpr size_t kWidth = 80;

bool isWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80) != 0; }

std::string_view wordAt(std::string_view s, size_t i) {
  size_t e = i;
  while (e < s.size() && isWordByte(s[e])) e++;
  return s.substr(i, e - i);
}

size_t skipSpaces(std::string_view s, size_t i) {
  while (i < s.size() && std::isspace(static_cast<unsigned char>(s[i]))) i++;
  return i;
}

// The end of the bracket that opens at `i`, literals and comments skipped.
size_t closing(std::string_view s, size_t i) {
  int depth = 0;
  for (; i < s.size(); i++) {
    char c = s[i];
    if (c == '"' || c == '`' || c == '\'') {
      for (i++; i < s.size() && s[i] != c; i++)
        if (c != '`' && s[i] == '\\') i++;
      continue;
    }
    if (s.substr(i, 2) == "//") {
      i = std::min(s.find('\n', i), s.size());
      continue;
    }
    depth += c == '(' || c == '[' || c == '{';
    depth -= c == ')' || c == ']' || c == '}';
    if (depth == 0) return i + 1;
  }
  return s.size();
}

// Blanks and newlines become one blank, comments go; a broken list of parameters loses its last comma.
std::string oneLine(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size(); i++) {
    if (s.substr(i, 2) == "//") {
      i = std::min(s.find('\n', i), s.size()) - 1;
    } else if (std::isspace(static_cast<unsigned char>(s[i]))) {
      if (!out.empty() && out.back() != ' ' && out.back() != '(') out += ' ';
    } else {
      if (s[i] == ')' && out.ends_with(", ")) out.resize(out.size() - 2);
      if (s[i] == ')' && out.ends_with(" ")) out.pop_back();
      out += s[i];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Reader {
 public:
  Reader(DocPackage* p, bool unexported) : p_(p), unexported_(unexported) {}

  void file(const std::string& text) {
    text_ = text;
    std::vector<CommentGroup> groups = findComments(text);
    for (const TopLevel& t : findTopLevels(text)) {
      std::string doc = docBefore(groups, t.begin);
      if (t.kind == TopLevel::Kind::Package) {
        if (p_->doc.empty()) p_->doc = doc;
      } else if (t.kind == TopLevel::Kind::Func) {
        function(t, doc);
      } else if (t.kind == TopLevel::Kind::Type) {
        types(t, doc, groups);
      } else if (t.kind != TopLevel::Kind::Import) {
        values(t, doc);
      }
    }
  }

 private:
  std::string docBefore(const std::vector<CommentGroup>& groups, uint32_t begin) const {
    for (const CommentGroup& g : groups) {
      if (g.end() > begin) break;
      std::string_view between = text_.substr(g.end(), begin - g.end());
      bool blank = std::all_of(between.begin(), between.end(), [](unsigned char c) { return std::isspace(c); });
      if (blank && std::count(between.begin(), between.end(), '\n') == 1) return commentText(text_, g);
    }
    return "";
  }

  // func (r *T) Name[…](…) … {
  void function(const TopLevel& t, const std::string& doc) {
    std::string_view s = text_.substr(t.begin, t.end - t.begin);
    DocItem item;
    size_t i = skipSpaces(s, 4);
    if (i < s.size() && s[i] == '(') {
      size_t e = closing(s, i);
      item.receiver = typeName(s.substr(i + 1, e - i - 2), true);
      i = skipSpaces(s, e);
    }
    item.names.emplace_back(wordAt(s, i));
    size_t p = i + item.names[0].size();
    if (p < s.size() && s[p] == '[') p = closing(s, p);
    size_t resultAt = p = closing(s, p);
    p = skipSpaces(s, p);
    while (p < s.size() && s[p] != '{' && s[p] != '\n') {  // results: the body's brace follows a blank
      bool composite = s[p] == '(' || s[p] == '[';
      size_t word = wordAt(s, p).size();
      std::string_view w = s.substr(p, word);
      if (w == "struct" || w == "interface") {
        p = skipSpaces(s, p + word);
        if (p < s.size() && s[p] == '{') p = closing(s, p);
      } else {
        p = composite ? closing(s, p) : p + std::max<size_t>(word, 1);
      }
      while (p < s.size() && s[p] == ' ') p++;
    }
    item.doc = doc;
    item.decl = s.substr(0, p);
    while (!item.decl.empty() && std::isspace(static_cast<unsigned char>(item.decl.back()))) item.decl.pop_back();
    item.source = s;
    item.line = oneLine(item.decl);
    if (item.receiver.empty()) item.owner = typeName(firstResult(s.substr(resultAt, p - resultAt)), false);
    add(std::move(item));
  }

  static std::string_view firstResult(std::string_view s) {
    size_t i = skipSpaces(s, 0);
    if (i >= s.size()) return {};
    if (s[i] != '(') return s.substr(i);
    std::string_view inner = s.substr(i + 1, closing(s, i) - i - 2);
    return inner.substr(0, inner.find(','));
  }

  // T of `r *T[K]`, `*T`, `T`; "" if it is no plain name.
  static std::string typeName(std::string_view s, bool named) {
    s = s.substr(0, s.find('['));
    while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
    size_t from = s.find_last_of(" *");
    std::string_view w = from == std::string_view::npos ? s : s.substr(from + 1);
    if (!named && s.find(' ') != std::string_view::npos && s.find('.') != std::string_view::npos) return "";
    return !w.empty() && wordAt(w, 0).size() == w.size() ? std::string(w) : "";
  }

  void types(const TopLevel& t, const std::string& doc, const std::vector<CommentGroup>& groups) {
    for (const TopLevel& spec : specsOf(text_, t)) {
      std::string_view s = text_.substr(spec.begin, spec.end - spec.begin);
      DocItem item;
      item.kind = TopLevel::Kind::Type;
      item.names.emplace_back(wordAt(s, 0));
      item.doc = t.group ? docBefore(groups, spec.begin) : doc;
      if (item.doc.empty()) item.doc = doc;
      item.source = "type " + dedent(s, t.group);
      item.decl = unexported_ ? item.source : hideFields(item.source);
      size_t brace = s.find('{');
      std::string_view head = s.substr(0, brace == std::string_view::npos ? s.size() : brace);
      bool body = head.ends_with("struct ") || head.ends_with("interface ");
      bool empty = body && skipSpaces(s, brace + 1) < s.size() && s[skipSpaces(s, brace + 1)] == '}';
      std::string shown = body ? oneLine(head) + (empty ? "{}" : "{ ... }") : oneLine(s);
      item.line = "type " + shown;
      add(std::move(item));
    }
  }

  static std::string dedent(std::string_view s, bool inGroup) {
    std::string out(s);
    if (!inGroup) return out;
    for (size_t at; (at = out.find("\n\t")) != std::string::npos;) out.replace(at, 2, "\n\x01");
    for (char& c : out)
      if (c == '\x01') c = '\n';
    for (size_t at; (at = out.find("\n\n")) != std::string::npos;) out.erase(at, 1);
    return out;
  }

  // Fields that others cannot use are not shown, nor methods of interfaces.
  static std::string hideFields(const std::string& s) {
    size_t brace = s.find('{');
    std::string head = s.substr(0, brace == std::string::npos ? 0 : brace);
    bool isStruct = head.ends_with("struct "), isInterface = head.ends_with("interface ");
    if ((!isStruct && !isInterface) || s.find('\n') == std::string::npos) return s;
    std::string out = head + "{\n", pending, inner = s.substr(brace + 1, s.rfind('}') - brace - 1);
    bool hidden = false;
    std::istringstream lines(inner);
    int depth = 0;
    bool showing = false;
    for (std::string l; std::getline(lines, l);) {
      size_t i = skipSpaces(l, 0);
      if (i >= l.size() && depth == 0) {
        pending = out.ends_with("{\n") ? "" : "\n";
        continue;
      }
      if (depth == 0 && l.compare(i, 2, "//") == 0) {
        pending += l + "\n";
        continue;
      }
      if (depth == 0) {
        size_t name = l[i] == '*' || l[i] == '~' ? i + 1 : i;
        std::string_view w = wordAt(l, name);
        size_t dot = name + w.size();
        if (dot < l.size() && l[dot] == '.') w = wordAt(l, dot + 1);  // an embedded type of another package
        showing = isExported(w) || (isInterface && l.find('(') == std::string::npos);
        if (showing) out += pending;
        pending.clear();
      }
      for (char c : l) depth += (c == '(' || c == '{') - (c == ')' || c == '}');
      if (showing)
        out += l + "\n";
      else
        hidden = true;
    }
    if (hidden) out += isStruct ? "\t// Has unexported fields.\n" : "\t// Has unexported methods.\n";
    return out + "}";
  }

  void values(const TopLevel& t, const std::string& doc) {
    DocItem item;
    item.kind = t.kind;
    item.doc = doc;
    const char* word = t.kind == TopLevel::Kind::Const ? "const " : "var ";
    item.decl = item.source = std::string(text_.substr(t.begin, t.end - t.begin));
    size_t shown = 0, removed = 0;
    for (const TopLevel& spec : specsOf(text_, t)) {
      std::string_view s = text_.substr(spec.begin, spec.end - spec.begin);
      size_t i = 0;
      std::vector<std::string> names;
      while (true) {
        names.emplace_back(wordAt(s, i));
        i = skipSpaces(s, i + names.back().size());
        if (i >= s.size() || s[i] != ',') break;
        i = skipSpaces(s, i + 1);
      }
      if (item.owner.empty() && i < s.size() && s[i] != '=') item.owner = std::string(wordAt(s, i));
      bool visible = unexported_ || std::any_of(names.begin(), names.end(), isExported);
      if (visible && shown++ == 0) item.line = word + oneLine(s.substr(0, s.find("{\n")));
      item.names.insert(item.names.end(), names.begin(), names.end());
      if (visible || !t.group) continue;
      // Its line goes, up to the newline.
      size_t begin = spec.begin - t.begin - removed, end = item.decl.find('\n', spec.end - t.begin - removed);
      begin = item.decl.rfind('\n', begin);
      if (begin == std::string::npos || end == std::string::npos) continue;
      item.decl.erase(begin, end - begin);
      removed += end - begin;
    }
    if (t.group && item.names.size() > 1 && !item.line.empty()) item.line += " ...";
    add(std::move(item));
  }

  void add(DocItem item) {
    if (item.names.empty() || item.names[0].empty()) return;
    if (!unexported_ && (!item.exported() || (!item.receiver.empty() && !isExported(item.receiver)))) return;
    p_->items.push_back(std::move(item));
  }

  DocPackage* p_;
  bool unexported_;
  std::string_view text_;
};

}  // namespace

bool isExported(std::string_view name) {
  return !name.empty() && (std::isupper(static_cast<unsigned char>(name[0])) || (name[0] & 0x80) != 0);
}

bool DocItem::has(std::string_view name) const { return std::find(names.begin(), names.end(), name) != names.end(); }

bool DocItem::exported() const { return std::any_of(names.begin(), names.end(), isExported); }

DocPackage readDocs(const compiler::PackageInfo& info, bool unexported) {
  DocPackage p;
  p.path = info.ref.path;
  p.name = info.name;
  Reader reader(&p, unexported);
  for (const compiler::Input& f : info.files) reader.file(f.text);
  auto isType = [&](const std::string& name) {
    return std::any_of(p.items.begin(), p.items.end(),
                       [&](const DocItem& i) { return i.kind == TopLevel::Kind::Type && i.has(name); });
  };
  for (DocItem& i : p.items)
    if (!isType(i.owner)) i.owner.clear();
  auto rank = [](const DocItem& i) {
    if (i.kind == TopLevel::Kind::Const) return 0;
    if (i.kind == TopLevel::Kind::Var) return 1;
    return i.kind == TopLevel::Kind::Func ? 2 : 3;
  };
  std::stable_sort(p.items.begin(), p.items.end(), [&](const DocItem& a, const DocItem& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return rank(a) >= 2 && a.names[0] < b.names[0];
  });
  return p;
}

std::string wrapDoc(const std::string& text, const std::string& indent) {
  std::string out, paragraph;
  auto flush = [&] {
    std::istringstream words(paragraph);
    std::string line;
    for (std::string w; words >> w;) {
      if (!line.empty() && indent.size() + line.size() + 1 + w.size() > kWidth) {
        out += indent + line + "\n";
        line.clear();
      }
      line += (line.empty() ? "" : " ") + w;
    }
    if (!line.empty()) out += indent + line + "\n";
    paragraph.clear();
  };
  std::istringstream lines(text);
  for (std::string l; std::getline(lines, l);) {
    if (l.empty()) {
      flush();
      out += "\n";
    } else if (l[0] == ' ' || l[0] == '\t') {
      flush();
      size_t list = l.find_first_not_of(" \t");
      bool item = list != std::string::npos && (l.compare(list, 2, "- ") == 0 || l.compare(list, 2, "* ") == 0);
      out += indent + (item ? "  " + l.substr(list) : l[0] == '\t' ? "    " + l.substr(1) : "    " + l.substr(list)) + "\n";
    } else {
      paragraph += l + " ";
    }
  }
  flush();
  return out;
}

}  // namespace hood::cli
