// hood build: compiles a program to one file, which hood run runs. hood clean: empties the package cache.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "cli/build_id.h"
#include "cli/cli.h"
#include "cli/program.h"
#include "compiler/bundle.h"
#include "compiler/cache.h"

namespace hood::cli {

namespace {

namespace fs = std::filesystem;

// prog.hbc for prog.go, dir.hbc for a folder.
std::string defaultOutput(const std::string& input) {
  if (input == "-") return "main.hbc";
  std::error_code error;
  fs::path p(input);
  if (fs::is_directory(p, error)) p = fs::absolute(p, error).lexically_normal();
  if (p.filename().empty()) p = p.parent_path();
  return p.stem().string() + ".hbc";
}

// The file appears whole or not at all.
bool writeFile(const std::string& path, std::string_view bytes) {
  std::string temp = path + ".tmp";
  std::FILE* f = std::fopen(temp.c_str(), "wb");
  if (f == nullptr) return false;
  bool ok = std::fwrite(bytes.data(), 1, bytes.size(), f) == bytes.size();
  ok = std::fclose(f) == 0 && ok;
  ok = ok && std::rename(temp.c_str(), path.c_str()) == 0;
  if (!ok) std::remove(temp.c_str());
  return ok;
}

}  // namespace

void addBuild(CommandLine& line) {
  struct Flags {
    ProgramOptions program;
    std::string output;
    bool allErrors = false;
  };
  auto flags = std::make_shared<Flags>();
  Command cmd = line.add("build", "compile a program to one file for hood run");
  cmd.option("-o", &flags->output, "the file (default: the program's name with .hbc)");
  addPassFlag(&cmd, &flags->program);
  addBuildFlags(&cmd, &flags->program.build);
  cmd.flag("-e", &flags->allErrors, "print all compile errors, not just ten");
  cmd.words("FILES", &flags->program.files, "FILE.go…, a folder, or - for standard input", Command::Words::AtLeastOne);
  cmd.action([flags] {
    if (flags->allErrors) flags->program.maxErrors = 0;
    std::string output = flags->output.empty() ? defaultOutput(flags->program.files[0]) : flags->output;
    compiler::Compilation c;
    if (!compileProgram(flags->program, c)) return 1;
    if (writeFile(output, compiler::writeBundle(c, buildId()))) return 0;
    std::string why = std::strerror(errno);
    std::fprintf(stderr, "hood: cannot write %s: %s\n", output.c_str(), why.c_str());
    return 1;
  });
}

void addClean(CommandLine& line) {
  Command cmd = line.add("clean", "empty the cache of compiled packages");
  cmd.action([] {
    std::string dir = compiler::PackageCache::defaultDir(), problem;
    size_t removed = 0;
    if (dir.empty()) return 0;
    bool ok = compiler::PackageCache::clean(dir, &removed, &problem);
    if (!ok) std::fprintf(stderr, "hood: %s\n", problem.c_str());
    std::printf("%zu packages removed from %s\n", removed, dir.c_str());
    return ok ? 0 : 1;
  });
}

}  // namespace hood::cli
