#include "compiler/load/test_main.h"

#include <cctype>
#include <map>

#include "compiler/syntax/comments.h"

namespace hood::compiler {

namespace {

// TestX, Test_x and Test, but not Testx.
bool isTestName(std::string_view name, std::string_view prefix) {
  if (name.substr(0, prefix.size()) != prefix) return false;
  if (name.size() == prefix.size()) return true;
  return !std::islower(static_cast<unsigned char>(name[prefix.size()]));
}

// func f(x *testing.T): as written, for the checker has not run.
bool takes(const ast::FuncDecl* f, std::string_view type) {
  if (f->sig->params.size() != 1 || !f->sig->results.empty()) return false;
  ast::Expr* t = f->sig->params[0]->typeExpr;
  if (t->kind != ast::NodeKind::StarExpr) return false;
  t = ast::as<ast::StarExpr>(t)->x;
  if (t->kind == ast::NodeKind::Ident) return ast::as<ast::Ident>(t)->name == type;
  return t->kind == ast::NodeKind::SelectorExpr && ast::as<ast::SelectorExpr>(t)->sel->name == type;
}

bool check(const ast::FuncDecl* f, std::string_view type, std::string_view var, Diagnostics& diag) {
  if (takes(f, type) && f->sig->tparams.empty()) return true;
  std::string name(f->name->name);
  diag.error(f->pos, "wrong signature for " + name + ", must be: func " + name + "(" + std::string(var) + " *testing." +
                         std::string(type) + ")");
  return false;
}

bool equalFold(std::string_view a, std::string_view lower) {
  if (a.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); i++)
    if (std::tolower(static_cast<unsigned char>(a[i])) != lower[i]) return false;
  return true;
}

// The last comment of the body says `Output:` or `Unordered output:` and then the output.
bool promisedOutput(const ast::File* file, const ast::FuncDecl* f, const std::vector<CommentGroup>& groups,
                    TestFunctions::Example* e) {
  uint32_t begin = f->body->pos.off - file->source->base, end = f->body->rbrace.off - file->source->base;
  const CommentGroup* last = nullptr;
  for (const CommentGroup& g : groups)
    if (g.begin() >= begin && g.end() <= end) last = &g;
  if (last == nullptr) return false;
  std::string text = commentText(file->source->text, *last);
  std::string_view rest = text;
  while (!rest.empty() && std::isspace(static_cast<unsigned char>(rest[0]))) rest.remove_prefix(1);
  e->unordered = equalFold(rest, "unordered ");
  if (e->unordered) rest.remove_prefix(10);
  if (!equalFold(rest, "output:")) return false;
  rest.remove_prefix(7);
  while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
  if (!rest.empty() && rest[0] == '\n') rest.remove_prefix(1);
  e->output = rest;
  return true;
}

std::string quote(std::string_view s) {
  static const char* kHex = "0123456789abcdef";
  std::string out = "\"";
  for (char c : s) {
    unsigned char u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (u < 0x20 || u >= 0x7f)
      ((out += "\\x") += kHex[u >> 4]) += kHex[u & 15];
    else
      out += c;
  }
  return out + "\"";
}

std::string callee(const TestFunctions::Function& f) { return (f.external ? "_xtest." : "_test.") + f.name; }

void table(std::string* out, const char* type, const std::vector<TestFunctions::Function>& list) {
  *out += std::string("\t\t[]testing.") + type + "{\n";
  for (const TestFunctions::Function& f : list) *out += "\t\t\t{" + quote(f.name) + ", " + callee(f) + "},\n";
  *out += "\t\t},\n";
}

bool uses(const TestFunctions& f, bool external) {
  for (auto* list : {&f.tests, &f.benchmarks, &f.fuzzTargets})
    for (const auto& e : *list)
      if (e.external == external) return true;
  for (const auto& e : f.examples)
    if (e.external == external) return true;
  return f.testMain == (external ? "_xtest" : "_test");
}

}  // namespace

void findTests(const ast::File* file, bool external, Diagnostics& diag, TestFunctions* found) {
  std::vector<CommentGroup> groups;
  for (ast::Decl* d : file->decls) {
    if (d->kind != ast::NodeKind::FuncDecl) continue;
    auto* f = ast::as<ast::FuncDecl>(d);
    if (f->recv != nullptr || f->body == nullptr) continue;
    std::string_view name = f->name->name;
    TestFunctions::Function is{std::string(name), external};
    if (name == "TestMain") {
      if (takes(f, "T")) {  // a test that is called so
        found->tests.push_back(is);
        continue;
      }
      if (!check(f, "M", "m", diag)) continue;
      if (!found->testMain.empty()) diag.error(f->pos, "multiple definitions of TestMain");
      found->testMain = external ? "_xtest" : "_test";
    } else if (isTestName(name, "Test")) {
      if (check(f, "T", "t", diag)) found->tests.push_back(is);
    } else if (isTestName(name, "Benchmark")) {
      if (check(f, "B", "b", diag)) found->benchmarks.push_back(is);
    } else if (isTestName(name, "Fuzz")) {
      if (check(f, "F", "f", diag)) found->fuzzTargets.push_back(is);
    } else if (isTestName(name, "Example") && f->sig->params.empty() && f->sig->results.empty()) {
      TestFunctions::Example e;
      static_cast<TestFunctions::Function&>(e) = is;
      if (groups.empty()) groups = findComments(file->source->text);
      if (promisedOutput(file, f, groups, &e)) found->examples.push_back(e);
    }
  }
}

std::string testMainText(const TestMainInput& in, const TestFunctions& f) {
  std::string out = "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/internal/testdeps\"\n";
  if (!f.testMain.empty()) out += "\t\"reflect\"\n";
  std::map<std::string, std::string> covers;  // package to its name here
  for (const CoveredFile& c : in.covered)
    covers.emplace(c.package, c.package == in.path ? "_test" : "_cover" + std::to_string(covers.size()));
  const bool covered = covers.erase(in.path) != 0;
  for (auto& [path, name] : covers) out += "\t" + name + " " + quote(path) + "\n";
  covers[in.path] = "_test";
  if (in.profiles) out += "\t\"runtime/pprof\"\n\t\"runtime/trace\"\n";
  if (in.internal || covered)
    out += std::string("\t") + (uses(f, false) || covered ? "_test" : "_") + " " + quote(in.path) + "\n";
  if (in.external) out += std::string("\t") + (uses(f, true) ? "_xtest" : "_") + " " + quote(in.path + "_test") + "\n";
  out += ")\n\nfunc main() {\n";
  if (!in.coverMode.empty()) {
    for (const CoveredFile& c : in.covered)
      out += "\ttestdeps.CoverFile(" + quote(c.name) + ")(" + covers[c.package] + "." + c.function + "())\n";
    out += "\ttestdeps.Cover(" + quote(in.coverMode) + ", " + quote(in.coverText) + ")\n";
  }
  if (in.profiles)
    out +=
        "\ttestdeps.Profiles(pprof.StartCPUProfile, pprof.StopCPUProfile, func(name string) testdeps.Profile {\n"
        "\t\treturn pprof.Lookup(name)\n\t}, trace.Start, trace.Stop)\n";
  out += "\tm := testing.MainStart(testdeps.TestDeps{Path: " + quote(in.path) + "},\n";
  table(&out, "InternalTest", f.tests);
  table(&out, "InternalBenchmark", f.benchmarks);
  table(&out, "InternalFuzzTarget", f.fuzzTargets);
  out += "\t\t[]testing.InternalExample{\n";
  for (const TestFunctions::Example& e : f.examples)
    out += "\t\t\t{" + quote(e.name) + ", " + callee(e) + ", " + quote(e.output) + ", " + (e.unordered ? "true" : "false") +
           "},\n";
  out += "\t\t})\n";
  if (f.testMain.empty())
    out += "\tos.Exit(m.Run())\n";
  else  // it may return without calling os.Exit
    out += "\t" + f.testMain + ".TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n";
  return out + "}\n";
}

std::string_view packageNameOf(std::string_view text) {
  size_t i = 0;
  if (text.substr(0, 3) == "\xef\xbb\xbf") i = 3;
  while (i < text.size()) {
    if (std::isspace(static_cast<unsigned char>(text[i])) || text[i] == ';') {
      i++;
    } else if (text.compare(i, 2, "//") == 0) {
      i = text.find('\n', i);
    } else if (text.compare(i, 2, "/*") == 0) {
      i = text.find("*/", i + 2);
      if (i != std::string_view::npos) i += 2;
    } else {
      break;
    }
  }
  if (i >= text.size() || text.compare(i, 7, "package") != 0) return {};
  i += 7;
  while (i < text.size() && std::isspace(static_cast<unsigned char>(text[i]))) i++;
  size_t end = i;
  while (end < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_' || (text[end] & 0x80) != 0))
    end++;
  return text.substr(i, end - i);
}

}  // namespace hood::compiler
