// Calls of printing functions: do the verbs of a format fit the arguments; does something that takes no format get one?
#include <vector>

#include "compiler/vet/pass.h"
#include "compiler/vet/print_args.h"
#include "compiler/vet/print_wrappers.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

namespace {

using ast::NodeKind;

struct Verb {
  std::string_view verb, flags;
  uint16_t takes;
};

constexpr std::string_view kNumFlags = " -+.0", kSharpNumFlags = " -+.0#";
constexpr Verb kVerbs[] = {
    {"%", "", 0},
    {"b", kSharpNumFlags, kArgInt | kArgFloat | kArgComplex | kArgPointer},
    {"c", "-", kArgRune | kArgInt},
    {"d", kNumFlags, kArgInt | kArgPointer},
    {"e", kSharpNumFlags, kArgFloat | kArgComplex},
    {"E", kSharpNumFlags, kArgFloat | kArgComplex},
    {"f", kSharpNumFlags, kArgFloat | kArgComplex},
    {"F", kSharpNumFlags, kArgFloat | kArgComplex},
    {"g", kSharpNumFlags, kArgFloat | kArgComplex},
    {"G", kSharpNumFlags, kArgFloat | kArgComplex},
    {"o", kSharpNumFlags, kArgInt | kArgPointer},
    {"O", kSharpNumFlags, kArgInt | kArgPointer},
    {"p", "-#", kArgPointer},
    {"q", kSharpNumFlags, kArgRune | kArgInt | kArgString},
    {"s", kNumFlags, kArgString},
    {"t", "-", kArgBool},
    {"T", "-", kArgAny},
    {"U", "-#", kArgRune | kArgInt},
    {"v", kSharpNumFlags, kArgAny},
    {"w", kSharpNumFlags, kArgError},
    {"x", kSharpNumFlags, kArgRune | kArgInt | kArgString | kArgPointer | kArgFloat | kArgComplex},
    {"X", kSharpNumFlags, kArgRune | kArgInt | kArgString | kArgPointer | kArgFloat | kArgComplex},
};

std::string count(size_t n, const std::string& what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

// A method named String or Error whose argument is its own receiver calls itself for ever.
std::string recursiveMethod(Pass& p, ast::Expr* e, const types::Func* inside) {
  types::Type* t = e->type;
  if (inside == nullptr || t == nullptr || isFormatter(p, t)) return "";
  if (inside->name != "String" && inside->name != "Error") return "";
  types::Signature* sig = inside->sig();
  if (sig->recv == nullptr || !sig->params->vars.empty() || sig->results->vars.size() != 1 ||
      sig->results->vars[0]->type != p.ctx.typ(types::BasicKind::String))
    return "";
  types::LookupResult r = types::lookupFieldOrMethod(t, false, &p.pkg, inside->name);
  if (r.obj != inside || r.needsPointer) return "";
  if (e->kind == NodeKind::UnaryExpr && static_cast<ast::UnaryExpr*>(e)->op == ast::Op::Addr)
    e = static_cast<ast::UnaryExpr*>(e)->x;
  return e->kind == NodeKind::Ident && static_cast<ast::Ident*>(e)->obj == sig->recv ? fullName(inside) : "";
}

bool isFuncValue(const ast::Expr* e) { return e->type != nullptr && e->type->kind == types::TypeKind::Signature; }

// One call of a function that takes a format.
class FormatCheck {
 public:
  FormatCheck(Pass& p, ast::CallExpr* call, const types::Func* f, PrintKind kind, const types::Func* inside)
      : p_(p), call_(call), name_(fullName(f)), kind_(kind), inside_(inside) {}

  void run() {
    types::Signature* sig = types::asSignature(call_->fun->type);
    if (sig == nullptr || !sig->variadic || sig->params->vars.size() < 2) return;
    size_t at = sig->params->vars.size() - 2;
    if (at >= call_->args.size() || !isStringConstant(call_->args[at])) return;
    const std::string& format = constant::stringVal(call_->args[at]->value);
    first_ = next_ = most_ = at + 1;
    size_t nargs = call_->args.size();
    if (format.find('%') == std::string::npos) {
      if (nargs > first_) p_.report(call_->lparen, name_ + " call has arguments but no formatting directives");
      return;
    }
    bool wrapped = false;
    for (size_t i = 0; i < format.size();) {
      if (format[i] != '%') {
        i++;
        continue;
      }
      if (!parse(std::string_view(format).substr(i)) || !checkDirective()) return;  // one message is enough
      i += text_.size();
      if (verb_ == "w") {
        if (kind_ != PrintKind::Errorf) return p_.report(call_, name_ + " does not support error-wrapping directive %w");
        if (wrapped && p_.pkg.goMinor < 20)
          return p_.report(call_, name_ + " call has more than one error-wrapping directive %w");
        wrapped = true;
      }
      if (!used_.empty()) next_ = used_.back() + 1;
      for (size_t n : used_) most_ = std::max(most_, n + 1);
    }
    if (call_->ellipsis && most_ + 1 >= nargs) return;
    if (anyIndex_ || most_ == nargs) return;
    p_.report(call_, name_ + " call needs " + count(most_ - first_, "arg") + " but has " + count(nargs - first_, "arg"));
  }

 private:
  bool fail(const std::string& text) {
    p_.report(call_, text);
    return false;
  }

  // ---- "%[2]*.[1]*f" ----
  bool parse(std::string_view s) {
    rest_ = s;
    at_ = 1;
    flags_.clear();
    used_.clear();
    arg_ = next_;
    indexed_ = pending_ = false;
    while (at_ < s.size() && std::string_view("#0+- ").find(s[at_]) != std::string_view::npos) flags_ += s[at_++];
    if (!index()) return false;
    number();
    if (at_ < s.size() && s[at_] == '.') {
      flags_ += '.';
      at_++;
      if (!index()) return false;
      number();
    }
    if (!pending_ && !index()) return false;
    if (at_ >= s.size()) {
      p_.report(call_->fun, name_ + " format " + std::string(s) + " is missing verb at end of string");
      return false;
    }
    size_t width = 1;
    while (at_ + width < s.size() && (static_cast<unsigned char>(s[at_]) & 0xc0) == 0xc0 &&
           (static_cast<unsigned char>(s[at_ + width]) & 0xc0) == 0x80)
      width++;
    verb_ = s.substr(at_, width);
    at_ += width;
    if (verb_ != "%") used_.push_back(arg_);
    text_ = std::string(s.substr(0, at_));
    anyIndex_ |= indexed_;
    return true;
  }

  static bool isDigit(char c) { return c >= '0' && c <= '9'; }

  bool index() {
    if (at_ >= rest_.size() || rest_[at_] != '[') return true;
    size_t from = ++at_;
    while (at_ < rest_.size() && isDigit(rest_[at_])) at_++;
    bool ok = at_ < rest_.size() && at_ > from && rest_[at_] == ']';
    if (!ok) {
      at_ = rest_.find(']');
      if (at_ == std::string_view::npos) return fail(name_ + " format " + std::string(rest_) + " is missing closing ]");
    }
    std::string number(at_ >= from ? rest_.substr(from, at_ - from) : std::string_view());
    int64_t n = 0;
    for (char c : number)
      if (isDigit(c) && n < 1 << 30) n = n * 10 + (c - '0');
    if (!ok || n <= 0 || n > static_cast<int64_t>(call_->args.size() - first_))
      return fail(name_ + " format has invalid argument index [" + number + "]");
    at_++;
    arg_ = first_ + static_cast<size_t>(n) - 1;
    indexed_ = pending_ = true;
    return true;
  }

  void number() {
    if (at_ < rest_.size() && rest_[at_] == '*') {
      pending_ = false;
      at_++;
      used_.push_back(arg_++);
      return;
    }
    while (at_ < rest_.size() && isDigit(rest_[at_])) at_++;
  }

  // ---- against the arguments ----
  bool checkDirective() {
    const Verb* v = nullptr;
    for (const Verb& k : kVerbs)
      if (k.verb == verb_) v = &k;
    bool formatter = (v == nullptr || v->takes != kArgError) && arg_ < call_->args.size() &&
                     call_->args[arg_]->mode != ast::Mode::NilValue && isFormatter(p_, call_->args[arg_]->type);
    std::string directive = name_ + " format " + text_;
    if (!formatter) {
      if (v == nullptr) return fail(directive + " has unknown verb " + std::string(verb_));
      for (char c : flags_)
        if (c != '0' && v->flags.find(c) == std::string_view::npos) return fail(directive + " has unrecognized flag " + c);
    }
    size_t stars = used_.size() - (verb_ == "%" ? 0 : 1);
    std::string reason;
    for (size_t k = 0; k < stars; k++) {
      if (!present(used_[k])) return false;
      ast::Expr* a = call_->args[used_[k]];
      if (!matchesVerb(p_, kArgInt, typeOf(p_, a), &reason))
        return fail(directive + " uses non-int " + p_.str(a) + because(reason) + " as argument of *");
    }
    if (verb_ == "%" || formatter) return true;
    if (!present(used_.back())) return false;
    ast::Expr* a = call_->args[used_.back()];
    if (isFuncValue(a) && verb_ != "p" && verb_ != "T")
      return fail(directive + " arg " + p_.str(a) + " is a func value, not called");
    if (!matchesVerb(p_, v->takes, typeOf(p_, a), &reason))
      return fail(directive + " has arg " + p_.str(a) + " of wrong type " + typeStr(typeOf(p_, a)) + because(reason));
    if ((v->takes & kArgString) && verb_ != "T" && flags_.find('#') == std::string::npos)
      if (std::string m = recursiveMethod(p_, a, inside_); !m.empty())
        return fail(directive + " with arg " + p_.str(a) + " causes recursive " + m + " method call");
    return true;
  }

  static std::string because(const std::string& reason) { return reason.empty() ? "" : " (" + reason + ")"; }

  // False: it cannot be checked, or (reported) is not there.
  bool present(size_t arg) {
    if (arg + 1 < call_->args.size()) return true;
    if (call_->ellipsis) return false;
    if (arg < call_->args.size()) return true;
    return fail(name_ + " format " + text_ + " reads arg #" + std::to_string(arg - first_ + 1) + ", but call has " +
                count(call_->args.size() - first_, "arg"));
  }

  Pass& p_;
  ast::CallExpr* call_;
  std::string name_;
  PrintKind kind_;
  const types::Func* inside_;
  size_t first_ = 0, next_ = 0, most_ = 0;  // indices of arguments: the first after the format, the next, one past the last
  bool anyIndex_ = false;
  // the directive at hand
  std::string_view rest_, verb_;
  std::string text_, flags_;
  size_t at_ = 0, arg_ = 0;
  bool indexed_ = false, pending_ = false;
  std::vector<size_t> used_;
};

// The first thing in s that looks like a directive, "" if there is none. A blank after % is no flag here: "5 % of".
std::string directiveIn(std::string_view s) {
  auto digits = [&](size_t i) {
    while (i < s.size() && s[i] >= '0' && s[i] <= '9') i++;
    return i;
  };
  auto index = [&](size_t i) {
    if (i >= s.size() || s[i] != '[') return i;
    size_t end = digits(i + 1);
    return end > i + 1 && end < s.size() && s[end] == ']' ? end + 1 : i;
  };
  auto number = [&](size_t i) {
    if (size_t end = digits(i); end > i) return end;
    size_t star = index(i);
    return star < s.size() && s[star] == '*' ? star + 1 : i;
  };
  for (size_t from = s.find('%'); from != std::string_view::npos; from = s.find('%', from + 1)) {
    size_t i = from + 1;
    while (i < s.size() && std::string_view("+-#").find(s[i]) != std::string_view::npos) i++;
    i = number(i);
    if (i < s.size() && s[i] == '.') i++;
    i = index(number(i));
    if (i < s.size() && std::string_view("bcdefgopqstvxEFGTUX").find(s[i]) != std::string_view::npos)
      return std::string(s.substr(from, i + 1 - from));
  }
  return "";
}

// One call of a function that prints its arguments as they are.
void checkPrint(Pass& p, ast::CallExpr* call, const types::Func* f, const types::Func* inside) {
  types::Signature* sig = types::asSignature(call->fun->type);
  if (sig == nullptr || !sig->variadic) return;
  size_t first = sig->params->vars.size() - 1;
  types::SliceType* rest = types::asSlice(sig->params->vars[first]->type);
  if (rest == nullptr || rest->elem->kind != types::TypeKind::Interface || call->args.size() <= first) return;
  types::completeInterface(static_cast<types::Interface*>(rest->elem));
  if (!static_cast<types::Interface*>(rest->elem)->allMethods.empty()) return;
  std::string name = fullName(f);
  ast::Expr* a = call->args[first];
  if (first == 0 && a->kind == NodeKind::SelectorExpr) {
    auto* s = static_cast<ast::SelectorExpr*>(a);
    if (s->x->kind == NodeKind::Ident && static_cast<ast::Ident*>(s->x)->name == "os" && s->sel->name.starts_with("Std"))
      p.report(call, name + " does not take io.Writer but has first arg " + p.str(a));
  }
  if (isStringConstant(a)) {
    std::string_view s = constant::stringVal(a->value);
    if (s.ends_with("%")) s.remove_suffix(1);  // "100%"
    if (std::string d = directiveIn(s); !d.empty()) p.report(call, name + " call has possible formatting directive " + d);
  }
  ast::Expr* last = call->args[call->args.size() - 1];
  if (f->name.ends_with("ln") && isStringConstant(last) && constant::stringVal(last->value).ends_with("\n"))
    p.report(call, name + " arg list ends with redundant newline");
  for (size_t i = first; i < call->args.size(); i++) {
    ast::Expr* x = call->args[i];
    if (isFuncValue(x)) p.report(call, name + " arg " + p.str(x) + " is a func value, not called");
    if (std::string m = recursiveMethod(p, x, inside); !m.empty())
      p.report(call, name + " arg " + p.str(x) + " causes recursive call to " + m + " method");
  }
}

}  // namespace

void printf(Pass& p) {
  findPrintWrappers(p);
  for (ast::File* file : p.pkg.files)
    for (ast::Decl* d : file->decls) {
      types::Object* o = d->kind == NodeKind::FuncDecl ? static_cast<ast::FuncDecl*>(d)->name->obj : nullptr;
      const auto* inside = o != nullptr && o->kind == types::ObjectKind::Func ? static_cast<types::Func*>(o) : nullptr;
      walk(d, [&](ast::Node* n) {
        if (n->kind != NodeKind::CallExpr) return true;
        auto* call = static_cast<ast::CallExpr*>(n);
        types::Func* f = callee(call);
        PrintKind kind = f != nullptr ? printKind(p, f) : PrintKind::None;
        if (kind == PrintKind::Print) checkPrint(p, call, f, inside);
        if (kind == PrintKind::Printf || kind == PrintKind::Errorf) FormatCheck(p, call, f, kind, inside).run();
        return true;
      });
    }
}

}  // namespace hood::vet
