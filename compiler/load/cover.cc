#include "compiler/load/cover.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "compiler/vet/walk.h"

namespace hood::compiler {

namespace {

using ast::NodeKind;

struct Block {
  Pos begin, end;
  size_t stmts = 0;
};

class Counters {
 public:
  Counters(ast::File* file, int n, const std::string& mode, Arena& arena)
      : file_(file), text_(file->source->text), mode_(mode), arena_(arena) {
    array_ = keep("hoodCover_" + std::to_string(n));
    add_ = keep("hoodCoverAdd_" + std::to_string(n));
  }

  std::vector<Block> run() {
    for (ast::Decl* d : file_->decls) vet::walk(d, [this](ast::Node* node) { return visit(node); });
    return std::move(blocks_);
  }

 private:
  std::string_view keep(const std::string& s) { return arena_.copy(s); }

  template <class T>
  T* make(NodeKind kind, Pos pos) {
    auto* n = arena_.make<T>();
    n->kind = kind;
    n->pos = pos;
    return n;
  }

  bool visit(ast::Node* n) {
    switch (n->kind) {
      case NodeKind::BlockStmt: {
        auto* b = ast::as<ast::BlockStmt>(n);
        b->stmts = counted(b->pos, after(b->pos), after(b->rbrace), b->stmts, true);
        return true;
      }
      case NodeKind::CaseClause: {
        auto* c = ast::as<ast::CaseClause>(n);
        c->body = counted(after(c->colon), after(c->colon), endOfClause(c->colon, c->body), c->body, true);
        return true;
      }
      case NodeKind::CommClause: {
        auto* c = ast::as<ast::CommClause>(n);
        c->body = counted(after(c->colon), after(c->colon), endOfClause(c->colon, c->body), c->body, true);
        return true;
      }
      case NodeKind::IfStmt: {  // else if: a block of its own around the second if
        auto* s = ast::as<ast::IfStmt>(n);
        if (s->els == nullptr || s->els->kind != NodeKind::IfStmt) return true;
        const uint32_t els = s->els->pos.off - file_->source->base;  // the block begins behind the keyword
        auto* b = make<ast::BlockStmt>(NodeKind::BlockStmt,
                                       file_->source->pos(static_cast<uint32_t>(text_.rfind("else", els) + 4)));
        b->stmts = Slice<ast::Stmt*>::of(arena_, {s->els});
        b->rbrace = Pos{lastBrace(s->els).off};
        s->els = b;
        return true;
      }
      default: return true;
    }
  }

  static Pos after(Pos p) { return Pos{p.off + 1}; }

  static Pos lastBrace(ast::Stmt* s) {
    auto* i = ast::as<ast::IfStmt>(s);
    if (i->els == nullptr) return i->then->rbrace;
    return i->els->kind == NodeKind::IfStmt ? lastBrace(i->els) : ast::as<ast::BlockStmt>(i->els)->rbrace;
  }

  Pos endOfClause(Pos colon, const Slice<ast::Stmt*>& body) { return body.empty() ? after(colon) : endOf(body.back()); }

  // The position behind a statement's last token: what comes before the next line's end, bracket or semicolon that closes it.
  Pos endOf(ast::Node* n) {
    size_t i = n->pos.off - file_->source->base, end = i;
    int depth = 0;
    char last = 0;  // of the line so far; it tells whether the line goes on
    while (i < text_.size()) {
      char c = text_[i];
      if (c == '"' || c == '`' || c == '\'') {
        i = literalEnd(i);
        end = i;
        last = c;
        continue;
      }
      if (c == '/' && i + 1 < text_.size() && (text_[i + 1] == '/' || text_[i + 1] == '*')) {
        bool line = text_[i + 1] == '/';
        size_t e = line ? text_.find('\n', i) : text_.find("*/", i);
        i = e == std::string_view::npos ? text_.size() : e + (line ? 0 : 2);
        continue;
      }
      if (c == '\n' && depth == 0 && ends(last, end)) break;
      if (depth == 0 && (c == ';' || c == '}' || c == ')' || c == ']')) break;
      depth += c == '(' || c == '[' || c == '{';
      depth -= c == ')' || c == ']' || c == '}';
      i++;
      if (!std::isspace(static_cast<unsigned char>(c))) {
        last = c;
        end = i;
      }
    }
    return file_->source->pos(static_cast<uint32_t>(end));
  }

  // Does a line that ends so get a semicolon?
  bool ends(char last, size_t end) const {
    if (last == '+' || last == '-') return end >= 2 && text_[end - 2] == last;
    return std::isalnum(static_cast<unsigned char>(last)) || (last & 0x80) != 0 ||
           std::string_view("_)]}\"`'").find(last) != std::string_view::npos;
  }

  size_t literalEnd(size_t i) const {
    char quote = text_[i++];
    while (i < text_.size() && text_[i] != quote) i += quote != '`' && text_[i] == '\\' ? 2 : 1;
    return std::min(i + 1, text_.size());
  }

  // ---- basic blocks ----
  Slice<ast::Stmt*> counted(Pos pos, Pos at, Pos blockEnd, const Slice<ast::Stmt*>& list, bool toBrace) {
    std::vector<ast::Stmt*> in(list.begin(), list.end()), out;
    if (in.empty()) {
      out.push_back(counter(at, at, blockEnd, 0));
      return Slice<ast::Stmt*>::of(arena_, out);
    }
    for (size_t first = 0; first < in.size();) {
      size_t last = first;
      Pos end = blockEnd;
      for (; last < in.size(); last++) {
        end = boundary(in[last]);
        if (!endsBlock(in[last])) continue;
        splitLabel(&in, last, &end);
        last++;
        toBrace = false;
        break;
      }
      if (toBrace) end = blockEnd;
      if (pos != end) out.push_back(counter(at, pos, end, last - first));
      out.insert(out.end(), in.begin() + static_cast<std::ptrdiff_t>(first), in.begin() + static_cast<std::ptrdiff_t>(last));
      first = last;
      if (first < in.size()) pos = at = ast::startPos(in[first]);
    }
    return Slice<ast::Stmt*>::of(arena_, out);
  }

  // A label may be jumped to, so the counter goes between it and its statement; a loop's label stays with the loop.
  void splitLabel(std::vector<ast::Stmt*>* list, size_t i, Pos* end) {
    if ((*list)[i]->kind != NodeKind::LabeledStmt) return;
    auto* label = ast::as<ast::LabeledStmt>((*list)[i]);
    switch (label->stmt->kind) {
      case NodeKind::ForStmt:
      case NodeKind::RangeStmt:
      case NodeKind::SwitchStmt:
      case NodeKind::SelectStmt:
      case NodeKind::TypeSwitchStmt: return;
      default: break;
    }
    *end = label->pos;
    ast::Stmt* inner = label->stmt;
    label->stmt = make<ast::EmptyStmt>(NodeKind::EmptyStmt, inner->pos);
    list->insert(list->begin() + static_cast<std::ptrdiff_t>(i) + 1, inner);
  }

  static ast::BlockStmt* literalIn(ast::Node* n) {
    ast::BlockStmt* found = nullptr;
    vet::walk(n, [&](ast::Node* x) {
      if (found == nullptr && x->kind == NodeKind::FuncLit) found = ast::as<ast::FuncLit>(x)->body;
      return found == nullptr;
    });
    return found;
  }

  // Where the part of a statement ends that always runs.
  Pos boundary(ast::Stmt* s) {
    auto first = [](std::initializer_list<ast::Node*> parts, Pos otherwise) {
      for (ast::Node* p : parts)
        if (ast::BlockStmt* b = literalIn(p); b != nullptr) return b->pos;
      return otherwise;
    };
    switch (s->kind) {
      case NodeKind::BlockStmt: return s->pos;
      case NodeKind::IfStmt: {
        auto* i = ast::as<ast::IfStmt>(s);
        return first({i->init, i->cond}, i->then->pos);
      }
      case NodeKind::ForStmt: {
        auto* f = ast::as<ast::ForStmt>(s);
        return first({f->init, f->cond, f->post}, f->body->pos);
      }
      case NodeKind::LabeledStmt: return boundary(ast::as<ast::LabeledStmt>(s)->stmt);
      case NodeKind::RangeStmt: {
        auto* r = ast::as<ast::RangeStmt>(s);
        return first({r->x}, r->body->pos);
      }
      case NodeKind::SwitchStmt: {
        auto* w = ast::as<ast::SwitchStmt>(s);
        return first({w->init, w->tag}, openBrace(w->rbrace, w->pos));
      }
      case NodeKind::TypeSwitchStmt: {
        auto* w = ast::as<ast::TypeSwitchStmt>(s);
        return first({w->init, w->x}, openBrace(w->rbrace, w->pos));
      }
      case NodeKind::SelectStmt: return openBrace(ast::as<ast::SelectStmt>(s)->rbrace, s->pos);
      default: {
        ast::BlockStmt* b = literalIn(s);
        return b != nullptr ? b->pos : endOf(s);
      }
    }
  }

  // The brace that the one at `close` closes: the tree does not have it.
  Pos openBrace(Pos close, Pos from) {
    size_t i = from.off - file_->source->base, end = close.off - file_->source->base;
    std::vector<size_t> open;
    while (i < end) {
      char c = text_[i];
      if (c == '"' || c == '`' || c == '\'') {
        i = literalEnd(i);
        continue;
      }
      if (c == '/' && (text_[i + 1] == '/' || text_[i + 1] == '*')) {
        bool line = text_[i + 1] == '/';
        i = text_.find(line ? "\n" : "*/", i) + (line ? 1 : 2);
        continue;
      }
      if (c == '{') open.push_back(i);
      if (c == '}' && !open.empty()) open.pop_back();
      i++;
    }
    return open.empty() ? close : file_->source->pos(static_cast<uint32_t>(open.back()));
  }

  static bool endsBlock(ast::Stmt* s) {
    switch (s->kind) {
      case NodeKind::BlockStmt:
      case NodeKind::BranchStmt:
      case NodeKind::ForStmt:
      case NodeKind::IfStmt:
      case NodeKind::LabeledStmt:
      case NodeKind::RangeStmt:
      case NodeKind::SwitchStmt:
      case NodeKind::SelectStmt:
      case NodeKind::TypeSwitchStmt: return true;
      case NodeKind::ExprStmt: {
        ast::Expr* x = ast::as<ast::ExprStmt>(s)->x;
        if (x->kind != NodeKind::CallExpr) break;
        auto* call = ast::as<ast::CallExpr>(x);
        if (call->fun->kind == NodeKind::Ident && ast::as<ast::Ident>(call->fun)->name == "panic" && call->args.size() == 1)
          return true;
        break;
      }
      default: break;
    }
    return literalIn(s) != nullptr;
  }

  // ---- the counter's statement: a[i] = 1, a[i]++, or a call that is atomic ----
  ast::Stmt* counter(Pos at, Pos begin, Pos end, size_t stmts) {
    auto* name = make<ast::Ident>(NodeKind::Ident, at);
    auto* index = number(at, blocks_.size());
    blocks_.push_back({begin, end, stmts});
    if (mode_ == "atomic") {
      name->name = add_;
      auto* call = make<ast::CallExpr>(NodeKind::CallExpr, at);
      call->fun = name;
      call->args = Slice<ast::Expr*>::of(arena_, {index});
      call->lparen = call->rparen = at;
      auto* s = make<ast::ExprStmt>(NodeKind::ExprStmt, at);
      s->x = call;
      return s;
    }
    name->name = array_;
    auto* element = make<ast::IndexExpr>(NodeKind::IndexExpr, at);
    element->x = name;
    element->indices = Slice<ast::Expr*>::of(arena_, {index});
    element->lbrack = element->rbrack = at;
    if (mode_ == "count") {
      auto* s = make<ast::IncDecStmt>(NodeKind::IncDecStmt, at);
      s->x = element;
      return s;
    }
    auto* s = make<ast::AssignStmt>(NodeKind::AssignStmt, at);
    s->lhs = Slice<ast::Expr*>::of(arena_, {element});
    s->rhs = Slice<ast::Expr*>::of(arena_, {number(at, 1)});
    s->opPos = at;
    return s;
  }

  ast::Expr* number(Pos at, size_t n) {
    auto* lit = make<ast::BasicLit>(NodeKind::BasicLit, at);
    lit->lit = ast::LitKind::Int;
    lit->text = keep(std::to_string(n));
    return lit;
  }

  ast::File* file_;
  std::string_view text_, array_, add_;
  const std::string& mode_;
  Arena& arena_;
  std::vector<Block> blocks_;
};

}  // namespace

std::string coverFunction(int n) { return "GoCover_" + std::to_string(n); }

std::string addCounters(ast::File* file, int n, const std::string& mode, Arena& arena) {
  std::vector<Block> blocks = Counters(file, n, mode, arena).run();
  std::string id = std::to_string(n), positions, stmts;
  for (const Block& b : blocks) {
    Position from = file->source->position(b.begin.off - file->source->base);
    Position to = file->source->position(b.end.off - file->source->base);
    uint32_t columns = (to.col & 0xffff) << 16 | (from.col & 0xffff);
    positions += std::to_string(from.line) + ", " + std::to_string(to.line) + ", " + std::to_string(columns) + ",\n\t\t";
    stmts += std::to_string(b.stmts) + ", ";
  }
  std::string out = "var hoodCover_" + id + " [" + std::to_string(blocks.size()) + "]uint32\n\n";
  if (mode == "atomic")
    out += "func hoodCoverAdd_" + id + "(i int) { hoodCoverAtomic.AddUint32(&hoodCover_" + id + "[i], 1) }\n\n";
  out += "func " + coverFunction(n) + "() (counters, positions []uint32, stmts []uint16) {\n\treturn hoodCover_" + id +
         "[:], []uint32{\n\t\t" + positions + "}, []uint16{" + stmts + "}\n}\n\n";
  return out;
}

}  // namespace hood::compiler
