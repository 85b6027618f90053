#include "compiler/format/doc_comment.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace hood::format {

namespace {

using Lines = std::vector<std::string>;

bool isIndented(const std::string& s) { return !s.empty() && (s[0] == ' ' || s[0] == '\t'); }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(char c) { return '0' <= c && c <= '9'; }

std::string trim(const std::string& s) {
  size_t b = 0, e = s.size();
  while (b < e && isSpace(s[b])) b++;
  while (e > b && isSpace(s[e - 1])) e--;
  return s.substr(b, e - b);
}

std::string leadingSpace(const std::string& s) { return s.substr(0, std::min(s.find_first_not_of(" \t"), s.size())); }

Lines split(const std::string& s) {
  Lines out;
  for (size_t from = 0;;) {
    size_t end = s.find('\n', from);
    out.push_back(s.substr(from, end == std::string::npos ? end : end - from));
    if (end == std::string::npos) return out;
    from = end + 1;
  }
}

// Takes off the white space that all lines begin with, and empty lines at both ends.
Lines unindent(Lines lines) {
  auto strip = [](Lines* l) {
    while (!l->empty() && l->front().empty()) l->erase(l->begin());
    while (!l->empty() && l->back().empty()) l->pop_back();
  };
  strip(&lines);
  if (lines.empty()) return lines;
  std::string prefix = leadingSpace(lines[0]);
  for (const std::string& l : lines) {
    if (l.empty()) continue;
    std::string own = leadingSpace(l);
    size_t i = 0;
    while (i < prefix.size() && i < own.size() && prefix[i] == own[i]) i++;
    prefix.resize(i);
  }
  for (std::string& l : lines) {
    if (l.starts_with(prefix)) l.erase(0, prefix.size());
    if (trim(l).empty()) l.clear();
  }
  strip(&lines);
  return lines;
}

// - text, * text, 1. text, 2) text
bool listMarker(const std::string& raw, std::string* number, std::string* rest) {
  std::string line = trim(raw);
  size_t n = 0;
  number->clear();
  if (line.starts_with("•")) {
    n = 3;
  } else if (!line.empty() && (line[0] == '*' || line[0] == '+' || line[0] == '-')) {
    n = 1;
  } else {
    while (n < line.size() && isDigit(line[n])) n++;
    if (n == 0 || n >= line.size() || (line[n] != '.' && line[n] != ')')) return false;
    *number = line.substr(0, n++);
  }
  *rest = line.substr(n);
  return isIndented(*rest) && !trim(*rest).empty();
}

bool isList(const std::string& line) {
  std::string number, rest;
  return listMarker(line, &number, &rest);
}

bool isHeading(const std::string& s) {
  return s.size() >= 2 && s[0] == '#' && (s[1] == ' ' || s[1] == '\t') && trim(s) != "#";
}

// A line alone between paragraphs, like a title: what headings were before they had a mark.
bool isOldHeading(const Lines& all, size_t i) {
  if (i == 0 || !all[i - 1].empty() || i + 2 >= all.size() || !all[i + 1].empty() || isIndented(all[i + 2])) return false;
  std::string s = trim(all[i]);
  auto letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; };
  if (s.empty() || !std::isupper(static_cast<unsigned char>(s[0])) || !letter(s.back())) return false;
  if (s.find_first_of(";:!?+*/=[]{}_^&~%#@<\">\\") != std::string::npos) return false;
  for (const char* sign : {"°", "§"})
    if (s.find(sign) != std::string::npos) return false;
  for (size_t at = s.find('\''); at != std::string::npos; at = s.find('\'', at + 1)) {
    std::string after = s.substr(at + 1);
    if (after != "s" && !after.starts_with("s ")) return false;
  }
  for (size_t at = s.find('.'); at != std::string::npos; at = s.find('.', at + 1))
    if (at + 1 == s.size() || s[at + 1] == ' ') return false;
  return true;
}

bool parseLink(const std::string& line, std::string* text, std::string* url) {
  size_t i = line.find("]:");
  if (line.empty() || line[0] != '[' || i == std::string::npos || i + 3 >= line.size() ||
      (line[i + 2] != ' ' && line[i + 2] != '\t'))
    return false;
  *text = line.substr(1, i - 1);
  *url = trim(line.substr(i + 3));
  static const std::set<std::string> kSchemes = {"file", "ftp", "gopher", "http", "https", "mailto", "nntp"};
  size_t colon = url->find("://");
  return colon != std::string::npos && kSchemes.count(url->substr(0, colon)) != 0;
}

// ``quoted'' gets the quotes that it means.
std::string curly(const std::string& s) {
  std::string out;
  for (size_t i = 0; i < s.size();) {
    if (s.compare(i, 3, "```") == 0) {
      while (i < s.size() && s[i] == '`') out += s[i++];
    } else if (s.compare(i, 2, "``") == 0) {
      out += "“";
      i += 2;
    } else if (s.compare(i, 2, "''") == 0) {
      out += "”";
      i += 2;
    } else {
      out += s[i++];
    }
  }
  return out;
}

struct Item {
  std::string number;
  std::vector<std::string> paragraphs;
};

enum class What { Code, Heading, OldHeading, List, Paragraph };

struct Span {
  size_t begin, end;
  What what;
};

class Document {
 public:
  explicit Document(Lines lines) : lines_(std::move(lines)) {}

  std::string run() {
    size_t before = 0;  // end of the span before
    for (const Span& s : spans()) {
      Lines part(lines_.begin() + static_cast<std::ptrdiff_t>(s.begin), lines_.begin() + static_cast<std::ptrdiff_t>(s.end));
      switch (s.what) {
        case What::List: list(part, before < s.begin); break;
        case What::Code: code(part); break;
        case What::Heading: block("# " + trim(part[0].substr(1)) + "\n", true); break;
        case What::OldHeading: block("# " + trim(part[0]) + "\n", true); break;
        case What::Paragraph:
          if (std::string p; paragraph(part, &p)) block(p + "\n", true);
          break;
      }
      before = s.end;
    }
    links();
    return out_;
  }

 private:
  std::vector<Span> spans() const {
    std::vector<Span> out;
    size_t i = 0, forced = 0;  // lines before `forced` count as indented
    while (true) {
      while (i < lines_.size() && lines_[i].empty()) i++;
      if (i >= lines_.size()) return out;
      const size_t begin = i;
      size_t end = i;
      if (i < forced || isIndented(lines_[i])) {
        bool looseList = isList(lines_[i]) && i < forced;
        for (i++; i < lines_.size() &&
                  (lines_[i].empty() || i < forced || isIndented(lines_[i]) || (looseList && isList(lines_[i])));
             i++)
          if (lines_[i].empty()) looseList = false;
        end = i;
        while (end > begin && lines_[end - 1].empty()) end--;
        // The last brace of code that was pasted in without indenting it.
        if (end < lines_.size() && lines_[end].starts_with('}')) end++;
        out.push_back({begin, end, isList(lines_[begin]) ? What::List : What::Code});
      } else {
        for (i++; i < lines_.size() && !lines_[i].empty() && !isIndented(lines_[i]);) i++;
        end = i;
        if (i < lines_.size() && !lines_[i].empty() && !isList(lines_[i])) {
          const std::string& last = lines_[i - 1];
          if (isList(last)) {
            forced = end--;
            while (end > begin && isList(lines_[end - 1])) end--;
          } else if (last.ends_with('{') || last.ends_with('\\')) {
            forced = end--;
          }
          if (begin == end && forced > begin) {
            i = begin;
            continue;
          }
        }
        bool alone = end - begin == 1;
        What what = alone && isHeading(lines_[begin])      ? What::Heading
                    : alone && isOldHeading(lines_, begin) ? What::OldHeading
                                                           : What::Paragraph;
        out.push_back({begin, end, what});
      }
      i = end;
    }
  }

  void block(const std::string& text, bool blankBefore) {
    if (any_ && blankBefore) out_ += "\n";
    out_ += text;
    any_ = true;
  }

  void code(const Lines& part) {
    std::string text;
    for (const std::string& l : unindent(part)) text += (l.empty() ? "" : "\t" + l) + "\n";
    block(text, true);
  }

  // False: it is made of link definitions, which go to the end, or of nothing.
  bool paragraph(const Lines& part, std::string* out) {
    std::vector<std::pair<std::string, std::string>> defs;
    for (const std::string& l : part) {
      std::string text, url;
      if (!parseLink(l, &text, &url)) break;
      defs.emplace_back(text, url);
    }
    if (defs.size() == part.size()) {
      links_.insert(links_.end(), defs.begin(), defs.end());
      return false;
    }
    for (const std::string& l : part) *out += (out->empty() ? "" : "\n") + l;
    *out = curly(*out);
    texts_ += *out + "\n";
    return true;
  }

  void list(const Lines& part, bool blankBefore) {
    std::string first, number, rest;
    listMarker(part[0], &first, &rest);
    std::vector<Item> items;
    Lines text;
    bool loose = false;
    auto flush = [&] {
      std::string p;
      if (!items.empty() && paragraph(text, &p)) items.back().paragraphs.push_back(p);
      text.clear();
    };
    for (std::string line : part) {
      if (listMarker(line, &number, &rest) && number.empty() == first.empty()) {
        flush();
        items.push_back({number, {}});
        line = rest;
      }
      line = trim(line);
      if (line.empty()) {
        loose = true;
        flush();
      } else {
        text.push_back(line);
      }
    }
    flush();
    for (const Item& i : items) loose |= i.paragraphs.size() != 1;
    std::string out;
    for (size_t k = 0; k < items.size(); k++) {
      if (k > 0 && loose) out += "\n";
      out += items[k].number.empty() ? "  - " : " " + items[k].number + ". ";
      for (size_t p = 0; p < items[k].paragraphs.size(); p++) {
        if (p > 0) out += "\n    ";
        for (char c : items[k].paragraphs[p]) out += c == '\n' ? std::string("\n    ") : std::string(1, c);
        out += "\n";
      }
    }
    block(out, blankBefore || loose);
  }

  // Definitions that are used, then the others, each in a block of their own.
  void links() {
    std::string flat = texts_;
    for (char& c : flat)
      if (c == '\n' || c == '\t') c = ' ';
    for (bool used : {true, false}) {
      bool first = true;
      for (auto& [text, url] : links_) {
        if ((flat.find("[" + text + "]") != std::string::npos) != used) continue;
        if (first) out_ += "\n";
        first = false;
        out_ += "[" + text + "]: " + url + "\n";
      }
    }
  }

  Lines lines_;
  std::string out_, texts_;
  std::vector<std::pair<std::string, std::string>> links_;
  bool any_ = false;
};

// //go:noinline, //line x.go:1, //export f
bool isDirective(std::string_view c) {
  for (std::string_view word : {"line ", "extern ", "export "})
    if (c.starts_with(word)) return true;
  size_t colon = c.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 >= c.size()) return false;
  auto plain = [](char b) { return ('a' <= b && b <= 'z') || isDigit(b); };
  return std::all_of(c.begin(), c.begin() + static_cast<std::ptrdiff_t>(colon), plain) && plain(c[colon + 1]);
}

// /* with a star at the start of each line
bool allStars(const std::string& text) {
  for (size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 1)) {
    size_t j = text.find_first_not_of(" \t", i + 1);
    if (j != std::string::npos && text[j] != '*') return false;
  }
  return true;
}

}  // namespace

bool formatDocComment(const CommentGroup& group, std::vector<std::string>* out) {
  std::string text;
  std::vector<std::string> directives;
  const bool block = !group.list[0].isLine();
  if (block) {
    text = group.list[0].text;
    if (group.list.size() != 1 || text.find('\n') == std::string::npos || allStars(text)) return false;
    text = text.substr(2, text.size() - 4);
  } else {
    for (const Comment& c : group.list) {
      if (!c.isLine()) return false;
      std::string_view s = c.text.substr(2);
      if (isDirective(s)) {
        directives.emplace_back(c.text);
        continue;
      }
      if (s.starts_with(' ')) s.remove_prefix(1);
      text.append(s).append("\n");
    }
  }
  if (text.empty()) return false;
  text = Document(unindent(split(text))).run();
  if (block) {
    out->push_back("/*\n" + text + "*/");
    return true;
  }
  if (!text.empty()) text.pop_back();
  if (!text.empty())
    for (const std::string& l : split(text)) out->push_back(l.empty() ? "//" : (l[0] == '\t' ? "//" : "// ") + l);
  if (!directives.empty()) {
    out->push_back("//");
    out->insert(out->end(), directives.begin(), directives.end());
  }
  return true;
}

}  // namespace hood::format
