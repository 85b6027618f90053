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

void addBuild(CLI::App& app, int* status) {
  struct Flags {
    ProgramOptions program;
    std::string output;
    bool allErrors = false;
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* cmd = app.add_subcommand("build", "compile a program to one file for hood run");
  cmd->add_option("-o", flags->output, "the file (default: the program's name with .hbc)");
  cmd->add_option("--no-pass", flags->program.disabledPasses,
                  "switch off an optimisation pass by name (the standard library was compiled with all)")
      ->allow_extra_args(false);
  addBuildFlags(cmd, &flags->program.build);
  cmd->add_flag("-e", flags->allErrors, "print all compile errors, not just ten");
  cmd->add_option("FILES", flags->program.files, "FILE.go…, a folder, or - for standard input")->required();
  cmd->callback([flags, status] {
    if (flags->allErrors) flags->program.maxErrors = 0;
    std::string output = flags->output.empty() ? defaultOutput(flags->program.files[0]) : flags->output;
    compiler::Compilation c;
    *status = 1;
    if (!compileProgram(flags->program, c)) return;
    if (writeFile(output, compiler::writeBundle(c, buildId()))) {
      *status = 0;
    } else {
      std::string why = std::strerror(errno);
      std::fprintf(stderr, "hood: cannot write %s: %s\n", output.c_str(), why.c_str());
    }
  });
}

void addClean(CLI::App& app, int* status) {
  CLI::App* cmd = app.add_subcommand("clean", "empty the cache of compiled packages");
  cmd->callback([status] {
    std::string dir = compiler::PackageCache::defaultDir(), problem;
    size_t removed = 0;
    if (dir.empty()) return;
    if (!compiler::PackageCache::clean(dir, &removed, &problem)) {
      std::fprintf(stderr, "hood: %s\n", problem.c_str());
      *status = 1;
    }
    std::printf("%zu packages removed from %s\n", removed, dir.c_str());
  });
}

}  // namespace hood::cli
