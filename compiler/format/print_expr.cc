// Expressions.
#include <algorithm>
#include <cmath>

#include "compiler/format/printer.h"

namespace hood::format {

namespace {

constexpr int kFits = 1000000;  // longer than any line

int shallower(int depth) { return std::max(1, depth - 1); }

bool isBinary(const Node* x) { return x != nullptr && x->kind == Kind::Binary; }

// What decides where blanks go around operators: whether both kinds of arithmetic occur, and how far apart operators must
// be to stay what they are (a / *p, x & &y, a - -b).
struct Operators {
  bool sums = false, products = false;
  int clash = 0;
};

Operators operatorsOf(const Node* e) {
  Operators o;
  const int p = precedence(e->tok);
  o.sums = p == 4;
  o.products = p == 5;
  auto add = [&](const Node* side) {
    Operators s = operatorsOf(side);
    o.sums |= s.sums;
    o.products |= s.products;
    o.clash = std::max(o.clash, s.clash);
  };
  if (isBinary(e->x) && precedence(e->x->tok) >= p) add(e->x);
  if (isBinary(e->y)) {
    if (precedence(e->y->tok) > p) add(e->y);
  } else if (e->y->kind == Kind::Star) {
    if (e->tok == Tok::Quo) o.clash = 5;
  } else if (e->y->kind == Kind::Unary) {
    Tok a = e->tok, b = e->y->tok;
    if (a == Tok::And && (b == Tok::And || b == Tok::Xor)) o.clash = 5;
    if ((a == Tok::Add && b == Tok::Add) || (a == Tok::Sub && b == Tok::Sub)) o.clash = std::max(o.clash, 4);
  }
  return o;
}

// Operators that bind less tightly than this have blanks around them.
int cutoffOf(const Node* e, int depth) {
  Operators o = operatorsOf(e);
  if (o.clash > 0) return o.clash + 1;
  if (o.sums && o.products) return depth == 1 ? 5 : 4;
  return depth == 1 ? 6 : 4;
}

// 0X1F, 1E3 and 007i are 0x1F, 1e3 and 7i.
std::string normalNumber(std::string_view s) {
  std::string x(s);
  if (x.size() < 2) return x;
  auto lowerLast = [&](char upper) {
    if (size_t i = x.rfind(upper); i != std::string::npos) x[i] = static_cast<char>(upper | 0x20);
  };
  std::string prefix = x.substr(0, 2);
  if (prefix == "0X" || prefix == "0x") {
    x[1] = 'x';
    lowerLast('P');
  } else if (prefix == "0O" || prefix == "0B") {
    x[1] = static_cast<char>(x[1] | 0x20);
  } else if (prefix != "0o" && prefix != "0b") {
    if (x.find('E') != std::string::npos) {
      lowerLast('E');
    } else if (x.back() == 'i' && x.find_first_of(".e") == std::string::npos) {
      size_t digit = x.find_first_not_of("0_");
      x.erase(0, digit);
      if (x == "i") x = "0i";
    }
  }
  return x;
}

}  // namespace

void Printer::binary(const Node* x, int outer, int cutoff, int depth) {
  const int p = precedence(x->tok);
  if (p < outer) {
    print(Tok::LParen);
    expr0(x, shallower(depth));
    print(Tok::RParen);
    return;
  }
  bool blank = p < cutoff, indented = false;
  const bool same = isBinary(x->x) && precedence(x->x->tok) == p;
  expr1(x->x, p, depth + (same ? 0 : 1));
  if (blank) print(Ws::Blank);
  const int xline = pos_.line, yline = lineOf(x->y->pos);
  at(x->at);
  print(x->tok);
  if (xline != yline && xline > 0 && yline > 0 && linebreak(yline, 1, Ws::Indent, true) > 0) {
    indented = true;
    blank = false;
  }
  if (blank) print(Ws::Blank);
  expr1(x->y, p + 1, depth + 1);
  if (indented) print(Ws::Unindent);
}

void Printer::expr1(const Node* x, int outer, int depth) {
  at(x->pos);
  switch (x->kind) {
    case Kind::Ident: text(x->text, Tok::Ident, false); break;
    case Kind::Literal: {
      bool number = x->tok == Tok::Int || x->tok == Tok::Float || x->tok == Tok::Imag;
      text(number ? normalNumber(x->text) : x->text, x->tok, true);
      break;
    }
    case Kind::Binary: binary(x, outer, cutoffOf(x, depth), depth); break;
    case Kind::KeyValue:
      expr(x->x);
      at(x->at);
      print(Tok::Colon, Ws::Blank);
      expr(x->y);
      break;
    case Kind::Star: {
      bool parens = kUnaryPrecedence < outer;
      if (parens) print(Tok::LParen);
      print(Tok::Mul);
      expr(x->x);
      if (parens) print(Tok::RParen);
      break;
    }
    case Kind::Unary:
      if (kUnaryPrecedence < outer) {
        print(Tok::LParen);
        expr(x);
        print(Tok::RParen);
      } else {
        print(x->tok);
        expr1(x->x, kUnaryPrecedence, depth);
      }
      break;
    case Kind::FuncLit: {
      at(x->type->pos);
      print(Tok::Func);
      int column = out_.column - 4;
      signature(x->type);
      funcBody(distanceFrom(x->type->pos, column), Ws::Blank, x->body);
      break;
    }
    case Kind::Paren:
      if (x->x->kind == Kind::Paren) {
        expr0(x->x, depth);
      } else {
        print(Tok::LParen);
        expr0(x->x, shallower(depth));
        at(x->close);
        print(Tok::RParen);
      }
      break;
    case Kind::Selector: selector(x, depth, false); break;
    case Kind::TypeAssert:
      expr1(x->x, kHighestPrecedence, depth);
      print(Tok::Period);
      at(x->open);
      print(Tok::LParen);
      if (x->type != nullptr)
        expr(x->type);
      else
        print(Tok::Type);
      at(x->close);
      print(Tok::RParen);
      break;
    case Kind::Index:
      expr1(x->x, kHighestPrecedence, 1);
      at(x->open);
      print(Tok::LBrack);
      if (x->list.size() == 1)
        expr0(x->list[0], depth + 1);
      else
        exprList(x->open, x->list, depth + 1, true, false, x->close);
      at(x->close);
      print(Tok::RBrack);
      break;
    case Kind::Slice: slice(x, depth); break;
    case Kind::Call: call(x, depth); break;
    case Kind::Composite: composite(x, depth); break;
    case Kind::Ellipsis:
      print(Tok::Ellipsis);
      if (x->x != nullptr) expr(x->x);
      break;
    case Kind::ArrayType:
      print(Tok::LBrack);
      if (x->x != nullptr) expr(x->x);
      print(Tok::RBrack);
      expr(x->y);
      break;
    case Kind::StructType:
      print(Tok::Struct);
      fieldList(x->fields, true);
      break;
    case Kind::InterfaceType:
      print(Tok::Interface);
      fieldList(x->fields, false);
      break;
    case Kind::FuncType:
      print(Tok::Func);
      signature(x);
      break;
    case Kind::MapType:
      print(Tok::Map, Tok::LBrack);
      expr(x->x);
      print(Tok::RBrack);
      expr(x->y);
      break;
    case Kind::ChanType:
      if (x->tok == Tok::Arrow) print(Tok::Arrow);
      print(Tok::Chan);
      if (x->tok == Tok::Semicolon) {
        at(x->at);
        print(Tok::Arrow);
      }
      print(Ws::Blank);
      expr(x->x);
      break;
    default: break;
  }
}

void Printer::slice(const Node* x, int depth) {
  expr1(x->x, kHighestPrecedence, 1);
  at(x->open);
  print(Tok::LBrack);
  bool blanks = false;
  if (depth <= 1) {
    auto given = std::count_if(x->list.begin(), x->list.end(), [](Node* e) { return e != nullptr; });
    blanks = given > 1 && std::any_of(x->list.begin(), x->list.end(), isBinary);
  }
  for (size_t i = 0; i < x->list.size(); i++) {
    if (i > 0) {
      if (blanks && x->list[i - 1] != nullptr) print(Ws::Blank);
      print(Tok::Colon);
      if (blanks && x->list[i] != nullptr) print(Ws::Blank);
    }
    if (x->list[i] != nullptr) expr0(x->list[i], depth + 1);
  }
  at(x->close);
  print(Tok::RBrack);
}

void Printer::call(const Node* x, int depth) {
  if (x->list.size() > 1) depth++;
  bool indented = false;
  const bool toFunc = x->x->kind == Kind::FuncType;
  if (toFunc) print(Tok::LParen);
  if (x->x->kind == Kind::Selector)
    indented = selector(x->x, depth, true);
  else
    expr1(x->x, kHighestPrecedence, depth);
  if (toFunc) print(Tok::RParen);
  at(x->open);
  print(Tok::LParen);
  if (x->at != kNoPos) {
    exprList(x->open, x->list, depth, false, false, x->at);
    at(x->at);
    print(Tok::Ellipsis);
    if (lineOf(x->at) < lineOf(x->close)) print(Tok::Comma, Ws::Formfeed);
  } else {
    exprList(x->open, x->list, depth, true, false, x->close);
  }
  at(x->close);
  print(Tok::RParen);
  if (indented) print(Ws::Unindent);
}

void Printer::composite(const Node* x, int depth) {
  if (x->type != nullptr) expr1(x->type, kHighestPrecedence, depth);
  level_++;
  at(x->open);
  print(Tok::LBrace);
  exprList(x->open, x->list, 1, true, false, x->close);
  // A comment before the brace must not get a line of its own: there may be no comma.
  const bool blank = noExtraBlank_, linebreak = noExtraBreak_;
  print(Ws::Indent, Ws::Unindent);  // for comments that are alone inside
  noExtraBreak_ = !linebreak;
  if (!x->list.empty()) noExtraBlank_ = !blank;
  at(x->close);
  print(Tok::RBrace);
  noExtraBlank_ = blank;
  noExtraBreak_ = linebreak;
  level_--;
}

// Reports whether the line was broken after the dot, and of a method's selector left indented.
bool Printer::selector(const Node* x, int depth, bool isMethod) {
  expr1(x->x, kHighestPrecedence, depth);
  print(Tok::Period);
  const bool breaks = pos_.line < lineOf(x->sel->pos);
  if (breaks) print(Ws::Indent, Ws::Newline);
  at(x->sel->pos);
  text(x->sel->text, Tok::Ident, false);
  if (breaks && !isMethod) print(Ws::Unindent);
  return breaks;
}

void Printer::identList(const std::vector<Node*>& names, bool indent) { exprList(kNoPos, names, 1, false, !indent, kNoPos); }

// A list stays on its lines. Where every element has its own, keys and comments stand in columns, as long as sizes do not
// differ too much.
void Printer::exprList(Pos before, const std::vector<Node*>& list, int depth, bool commaTerm, bool noIndent, Pos after) {
  if (list.empty()) return;
  const int prev = lineOf(before), next = lineOf(after);
  int line = lineOf(list[0]->pos);
  const int endLine = lineOf(list.back()->end);
  if (prev > 0 && prev == line && line == endLine) {
    for (size_t i = 0; i < list.size(); i++) {
      if (i > 0) {
        at(list[i]->pos);
        print(Tok::Comma, Ws::Blank);
      }
      expr0(list[i], depth);
    }
    return;
  }
  Ws ws = noIndent ? Ws::Ignore : Ws::Indent;
  int prevBreak = -1;
  if (prev > 0 && prev < line && linebreak(line, 0, ws, true) > 0) {
    ws = Ws::Ignore;
    prevBreak = 0;
  }
  int size = 0;
  double logs = 0;
  int count = 0;
  int prevLine = prev;
  for (size_t i = 0; i < list.size(); i++) {
    const Node* x = list[i];
    line = lineOf(x->pos);
    const bool pair = x->kind == Kind::KeyValue;
    bool useFormfeed = true;
    const int prevSize = size;
    size = nodeSize(x, kFits);
    if (size <= kFits && prev > 0 && next > 0) {
      if (pair) size = nodeSize(x->x, kFits);
    } else {
      size = 0;
    }
    if (prevSize > 0 && size > 0) {
      if (count == 0 || (prevSize <= 40 && size <= 40)) {
        useFormfeed = false;
      } else {
        double ratio = size / std::exp(logs / count);
        useFormfeed = 2.5 * ratio <= 1 || 2.5 <= ratio;
      }
    }
    const bool breaks = 0 < prevLine && prevLine < line;
    if (i > 0) {
      if (!breaks) at(x->pos);
      print(Tok::Comma);
      bool blank = true;
      if (breaks) {
        int n = linebreak(line, 0, ws, useFormfeed || prevBreak + 1 < static_cast<int>(i));
        if (n > 0) {
          ws = Ws::Ignore;
          prevBreak = static_cast<int>(i);
          blank = false;
        }
        if (n > 1) {
          logs = 0;
          count = 0;
        }
      }
      if (blank) print(Ws::Blank);
    }
    if (list.size() > 1 && pair && size > 0 && breaks) {
      expr(x->x);
      at(x->at);
      print(Tok::Colon, Ws::Vtab);
      expr(x->y);
    } else {
      expr0(x, depth);
    }
    if (size > 0) {
      logs += std::log(static_cast<double>(size));
      count++;
    }
    prevLine = line;
  }
  const bool indented = ws == Ws::Ignore && !noIndent;
  if (commaTerm && next > 0 && pos_.line < next) {
    print(Tok::Comma);
    if (indented) print(Ws::Unindent);
    print(Ws::Formfeed);
    return;
  }
  if (indented) print(Ws::Unindent);
}

}  // namespace hood::format
