#include "cli/record.h"

#include <algorithm>
#include <cstdio>

namespace hood::cli {

Value Value::ofText(std::string s) {
  Value v;
  v.text = std::move(s);
  return v;
}

Value Value::ofFlag(bool b) {
  Value v;
  v.kind = Kind::Flag;
  v.flag = b;
  return v;
}

Value Value::ofList(std::vector<std::string> l) {
  Value v;
  v.kind = Kind::List;
  v.list = std::move(l);
  return v;
}

Value Value::ofRecord(Record r) {
  Value v;
  v.kind = Kind::Record;
  v.record = std::move(r);
  return v;
}

bool Value::empty() const {
  switch (kind) {
    case Kind::Text: return text.empty();
    case Kind::Flag: return !flag;
    case Kind::List: return list.empty();
    case Kind::Record: return record.empty();
  }
  return true;
}

namespace {

std::string quoted(const std::string& s) {
  std::string out = "\"";
  char hex[8];
  for (char c : s) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&')
      std::snprintf(hex, sizeof hex, "\\u%04x", c), out += hex;
    else
      out += c;
  }
  return out + "\"";
}

std::string json(const Record& r, const std::string& indent) {
  std::string out = "{\n", inner = indent + "\t";
  bool first = true;
  for (auto& [name, v] : r) {
    if (v.empty()) continue;
    out += (first ? "" : ",\n") + inner + quoted(name) + ": ";
    first = false;
    if (v.kind == Value::Kind::Text) out += quoted(v.text);
    if (v.kind == Value::Kind::Flag) out += "true";
    if (v.kind == Value::Kind::Record) out += json(v.record, inner);
    if (v.kind != Value::Kind::List) continue;
    out += "[\n";
    for (size_t i = 0; i < v.list.size(); i++)
      out += inner + "\t" + quoted(v.list[i]) + (i + 1 < v.list.size() ? ",\n" : "\n");
    out += inner + "]";
  }
  return out + "\n" + indent + "}";
}

class Expander {
 public:
  Expander(std::string_view text, const Record& r, std::string* problem) : text_(text), root_(r), problem_(problem) {}

  bool run(std::string* out) {
    std::string end = body(nullptr, true, out);
    if (problem_->empty() && !end.empty()) *problem_ = "unexpected {{" + end + "}}";
    return problem_->empty();
  }

 private:
  // Expands up to {{end}} or {{else}}, which it returns; `dot` is the element of the range it is in.
  std::string body(const std::string* dot, bool shown, std::string* out) {
    while (pos_ < text_.size() && problem_->empty()) {
      size_t open = text_.find("{{", pos_);
      std::string_view plain = text_.substr(pos_, open == std::string_view::npos ? open : open - pos_);
      if (shown) *out += plain;
      if (open == std::string_view::npos) {
        pos_ = text_.size();
        break;
      }
      size_t close = text_.find("}}", open);
      if (close == std::string_view::npos) return *problem_ = "unclosed action", "";
      std::string action = trimmed(text_.substr(open + 2, close - open - 2));
      pos_ = close + 2;
      if (action == "end" || action == "else") return action;
      perform(action, dot, shown, out);
    }
    return "";
  }

  static std::string trimmed(std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
    return std::string(s);
  }

  void perform(const std::string& action, const std::string* dot, bool shown, std::string* out) {
    if (action.starts_with("range ")) {
      const Value* v = field(trimmed(action.substr(6)));
      size_t begin = pos_;
      std::string ignored;
      if (v == nullptr || v->kind != Value::Kind::List) {
        if (problem_->empty()) *problem_ = "range can't iterate over " + action.substr(6);
        return;
      }
      for (const std::string& e : v->list) {
        pos_ = begin;
        body(&e, shown, out);
      }
      if (v->list.empty()) body(nullptr, false, &ignored);
    } else if (action.starts_with("if ")) {
      const Value* v = field(trimmed(action.substr(3)));
      bool holds = v != nullptr && !v->empty();
      if (body(dot, shown && holds, out) == "else") body(dot, shown && !holds, out);
    } else if (shown) {
      *out += value(action, dot);
    }
  }

  std::string value(const std::string& action, const std::string* dot) {
    if (action == ".") return dot != nullptr ? *dot : (*problem_ = "{{.}} is the whole package: use -json", "");
    if (action[0] == '"') return unquoted(action);
    if (action.starts_with("join ")) {
      size_t quote = action.find('"');
      const Value* v = field(trimmed(action.substr(5, quote == std::string::npos ? quote : quote - 5)));
      std::string separator = quote == std::string::npos ? "" : unquoted(action.substr(quote)), out;
      if (v == nullptr) return "";
      for (const std::string& e : v->list) out += (&e == &v->list[0] ? "" : separator) + e;
      return out;
    }
    if (action.starts_with("len ")) {
      const Value* v = field(trimmed(action.substr(4)));
      return v == nullptr ? "" : std::to_string(v->kind == Value::Kind::List ? v->list.size() : v->text.size());
    }
    const Value* v = field(action);
    if (v == nullptr) return "";
    if (v->kind == Value::Kind::Flag) return v->flag ? "true" : "false";
    if (v->kind == Value::Kind::Text) return v->text;
    if (v->kind == Value::Kind::Record) return v->record.empty() ? "<nil>" : v->record[0].second.text;
    std::string out = "[";
    for (const std::string& e : v->list) out += (out.size() > 1 ? " " : "") + e;
    return out + "]";
  }

  std::string unquoted(const std::string& s) {
    std::string out;
    for (size_t i = 1; i < s.size() && s[i] != '"'; i++) {
      if (s[i] != '\\' || i + 1 >= s.size()) {
        out += s[i];
        continue;
      }
      i++;
      out += s[i] == 'n' ? '\n' : s[i] == 't' ? '\t' : s[i];
    }
    return out;
  }

  const Value* field(const std::string& path) {
    const Record* in = &root_;
    const Value* found = nullptr;
    if (path.empty() || path[0] != '.') return *problem_ = "{{" + path + "}}: only fields, join, len, range and if", nullptr;
    for (size_t i = 1; i <= path.size();) {
      size_t dot = std::min(path.find('.', i), path.size());
      std::string name = path.substr(i, dot - i);
      found = nullptr;
      for (auto& [n, v] : *in)
        if (n == name) found = &v;
      if (found == nullptr && in != &root_ && in->empty()) return nullptr;  // of a nil *Module
      if (found == nullptr) return *problem_ = "can't evaluate field " + name, nullptr;
      in = &found->record;
      i = dot + 1;
    }
    return found;
  }

  std::string_view text_;
  const Record& root_;
  std::string* problem_;
  size_t pos_ = 0;
};

}  // namespace

std::string toJson(const Record& r) { return json(r, "") + "\n"; }

bool expandTemplate(std::string_view text, const Record& r, std::string* out, std::string* problem) {
  return Expander(text, r, problem).run(out);
}

}  // namespace hood::cli
