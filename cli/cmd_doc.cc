// hood doc: the documentation of a package, or of one thing in it, from the source.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <sstream>

#include "cli/cli.h"
#include "cli/doc_package.h"
#include "cli/program.h"

namespace hood::cli {

namespace {

struct DocFlags {
  std::vector<std::string> words;
  BuildOptions build;
  bool all = false, source = false, unexported = false, shortForm = false, matchCase = false;
};

// What the user asks for: a package, a symbol in it, a method or field of that.
struct Query {
  std::string package, symbol, member;
};

class Doc {
 public:
  Doc(const DocFlags& flags, const compiler::LoadRequest& request) : flags_(flags), request_(request) {}

  int run() {
    compiler::PackageRef ref;
    Query q;
    if (!find(&ref, &q)) return 1;
    compiler::PackageInfo info = compiler::packageInfo(ref, request_);
    if (!info.error.empty()) return std::fprintf(stderr, "doc: %s\n", info.error.c_str()), 1;
    // What everybody knows without an import has small letters.
    package_ = readDocs(info, flags_.unexported || ref.path == "builtin");
    out_ = "package " + package_.name + (ref.path == "command-line-arguments" ? "" : " // import \"" + ref.path + "\"") +
           "\n\n";
    bool ok = q.symbol.empty() ? (wholePackage(), true) : symbol(q);
    if (ok) std::fputs(out_.c_str(), stdout);
    return ok ? 0 : 1;
  }

 private:
  // ---- what is meant ----
  bool open(const std::string& path, compiler::PackageRef* ref) {
    std::vector<compiler::PackageRef> found;
    std::string problem;
    std::vector<std::string> args;
    if (!path.empty()) args.push_back(path);
    if (compiler::findPackages(request_, args, &found, &problem) && !found.empty()) return *ref = found[0], true;
    // json is encoding/json: the first standard package whose path ends so.
    if (path.empty() || path.find('/') != std::string::npos) return false;
    found.clear();
    if (!compiler::findPackages(request_, {"std"}, &found, &problem)) return false;
    for (const compiler::PackageRef& p : found)
      if (p.path.ends_with("/" + path) && p.path.find("internal") == std::string::npos) return *ref = p, true;
    return false;
  }

  static void splitSymbol(const std::string& s, Query* q) {
    size_t dot = s.find('.');
    q->symbol = s.substr(0, dot);
    if (dot != std::string::npos) q->member = s.substr(dot + 1);
  }

  bool find(compiler::PackageRef* ref, Query* q) {
    const std::vector<std::string>& w = flags_.words;
    if (w.empty()) return open("", ref) || fail("no package in the current folder");
    if (w.size() > 2) return fail("too many arguments: hood doc [package] [symbol[.member]]");
    if (w.size() == 2) {
      splitSymbol(w[1], q);
      return open(w[0], ref) || fail("no such package: " + w[0]);
    }
    if (open(w[0], ref)) return true;
    size_t slash = w[0].rfind('/'), dot = w[0].find('.', slash == std::string::npos ? 0 : slash);
    while (dot != std::string::npos) {
      if (dot > 0 && open(w[0].substr(0, dot), ref)) {
        splitSymbol(w[0].substr(dot + 1), q);
        return true;
      }
      dot = w[0].find('.', dot + 1);
    }
    splitSymbol(w[0], q);
    return (isExported(q->symbol) && open("", ref)) || fail("no such package: " + w[0]);
  }

  bool fail(const std::string& why) {
    std::fprintf(stderr, "doc: %s\n", why.c_str());
    return false;
  }

  // ---- output ----
  void wholePackage() {
    std::string doc = wrapDoc(package_.doc, "");
    if (!doc.empty() && !flags_.shortForm) out_ += doc + "\n";
    if (flags_.all) return everything();
    using K = TopLevel::Kind;
    for (const DocItem& i : package_.items) {
      if (i.kind == K::Type) {
        out_ += i.line + "\n";
        for (const DocItem& j : package_.items)
          if (j.owner == i.names[0]) out_ += "    " + j.line + "\n";
      } else if (i.receiver.empty() && i.owner.empty()) {
        out_ += i.line + "\n";
      }
    }
  }

  void everything() {
    using K = TopLevel::Kind;
    static constexpr std::pair<K, const char*> kSections[] = {
        {K::Const, "CONSTANTS"}, {K::Var, "VARIABLES"}, {K::Func, "FUNCTIONS"}, {K::Type, "TYPES"}};
    for (auto& [kind, title] : kSections) {
      bool titled = false;
      for (const DocItem& i : package_.items) {
        if (i.kind != kind || !i.receiver.empty() || (kind != K::Type && !i.owner.empty())) continue;
        if (!titled) out_ += std::string(title) + "\n\n";
        titled = true;
        show(i);
        if (kind != K::Type) continue;
        for (const DocItem& j : package_.items)
          if (j.owner == i.names[0] || j.receiver == i.names[0]) show(j);
      }
    }
  }

  void show(const DocItem& i) {
    out_ += (flags_.source ? i.source : i.decl) + "\n";
    std::string doc = wrapDoc(i.doc, "    ");
    out_ += doc + "\n";
  }

  bool matches(const std::string& name, const std::string& wanted) const {
    if (flags_.matchCase) return name == wanted;
    // A lower-case letter stands for both.
    if (name.size() != wanted.size()) return false;
    for (size_t i = 0; i < name.size(); i++)
      if (name[i] != wanted[i] && std::tolower(static_cast<unsigned char>(name[i])) != wanted[i]) return false;
    return true;
  }

  bool symbol(const Query& q) {
    bool any = false;
    for (const DocItem& i : package_.items) {
      if (!q.member.empty()) {
        if (matches(i.receiver, q.symbol) && matches(i.names[0], q.member)) show(i), any = true;
        continue;
      }
      bool named = std::any_of(i.names.begin(), i.names.end(), [&](auto& n) { return matches(n, q.symbol); });
      if (!named || !i.receiver.empty()) continue;
      any = true;
      show(i);
      if (i.kind == TopLevel::Kind::Type) members(i.names[0]);
    }
    if (!any && !q.member.empty()) any = field(q);
    if (!any && q.member.empty())  // a method by its name alone
      for (const DocItem& i : package_.items)
        if (!i.receiver.empty() && matches(i.names[0], q.symbol)) show(i), any = true;
    std::string what = q.member.empty() ? "no symbol " + q.symbol : "no method or field " + q.symbol + "." + q.member;
    return any || fail(what + " in package " + package_.name);
  }

  void members(const std::string& type) {
    for (const DocItem& j : package_.items)
      if (j.owner == type) out_ += j.line + "\n";
    for (const DocItem& j : package_.items)
      if (j.receiver == type) out_ += j.line + "\n";
  }

  // A field: the line of the struct that declares it, with the comments around.
  bool field(const Query& q) {
    for (const DocItem& i : package_.items) {
      if (i.kind != TopLevel::Kind::Type || !matches(i.names[0], q.symbol)) continue;
      std::string comments;
      std::istringstream lines(i.decl);
      for (std::string l; std::getline(lines, l);) {
        size_t at = l.find_first_not_of(" \t");
        if (at == std::string::npos) {
          comments.clear();
        } else if (l.compare(at, 2, "//") == 0) {
          comments += "    " + l.substr(at) + "\n";
        } else {
          std::string name = l.substr(at, l.find_first_of(" \t(", at) - at);
          if (matches(name, q.member)) {
            out_ += "type " + i.names[0] + " struct {\n" + comments + "    " + l.substr(at) +
                    "\n\n    // ... other fields elided ...\n}\n";
            return true;
          }
          comments.clear();
        }
      }
    }
    return false;
  }

  const DocFlags& flags_;
  const compiler::LoadRequest& request_;
  DocPackage package_;
  std::string out_;
};

int runDoc(const DocFlags& flags) {
  compiler::LoadRequest request;
  if (!applyBuildFlags(flags.build, &request)) return 2;
  return Doc(flags, request).run();
}

}  // namespace

void addDoc(CommandLine& line) {
  auto flags = std::make_shared<DocFlags>();
  Command cmd = line.add("doc", "show the documentation of a package or of what is in it");
  cmd.footer("hood doc strings   hood doc strings.Builder   hood doc json.Decoder.Decode   hood doc ./mypkg Thing");
  cmd.flag("--all", &flags->all, "all of the package");
  cmd.flag("--src", &flags->source, "the source of the declaration");
  cmd.flag("--short", &flags->shortForm, "of a package, only a line for each declaration");
  cmd.flag("-u", &flags->unexported, "what is not exported, too");
  cmd.flag("-c", &flags->matchCase, "a lower-case letter does not stand for the upper-case one");
  addBuildFlags(&cmd, &flags->build);
  cmd.words("WHAT", &flags->words, "PACKAGE, PACKAGE.SYMBOL, PACKAGE.TYPE.MEMBER, or SYMBOL in the current folder's",
            Command::Words::Any);
  cmd.action([flags] { return runDoc(*flags); });
}

}  // namespace hood::cli
