// The superclass of the generated parser. It hides, by name, everything the generated code calls: contexts, tree,
// error strategy, exceptions and input. The stock versions allocate a context per rule and a vector entry per token and
// make virtual calls for each; these write an 8-byte entry to a flat tree and inline. What the generated code decides
// (which rule, which alternative, which token) is untouched.
//
// Only the generated parser, parser_base.cc and syntax_errors.cc include this header.
#pragma once

#include <antlr4-runtime.h>

#include <array>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "compiler/syntax/error_sink.h"
#include "compiler/syntax/flat_tree.h"
#include "compiler/syntax/token_stream.h"

namespace hood::syntax {

// Stands for a rule's context. Rules have no attributes and the tree is elsewhere, so all share one place.
class FlatContext {
 public:
  FlatContext(antlr4::ParserRuleContext*, size_t) {}
  virtual ~FlatContext() = default;
  virtual size_t getRuleIndex() const = 0;

  // Named by the generated accessors, which nobody calls.
  std::vector<antlr4::tree::TerminalNode*> getTokens(size_t) { return {}; }
  antlr4::tree::TerminalNode* getToken(size_t, size_t) { return nullptr; }
  template <class T>
  T* getRuleContext(size_t) {
    return nullptr;
  }
  template <class T>
  std::vector<T*> getRuleContexts() {
    return {};
  }

  // The generated code assigns the exception of a failed rule here, and hands it to recover().
  struct ExceptionSlot {
    void operator=(const std::exception_ptr&) {}
  } exception;
};

class ParserBase : public antlr4::Parser {
 public:
  // The parser reads from `tokens`, not from ANTLR's stream, and writes rules and tokens to tree().
  void attach(GoTokenStream& tokens, ErrorSink& errors);
  const std::vector<TreeEntry>& tree() const { return tree_; }
  void clearTree() {
    tree_.clear();
    damaged_ = false;
  }
  // The tree is not what the grammar says: some token was missing or skipped.
  bool damaged() const { return damaged_; }

  const Token& current() const { return _input->current(); }
  GoTokenStream& tokens() { return *_input; }

  // Reports at the current token, as gc's syntaxError: "in …", "at …", "after …" and "expected …" get
  // "unexpected <token>" before them, any other text stands alone. Nothing if no token was matched since the last one.
  void syntaxError(const std::string& text);
  // Skips to one of these tokens; inside a function also to a keyword that starts a statement. An empty list skips one
  // token. Never skips the end of the file.
  void advance(std::initializer_list<Tok> to);

 protected:
  explicit ParserBase(antlr4::TokenStream* unused) : Parser(unused) {}

  // ---- what the generated code calls ----

  struct RecognitionException {};
  struct NoViableAltException : RecognitionException {
    explicit NoViableAltException(ParserBase*) {}
  };

  struct ContextMaker {
    // One place for all contexts: each is constructed over the one before, and none is read.
    alignas(FlatContext) std::array<std::byte, sizeof(FlatContext)> place;
    template <class T>
    T* createInstance(antlr4::ParserRuleContext* parent, size_t state) {
      static_assert(sizeof(T) == sizeof(FlatContext));
      return new (place.data()) T(parent, state);
    }
  };

  struct Strategy {
    void sync(ParserBase*) {}
    void reportMatch(ParserBase*) {}
    void recoverInline(ParserBase* p) { p->noViableAlternative(); }
    void reportError(ParserBase* p, const RecognitionException&) { p->noViableAlternative(); }
    template <class T>
    void recover(ParserBase*, const T&) {}
  };

  static constexpr antlr4::ParserRuleContext* _ctx = nullptr;
  ContextMaker _tracker;
  Strategy strategy_;
  Strategy* _errHandler = &strategy_;
  GoTokenStream* _input = nullptr;

  size_t getState() const final { return 0; }
  static void setState(size_t) {}
  static void enterOuterAlt(FlatContext*, size_t) {}

  void enterRule(FlatContext*, size_t, size_t rule) {
    if (depth_ == kMaxDepth) tooDeep();
    stack_[depth_] = {static_cast<uint32_t>(tree_.size()), static_cast<Rule>(rule)};
    depth_++;
    if (!kTransparent[rule]) tree_.push_back({0, static_cast<uint16_t>(rule)});
  }
  void exitRule() {
    depth_--;
    if (!kTransparent[static_cast<size_t>(stack_[depth_].rule)]) {
      tree_[stack_[depth_].entry].link = static_cast<uint32_t>(tree_.size());
    }
  }
  antlr4::Token* match(size_t type) final {
    if (static_cast<size_t>(_input->current().type) != type) {
      mismatch(static_cast<Tok>(type));
      return nullptr;
    }
    return consume();
  }
  antlr4::Token* consume() final {
    tree_.push_back({_input->index(), static_cast<uint16_t>(kTokenEntry + static_cast<uint16_t>(_input->current().type))});
    _input->consume();
    return nullptr;
  }

  // ---- actions in the grammar ----

  void stmtEnd();      // after a statement
  void exprStmtEnd();  // after expressions that no assignment follows
  void labelStart();   // before the : of a label
  void labelEnd();     // after it

 private:
  struct Open {
    uint32_t entry;
    Rule rule;
  };
  // Rules that only choose among others leave no trace in the tree.
  static constexpr auto kTransparent = [] {
    std::array<bool, 256> t{};
    for (Rule r : {Rule::TopLevelDecl, Rule::Type_, Rule::TypeTail, Rule::TypeLit, Rule::ResultLit, Rule::LitType,
                   Rule::Suffix, Rule::Stmt}) {
      t[static_cast<size_t>(r)] = true;
    }
    return t;
  }();
  // Bounds the C++ stack: about 300 bytes a rule; here, in the builder and in the checker.
  static constexpr size_t kMaxDepth = 6000;

  // Slow paths, in syntax_errors.cc.
  void mismatch(Tok wanted);
  void noViableAlternative();
  [[noreturn]] void tooDeep();

  bool listMismatch(Tok wanted);
  bool headerMismatch(Tok wanted);
  void want(Tok wanted);
  void listError(const char* context, Tok separator, Tok close);
  void elementExpected();
  bool headerHasSemi() const;
  Rule rule(size_t up = 0) const { return up < depth_ ? stack_[depth_ - 1 - up].rule : Rule::PackageClause; }
  bool inFunction() const;
  std::string describeCurrent() const;

  std::vector<TreeEntry> tree_;
  std::unique_ptr<Open[]> stack_;
  size_t depth_ = 0;
  ErrorSink* errors_ = nullptr;
  bool damaged_ = false;
  uint32_t stuckAt_ = UINT32_MAX;  // offset of the token where the last error left us
};

}  // namespace hood::syntax
