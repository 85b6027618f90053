#include "cli/test_leave_out.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "compiler/load/constraints.h"
#include "compiler/load/go_files.h"
#include "compiler/load/import_path.h"
#include "compiler/syntax/top_level.h"

namespace hood::cli {

namespace fs = std::filesystem;

namespace {

constexpr int kMostRounds = 60;

bool isTest(const SourceFile& f) { return compiler::isTestFile(fs::path(f.path).filename().string()); }

// func (t T) F, func F, type T, var v: what people know a declaration by.
std::string nameOf(std::string_view text, const TopLevel& t) {
  std::string_view s = text.substr(t.begin, t.end - t.begin);
  s = s.substr(0, std::min(s.find('\n'), s.find('{')));
  if (t.kind == TopLevel::Kind::Func) {
    size_t paren = s.find('(', s.starts_with("func (") ? s.find(')') : 0);
    return std::string(s.substr(0, paren));
  }
  return std::string(s.substr(0, s.find('=')));
}

}  // namespace

bool LeaveOut::blank(const SourceFile& f, uint32_t offset, const std::string& why, compiler::LoadRequest* request) {
  for (const TopLevel& t : findTopLevels(f.text)) {
    if (offset < t.begin || offset > t.end || t.kind == TopLevel::Kind::Package) continue;
    TopLevel part = specOf(f.text, t, offset);
    for (const compiler::BlankedRange& b : request->blanked)
      if (b.file == f.path && b.begin == part.begin) return false;
    request->blanked.push_back({f.path, part.begin, part.end});
    if (t.kind == TopLevel::Kind::Import) return true;  // its users tell
    Position p = f.position(part.begin);
    std::string name = nameOf(f.text, part);
    while (!name.empty() && name.back() == ' ') name.pop_back();
    told_.push_back(fs::path(f.path).filename().string() + ":" + std::to_string(p.line) + ": " + name + ": " +
                    why.substr(0, why.find('\n')));
    return true;
  }
  return false;
}

// What a test imports from the Go tree does not compile: the import goes, and then what uses it.
bool LeaveOut::blankImports(const std::string& ofFile, const compiler::Compilation& c, compiler::LoadRequest* request) {
  std::string dir = fs::path(ofFile).parent_path().string();
  bool any = false;
  for (bool exact : {true, false}) {
    for (const SourceFile* f : c.tests)
      for (const TopLevel& t : findTopLevels(f->text)) {
        if (t.kind != TopLevel::Kind::Import) continue;
        for (const TopLevel& spec : specsOf(f->text, t)) {
          std::string_view text = std::string_view(f->text).substr(spec.begin, spec.end - spec.begin);
          size_t quote = text.find_first_of("\"`");
          std::string path;
          if (quote == std::string::npos || !compiler::unquoteImportPath(text.substr(quote), &path).empty()) continue;
          bool matches = exact ? ("/" + dir).ends_with("/" + path) : !compiler::isShipped(path);
          if (matches) any |= blank(*f, spec.begin, "", request);
        }
      }
    if (any) return true;
  }
  return false;
}

// time/tzdata hands its table to package time by a symbol that only Go's has.
bool LeaveOut::unlinkable(const compiler::Compilation& c, compiler::LoadRequest* request) {
  bool any = false;
  for (const SourceFile* f : c.tests)
    for (const TopLevel& t : findTopLevels(f->text)) {
      if (t.kind != TopLevel::Kind::Import) continue;
      for (const TopLevel& spec : specsOf(f->text, t))
        if (std::string_view(f->text).substr(spec.begin, spec.end - spec.begin).find("\"time/tzdata\"") != std::string::npos)
          any |= blank(*f, spec.begin, "", request);
    }
  return any;
}

bool LeaveOut::more(const compiler::Compilation& c, compiler::LoadRequest* request) {
  if (++rounds_ > kMostRounds) return false;
  bool any = false;
  for (const Diagnostic& d : c.diags.list()) {
    const SourceFile* f = c.sources.fileOf(d.pos);
    if (f != nullptr && isTest(*f)) any |= blank(*f, d.pos.off - f->base, d.text, request);
  }
  if (any) return true;
  for (const Diagnostic& d : c.diags.list())
    if (const SourceFile* f = c.sources.fileOf(d.pos); f != nullptr && !isTest(*f)) any |= blankImports(f->path, c, request);
  return any;
}

}  // namespace hood::cli
