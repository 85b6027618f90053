#include "compiler/load/embed.h"

#include <algorithm>
#include <set>

#include "compiler/load/directives.h"
#include "compiler/load/go_files.h"
#include "compiler/load/import_path.h"

namespace hood::compiler {

namespace {

constexpr std::string_view kDirective = "//go:embed";

struct Pattern {
  std::string text;
  size_t offset;  // in the line
};

// The patterns of a directive: words, or quoted strings. Returns what is wrong.
std::string parsePatterns(std::string_view line, std::vector<Pattern>* out) {
  size_t i = kDirective.size();
  while (true) {
    i = line.find_first_not_of(" \t\r", i);
    if (i == std::string_view::npos) break;
    char c = line[i];
    if (c == '"' || c == '`') {
      size_t end = i + 1;
      while (end < line.size() && line[end] != c) end += c == '"' && line[end] == '\\' ? 2 : 1;
      if (end >= line.size()) return "invalid quoted string in //go:embed: " + std::string(line.substr(i));
      out->push_back({unquoteLiteral(line.substr(i, end + 1 - i)), i});
      i = end + 1;
      if (i < line.size() && std::string_view(" \t\r").find(line[i]) == std::string_view::npos)
        return "invalid quoted string in //go:embed: " + std::string(line.substr(i));
    } else {
      size_t end = std::min(line.find_first_of(" \t\r", i), line.size());
      out->push_back({std::string(line.substr(i, end - i)), i});
      i = end;
    }
  }
  return out->empty() ? "usage: //go:embed pattern..." : "";
}

// The next thing in the text that is neither blank nor comment.
size_t skipBlanksAndComments(std::string_view text, size_t i) {
  while (i < text.size()) {
    if (std::string_view(" \t\r\n").find(text[i]) != std::string_view::npos) {
      i++;
    } else if (text.substr(i, 2) == "//") {
      i = std::min(text.find('\n', i), text.size());
    } else if (text.substr(i, 2) == "/*") {
      i = std::min(text.find("*/", i + 2), text.size());
      i = std::min(i + 2, text.size());
    } else {
      break;
    }
  }
  return i;
}

class Finder {
 public:
  Finder(ast::File* file, const std::string& dir, int goMinor, Diagnostics& diag, std::vector<EmbeddedVar>* out)
      : file_(file), text_(file->source->text), dir_(dir), goMinor_(goMinor), diag_(diag), out_(out) {}

  void run() {
    for (const Directive& d : directivesOf(file_, kDirective)) {
      if (d.beforeFunc)
        error(d.offset + 2, "misplaced go:embed directive");
      else
        directive(d.text, d.offset);
    }
  }

 private:
  void error(size_t offset, const std::string& text) {
    diag_.error(file_->source->pos(static_cast<uint32_t>(offset)), text);
  }

  void directive(std::string_view line, size_t offset) {
    ast::VarDecl* var = nullptr;
    bool inFunc = false;
    if (!follows(offset + line.size(), &var, &inFunc)) return error(offset + 2, "misplaced go:embed directive");
    if (inFunc) return error(offset + 2, "go:embed cannot apply to var inside func");
    if (goMinor_ < 16)
      return error(offset + 2, "go:embed requires go1.16 or later (-lang was set to go1." + std::to_string(goMinor_) +
                                   "; check go.mod)");
    if (!imports(file_, "embed")) return error(offset + 2, "go:embed only allowed in Go files that import \"embed\"");
    std::vector<Pattern> patterns;
    if (std::string wrong = parsePatterns(line, &patterns); !wrong.empty()) {
      error(offset + 2, wrong);
      return;
    }
    if (var->names.size() > 1) return error(offset + 2, "go:embed cannot apply to multiple vars");
    if (!var->values.empty()) return error(offset + 2, "go:embed cannot apply to var with initializer");
    if (var->typeExpr == nullptr) return error(offset + 2, "go:embed cannot apply to var without type");
    add(var, patterns, offset);
  }

  // What stands after the directive: a variable declaration's first name, or `var` and then it.
  bool follows(size_t at, ast::VarDecl** var, bool* inFunc) const {
    at = skipBlanksAndComments(text_, at);
    bool keyword = text_.substr(at, 3) == "var" && at + 3 < text_.size() && (text_[at + 3] == ' ' || text_[at + 3] == '\t');
    size_t name = keyword ? skipBlanksAndComments(text_, at + 3) : at;
    if (name < text_.size() && text_[name] == '(') return false;
    for (ast::Decl* d : file_->decls) {
      if (d->kind == ast::NodeKind::VarDecl) {
        auto* v = static_cast<ast::VarDecl*>(d);
        if (v->names.empty() || v->names[0]->pos.off - file_->source->base != name) continue;
        *var = v;
        return true;
      }
    }
    // No declaration of the file: a var inside a function, or none at all.
    *inFunc = keyword;
    return keyword;
  }

  void add(ast::VarDecl* var, const std::vector<Pattern>& patterns, size_t offset) {
    auto it = std::find_if(out_->begin(), out_->end(), [&](const EmbeddedVar& e) { return e.decl == var; });
    if (it == out_->end()) {
      out_->push_back({var, {}});
      it = out_->end() - 1;
    }
    std::set<std::string> known;
    for (const EmbeddedFile& f : it->files) known.insert(f.name);
    for (const Pattern& p : patterns) {
      std::vector<std::string> names;
      std::string wrong = matchEmbedPattern(dir_, p.text, &names);
      if (!wrong.empty()) {
        error(offset + p.offset, "pattern " + p.text + ": " + wrong);
        continue;
      }
      for (const std::string& name : names) {
        if (!known.insert(name).second) continue;
        FileText f = readSource(joinedPath(dir_, name));
        if (!f.error.empty()) {
          error(offset + p.offset, "pattern " + p.text + ": " + f.error);
          continue;
        }
        it->files.push_back({name, std::move(f.text)});
      }
    }
    std::sort(it->files.begin(), it->files.end(), [](auto& a, auto& b) { return a.name < b.name; });
  }

  ast::File* file_;
  std::string_view text_;
  std::string dir_;
  int goMinor_;
  Diagnostics& diag_;
  std::vector<EmbeddedVar>* out_;
};

}  // namespace

void findEmbeds(ast::File* file, const std::string& dir, int goMinor, Diagnostics& diag, std::vector<EmbeddedVar>* out) {
  Finder(file, dir, goMinor, diag, out).run();
}

}  // namespace hood::compiler
