#include "compiler/load/directives.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace hood::compiler {

namespace {

bool hasVerb(std::string_view line, std::string_view verb) {
  return line.starts_with(verb) && (line.size() == verb.size() || line[verb.size()] == ' ' || line[verb.size()] == '\t');
}

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    size_t from = line.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return out;
    line.remove_prefix(from);
    out.push_back(line.substr(0, line.find_first_of(" \t\r")));
    line.remove_prefix(out.back().size());
  }
}

class Linknames {
 public:
  Linknames(const std::vector<ast::File*>& package, bool toRun, Diagnostics& diag)
      : package_(package), toRun_(toRun), diag_(diag) {}

  void run() {
    for (ast::File* f : package_)
      for (const Directive& d : directivesOf(f, "//go:linkname")) check(f, d);
  }

 private:
  void declarations() {
    if (!decls_.empty()) return;
    for (ast::File* f : package_)
      for (ast::Decl* d : f->decls) {
        if (d->kind == ast::NodeKind::FuncDecl && static_cast<ast::FuncDecl*>(d)->recv == nullptr)
          decls_.emplace(static_cast<ast::FuncDecl*>(d)->name->name, d);
        if (d->kind == ast::NodeKind::VarDecl)
          for (ast::Ident* id : static_cast<ast::VarDecl*>(d)->names) decls_.emplace(id->name, d);
      }
  }

  void check(ast::File* f, const Directive& d) {
    auto error = [&](const std::string& text) { diag_.error(f->source->pos(static_cast<uint32_t>(d.offset + 2)), text); };
    std::vector<std::string_view> words = fields(d.text);
    if (words.size() != 2 && words.size() != 3) return error("usage: //go:linkname localname [linkname]");
    if (!imports(f, "unsafe")) return error("//go:linkname only allowed in Go files that import \"unsafe\"");
    declarations();
    auto it = decls_.find(words[1]);
    if (it == decls_.end()) return error("//go:linkname must refer to declared function or variable");
    if (!seen_.insert(words[1]).second) return error("duplicate //go:linkname for " + std::string(words[1]));
    bool pulls = it->second->kind == ast::NodeKind::VarDecl || static_cast<ast::FuncDecl*>(it->second)->body == nullptr;
    if (words.size() == 3 && pulls && toRun_)
      error("//go:linkname " + std::string(words[1]) + " " + std::string(words[2]) + ": hood cannot link to " +
            std::string(words[2]));
  }

  const std::vector<ast::File*>& package_;
  bool toRun_;
  Diagnostics& diag_;
  std::map<std::string_view, ast::Decl*> decls_;
  std::set<std::string_view> seen_;
};

}  // namespace

std::vector<Directive> directivesOf(const ast::File* file, std::string_view verb) {
  std::vector<Directive> out;
  std::string_view text = file->source->text;
  if (text.find(verb) == std::string_view::npos) return out;
  for (std::string_view d : file->goDirectives)
    if (hasVerb(d, verb)) out.push_back({d, static_cast<size_t>(d.data() - text.data()), false});
  // A function's pragma has the texts of the lines before it; where they are, the source tells.
  for (ast::Decl* d : file->decls) {
    if (d->kind != ast::NodeKind::FuncDecl) continue;
    std::string_view pragma = static_cast<ast::FuncDecl*>(d)->pragma;
    while (!pragma.empty()) {
      std::string_view line = pragma.substr(0, pragma.find('\n'));
      size_t at = hasVerb(line, verb) ? text.rfind(line, d->pos.off - file->source->base) : std::string_view::npos;
      if (at != std::string_view::npos) out.push_back({text.substr(at, line.size()), at, true});
      pragma.remove_prefix(std::min(line.size() + 1, pragma.size()));
    }
  }
  return out;
}

bool imports(const ast::File* file, std::string_view path) {
  for (const ast::ImportDecl* d : file->imports) {
    std::string_view text = d->path->text;
    if (text.size() == path.size() + 2 && text.substr(1, path.size()) == path) return true;
  }
  return false;
}

void checkLinknames(const std::vector<ast::File*>& package, bool toRun, Diagnostics& diag) {
  Linknames(package, toRun, diag).run();
}

}  // namespace hood::compiler
