// Drives the generated parser declaration by declaration: parse, build, drop the parse tree, go on.
#include "compiler/syntax/parse.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.h"
#include "compiler/syntax/builder.h"
#include "compiler/syntax/error_sink.h"
#include "compiler/syntax/generated/GoParser.h"
#include "compiler/syntax/token_stream.h"

namespace hood {

namespace syntax {

namespace {

class FileParser {
 public:
  FileParser(const SourceFile& file, Arena& arena, Diagnostics& diag, const ParseOptions& options)
      : source_(file),
        arena_(arena),
        errors_(file, diag, options.maxErrors),
        builder_(file, arena, errors_),
        options_(options) {}

  void run(ast::File* f) {
    GoTokenStream tokens(source_, errors_);
    GoParser parser(nullptr);
    parser.attach(tokens, errors_);
    parser_ = &parser;
    if (!packageClause(f)) return;  // gc gives up on a file whose package clause is wrong
    while (parser.current().type != Tok::Eof) topLevelDecl();
    for (const Pragma& p : tokens.pragmas()) placeDirective(p);
  }

  void finish(ast::File* f) {
    f->imports = Slice<ast::ImportDecl*>::of(arena_, imports_);
    f->decls = Slice<ast::Decl*>::of(arena_, decls_);
    f->goDirectives = Slice<std::string_view>::of(arena_, directives_);
  }

 private:
  bool packageClause(ast::File* f) {
    uint32_t start = parser_->current().off;
    if (parser_->current().type != Tok::PACKAGE) {
      parser_->syntaxError("package statement must be first");
      return false;
    }
    parser_->packageClause();
    if (parser_->current().type != Tok::SEMI) parser_->syntaxError("expected semicolon or newline");
    if (errors_.count() > 0) return false;
    f->package = builder_.packageClause(tree().enter());
    parser_->clearTree();
    headerDirectives(f, start);
    parser_->tokens().nextDeclaration();
    return true;
  }

  // The //go: lines above the package clause.
  void headerDirectives(ast::File* f, uint32_t clause) {
    std::vector<Pragma>& all = parser_->tokens().pragmas();
    auto first = std::find_if(all.begin(), all.end(), [&](const Pragma& p) { return p.off > clause; });
    for (auto p = all.begin(); p != first; ++p) {
      constexpr std::string_view kBuild = "//go:build ";
      if (p->text.substr(0, kBuild.size()) != kBuild)
        placeDirective(*p);
      else if (f->goBuild.empty())
        f->goBuild = p->text.substr(kBuild.size());
    }
    all.erase(all.begin(), first);
  }

  Cursor tree() {
    return Cursor(parser_->tree(), parser_->tokens().tokens(), 0, static_cast<uint32_t>(parser_->tree().size()));
  }

  void topLevelDecl() {
    Tok first = parser_->current().type;
    uint32_t start = parser_->current().off;
    switch (first) {
      case Tok::IMPORT:
      case Tok::CONST:
      case Tok::TYPE:
      case Tok::VAR:
      case Tok::FUNC: break;
      default:
        if (first == Tok::LBRACE && !decls_.empty() && lacksBody(decls_.back())) {
          parser_->syntaxError("unexpected semicolon or newline before {");
        } else {
          parser_->syntaxError("non-declaration statement outside function body");
        }
        skipToDeclaration();
        return;
    }
    if (first == Tok::IMPORT && !decls_.empty() && decls_.back()->kind != ast::NodeKind::ImportDecl) {
      parser_->syntaxError("imports must appear before other declarations");
    }
    size_t before = errors_.count();
    size_t firstNew = decls_.size();
    parser_->topLevelDecl();
    HOOD_CHECK(!parser_->damaged() || errors_.count() > 0);
    if (errors_.count() == before && !parser_->damaged()) {
      Cursor c = tree();
      builder_.declaration(c, decls_);
      for (size_t i = firstNew; i < decls_.size() && first == Tok::IMPORT; i++) {
        imports_.push_back(static_cast<ast::ImportDecl*>(decls_[i]));
      }
      takePragmas(start, first == Tok::FUNC ? static_cast<ast::FuncDecl*>(decls_.back()) : nullptr);
    }
    parser_->clearTree();
    endOfDeclaration();
  }

  void endOfDeclaration() {
    switch (parser_->current().type) {
      case Tok::Eof: return;
      case Tok::SEMI: parser_->tokens().nextDeclaration(); return;
      default: parser_->syntaxError("after top level declaration"); skipToDeclaration();
    }
  }

  void skipToDeclaration() {
    parser_->advance({Tok::IMPORT, Tok::CONST, Tok::TYPE, Tok::VAR, Tok::FUNC});
    parser_->tokens().dropConsumed();
  }

  static bool lacksBody(const ast::Decl* d) {
    return d->kind == ast::NodeKind::FuncDecl && static_cast<const ast::FuncDecl*>(d)->body == nullptr;
  }

  // The //go: lines before a function are its own; all others are the file's.
  void takePragmas(uint32_t declStart, ast::FuncDecl* func) {
    std::vector<Pragma>& all = parser_->tokens().pragmas();
    std::string own;
    size_t kept = 0;
    for (const Pragma& p : all) {
      if (p.off >= parser_->current().off) {
        all[kept++] = p;  // read ahead: belongs to a later declaration
      } else if (func != nullptr && p.off < declStart) {
        if (!own.empty()) own += '\n';
        own += p.text;
        checkAllowed(p);
      } else {
        placeDirective(p);
      }
    }
    all.resize(kept);
    if (func == nullptr || own.empty()) return;
    func->pragma = arena_.copy(own);
    if (own.find("//go:noescape") != std::string::npos && func->body != nullptr) {
      directiveError(func->name->pos.off - source_.base, "can only use //go:noescape with external func implementations");
    }
  }

  void directiveError(uint32_t off, std::string what) {
    if (options_.judgeDirectives) errors_.error(off, std::move(what));
  }

  // A directive that is not just before a function: the file's, or misplaced if only functions can have it.
  void placeDirective(const Pragma& p) {
    std::string_view verb = p.text.substr(0, p.text.find_first_of(" \t"));
    for (std::string_view f : {"//go:build", "//go:noinline", "//go:nosplit", "//go:noescape", "//go:norace",
                               "//go:nocheckptr", "//go:nointerface", "//go:uintptrescapes", "//go:uintptrkeepalive",
                               "//go:registerparams", "//go:cgo_unsafe_args"}) {
      if (verb == f) return directiveError(p.off + 2, "misplaced compiler directive");
    }
    checkAllowed(p);
    directives_.push_back(p.text);
  }

  // Directives that are not for users' code.
  void checkAllowed(const Pragma& p) {
    if (options_.stdlib) return;
    std::string_view verb = p.text.substr(0, p.text.find_first_of(" \t"));
    for (std::string_view f :
         {"//go:nowritebarrier", "//go:nowritebarrierrec", "//go:yeswritebarrierrec", "//go:systemstack"}) {
      if (verb == f) directiveError(p.off + 2, std::string(verb) + " only allowed in runtime");
    }
    if (verb.substr(0, 9) == "//go:cgo_")
      directiveError(p.off + 2, std::string(verb) + " only allowed in cgo-generated code");
  }

  const SourceFile& source_;
  Arena& arena_;
  ErrorSink errors_;
  Builder builder_;
  const ParseOptions& options_;
  GoParser* parser_ = nullptr;
  std::vector<ast::Decl*> decls_;
  std::vector<ast::ImportDecl*> imports_;
  std::vector<std::string_view> directives_;
};

}  // namespace

}  // namespace syntax

ast::File* parseFile(const SourceFile* file, Arena& arena, Diagnostics& diag, const ParseOptions& options) {
  auto* f = arena.make<ast::File>();
  f->source = file;
  syntax::FileParser parser(*file, arena, diag, options);
  try {
    parser.run(f);
  } catch (const syntax::StopParsing&) {
    // Everything worth saying has been said.
  }
  parser.finish(f);
  return f;
}

// ANTLR's Parser can compile tree patterns, which hood never asks for. The library's own code for it would be linked, and
// with it a lexer for paths whose tables every start of the program would decode. These stand in for it.
extern "C" {
#define HOOD_NEVER_CALLED(name, symbol)  \
  [[gnu::weak]] void name() asm(symbol); \
  void name() { __builtin_trap(); }
HOOD_NEVER_CALLED(hoodNoPatterns, "_ZN6antlr44tree7pattern23ParseTreePatternMatcherC1EPNS_5LexerEPNS_6ParserE")
HOOD_NEVER_CALLED(hoodNoPatternsEnd, "_ZN6antlr44tree7pattern23ParseTreePatternMatcherD1Ev")
HOOD_NEVER_CALLED(hoodNoPattern,
                  "_ZN6antlr44tree7pattern23ParseTreePatternMatcher7compileERKNSt7__cxx1112basic_string"
                  "IcSt11char_traitsIcESaIcEEEi")
#undef HOOD_NEVER_CALLED
}

}  // namespace hood
