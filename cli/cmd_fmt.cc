// hood fmt: formats Go source, as gofmt does.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <iostream>

#include "cli/cli.h"
#include "compiler/format/format.h"
#include "compiler/load/go_files.h"
#include "compiler/syntax/parse.h"

namespace hood::cli {

namespace {

namespace fs = std::filesystem;

struct FmtFlags {
  std::vector<std::string> paths;
  bool list = false, write = false, diff = false, simplify = false, allErrors = false;
};

class Formatter {
 public:
  explicit Formatter(const FmtFlags& flags) : flags_(flags) {}

  int run() {
    if (flags_.paths.empty()) {
      if (flags_.write) return std::fprintf(stderr, "error: cannot use -w with standard input\n"), 2;
      std::string text{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
      one("<standard input>", text, false);
      return status_;
    }
    for (std::string p : flags_.paths) {
      if (p.ends_with("/...")) p.resize(p.size() - 4);  // of package patterns, what they mean for folders
      std::error_code error;
      if (fs::is_directory(p, error))
        folder(p);
      else
        file(p);
    }
    return status_;
  }

 private:
  void complain(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    status_ = 2;
  }

  void folder(const std::string& dir) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error))
      names.push_back(dir == "." ? it->path().filename().string() : it->path().string());
    if (error) return complain("open " + dir + ": " + error.message());
    std::sort(names.begin(), names.end());
    for (const std::string& n : names) {
      std::string base = fs::path(n).filename().string();
      if (fs::is_symlink(n, error)) continue;
      if (fs::is_directory(n, error))
        folder(n);
      else if (base.ends_with(".go") && !base.starts_with('.'))
        file(n);
    }
  }

  void file(const std::string& path) {
    compiler::FileText t = compiler::readSource(path);
    if (!t.error.empty()) return complain(t.error);
    one(path, t.text, true);
  }

  // What is wrong with it is for the compiler's parser to say: its words are known.
  void one(const std::string& path, const std::string& text, bool named) {
    std::string out;
    size_t badAt = 0;
    SourceSet sources;
    Arena arena;
    Diagnostics diags(sources);
    const SourceFile* source = sources.add(path, text);
    if (source == nullptr) return complain(path + ": too large");
    ParseOptions any;
    any.judgeDirectives = false;
    parseFile(source, arena, diags, any);
    if (diags.any()) {
      std::fputs(diags.format(flags_.allErrors ? 0 : 10).c_str(), stderr);
      status_ = 2;
      return;
    }
    if (!format::formatSource(text, {flags_.simplify}, &out, &badAt))
      return complain(sources.format(source->pos(static_cast<uint32_t>(std::min(badAt, text.size())))) +
                      ": hood fmt does not understand this; please report it");
    const bool changed = out != text;
    if (changed && flags_.list) std::printf("%s\n", path.c_str());
    if (changed && flags_.write && named) write(path, out);
    if (changed && flags_.diff) std::fputs(format::unifiedDiff(path + ".orig", text, path, out).c_str(), stdout);
    if (!flags_.list && !flags_.write && !flags_.diff) std::fwrite(out.data(), 1, out.size(), stdout);
  }

  // A new file takes the place of the old one, so that nobody sees half of it.
  void write(const std::string& path, const std::string& text) {
    std::string next = path + ".hoodfmt";
    std::error_code error;
    fs::perms mode = fs::status(path, error).permissions();
    {
      std::ofstream f(next, std::ios::binary | std::ios::trunc);
      f << text;
      if (!f.flush()) return complain("write " + path + ": cannot be written");
    }
    fs::permissions(next, mode, error);
    fs::rename(next, path, error);
    if (error) complain("rename " + next + " " + path + ": " + error.message());
  }

  const FmtFlags& flags_;
  int status_ = 0;
};

}  // namespace

void addFmt(CommandLine& line) {
  auto flags = std::make_shared<FmtFlags>();
  Command cmd = line.add("fmt", "format Go source, as gofmt does");
  cmd.footer(
      "Without -l, -w or -d the formatted source goes to standard output; without paths it comes from standard input.");
  cmd.flag("-l", &flags->list, "list files whose formatting differs");
  cmd.flag("-w", &flags->write, "write the result to the files");
  cmd.flag("-d", &flags->diff, "show diffs");
  cmd.flag("-s", &flags->simplify, "simplify code");
  cmd.flag("-e", &flags->allErrors, "report all errors, not just ten");
  cmd.words("PATHS", &flags->paths, "files, and folders with all that is below", Command::Words::Any);
  cmd.action([flags] { return Formatter(*flags).run(); });
}

}  // namespace hood::cli
