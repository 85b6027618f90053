// Tidiness as a test: who may include whom, how long files are, what every file of the runtime opens with, what must not
// be left behind. The layers are those of docs/ARCHITECTURE.md and CMakeLists.txt.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// folder → folders whose headers it may include. Longest prefix counts; a folder may always include itself.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"bytecode", {"base"}},
    {"compiler/diag", {"base"}},
    {"compiler/ast", {"base"}},
    {"compiler/constant", {"base", "compiler/ast"}},
    {"compiler/syntax", {"base", "compiler/ast", "compiler/diag"}},
    {"compiler/types", {"base", "compiler/ast", "compiler/constant", "compiler/diag"}},
    {"compiler/check", {"base", "compiler/ast", "compiler/constant", "compiler/diag", "compiler/types"}},
    {"compiler/vet", {"base", "compiler/ast", "compiler/constant", "compiler/diag", "compiler/types"}},
    {"compiler/ir", {"base", "bytecode", "compiler/ast", "compiler/constant", "compiler/diag", "compiler/types"}},
    {"compiler/codegen",
     {"base", "bytecode", "compiler/ast", "compiler/constant", "compiler/diag", "compiler/types", "compiler/ir"}},
    {"compiler/format", {}},
    {"compiler/image", {"base", "compiler/ast", "compiler/constant", "compiler/diag", "compiler/types", "compiler/ir"}},
    {"compiler", {"base", "bytecode", "compiler", "stdlib"}},
    {"runtime/core", {"base", "runtime"}},
    {"runtime", {"base", "runtime"}},
    {"vm", {"base", "bytecode", "runtime"}},
    {"stdlib/native", {"base", "runtime", "stdlib"}},  // stdlib/natives.def
    {"stdlib/mkimages", {"compiler"}},
    {"stdlib", {"base"}},
    {"cli", {"base", "bytecode", "compiler", "runtime", "vm", "stdlib"}},
};

fs::path root() { return HOOD_SOURCE_DIR; }

std::string folderOf(const std::string& path) {
  std::string best;
  for (auto& [folder, allowed] : kMayInclude)
    if (path.rfind(folder + "/", 0) == 0 && folder.size() > best.size()) best = folder;
  return best;
}

bool under(const std::string& path, const std::string& folder) { return path.rfind(folder + "/", 0) == 0; }

template <class F>
void forEachSource(F&& f) {
  for (const char* top : {"base", "bytecode", "compiler", "runtime", "vm", "stdlib", "cli"})
    for (auto& e : fs::recursive_directory_iterator(root() / top)) {
      std::string ext = e.path().extension().string();
      std::string rel = fs::relative(e.path(), root()).generic_string();
      if ((ext == ".cc" || ext == ".h") && rel.find("/generated/") == std::string::npos) f(rel, e.path());
    }
}

std::vector<std::string> linesOf(const fs::path& p) {
  std::ifstream in(p);
  std::vector<std::string> lines;
  for (std::string l; std::getline(in, l);) lines.push_back(l);
  return lines;
}

TEST(Tidy, IncludesFollowTheLayers) {
  forEachSource([](const std::string& rel, const fs::path& p) {
    if (rel.find("_test") != std::string::npos) return;  // tests may link what their target links
    std::string folder = folderOf(rel);
    for (const std::string& l : linesOf(p)) {
      if (l.rfind("#include \"", 0) != 0) continue;
      std::string inc = l.substr(10, l.find('"', 10) - 10);
      if (inc.find('/') == std::string::npos || under(inc, folder)) continue;
      bool ok = false;
      for (const std::string& a : kMayInclude.at(folder)) ok |= under(inc, a);
      EXPECT_TRUE(ok) << rel << " must not include " << inc;
    }
  });
}

TEST(Tidy, FilesAreShort) {
  forEachSource([](const std::string& rel, const fs::path& p) {
    if (rel == "vm/interpreter.cc") return;
    EXPECT_LE(linesOf(p).size(), 900u) << rel << ": split it by concept";
  });
}

TEST(Tidy, NothingIsLeftBehind) {
  forEachSource([](const std::string& rel, const fs::path& p) {
    for (const std::string& l : linesOf(p)) {
      for (const char* mark : {"TODO", "FIXME", "XXX:"}) EXPECT_EQ(l.find(mark), std::string::npos) << rel << ": " << l;
      EXPECT_EQ(l.find('\t'), std::string::npos) << rel << " has a tab: " << l;
      EXPECT_TRUE(l.empty() || (l.back() != ' ' && l.back() != '\r')) << rel << " has trailing blanks: " << l;
    }
  });
}

TEST(Tidy, HeadersHaveAGuardAndABanner) {
  forEachSource([](const std::string& rel, const fs::path& p) {
    std::vector<std::string> lines = linesOf(p);
    ASSERT_FALSE(lines.empty()) << rel;
    if (!rel.ends_with(".h")) return;
    EXPECT_EQ(lines[0].rfind("//", 0), 0u) << rel << " opens with what it is for";
    bool guard = false;
    for (const std::string& l : lines) guard |= l == "#pragma once";
    bool fragment =
        rel.rfind("vm/ops_", 0) == 0 || rel == "vm/loop.h" || rel == "vm/dispatch.h";  // included inside the loop
    EXPECT_TRUE(guard || fragment) << rel;
  });
}

}  // namespace
