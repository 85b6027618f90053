// hood: runs Go programs on a virtual machine whose runtime can be watched and changed.
#include <cstdio>
#include <string_view>

#include "cli/cli.h"
#include "cli/test_run.h"

namespace hood::cli {

Inputs splitInputs(const std::vector<std::string>& words) {
  Inputs in;
  size_t k = 0;
  auto isGo = [](const std::string& s) { return s.size() > 3 && s.ends_with(".go"); };
  if (!words.empty() && !isGo(words[0])) {  // a folder, or standard input
    in.files.push_back(words[0]);
    k = 1;
  } else {
    while (k < words.size() && isGo(words[k])) in.files.push_back(words[k++]);
  }
  in.args.assign(words.begin() + static_cast<std::ptrdiff_t>(k), words.end());
  return in;
}

}  // namespace hood::cli

int main(int argc, char** argv) {
  if (argc > 2 && std::string_view(argv[1]) == "test-self") return hood::cli::runTestSelf(argv[2], {argv + 3, argv + argc});
  hood::cli::CommandLine line("hood runs Go programs on a virtual machine whose runtime can be watched and changed.");
  hood::cli::addRun(line);
  // Starts often, and has no use for the others.
  if (argc > 1 && std::string_view(argv[1]) == "run") return line.run(argc, argv);
  hood::cli::addBuild(line);
  hood::cli::addVet(line);
  hood::cli::addTest(line);
  hood::cli::addFmt(line);
  hood::cli::addDoc(line);
  hood::cli::addList(line);
  hood::cli::addDis(line);
  hood::cli::addHeap(line);
  hood::cli::addKnobs(line);
  hood::cli::addClean(line);
  line.add("version", "print hood's version and the language it speaks").action([] {
    return std::puts("hood " HOOD_VERSION " (go1.22, linux/amd64)") < 0 ? 1 : 0;
  });
  hood::cli::Command help = line.add("help", "print this help");
  const std::string text = line.help();  // of hood as a whole: later it would be the chosen subcommand's
  help.action([&] { return std::fputs(text.c_str(), stdout) < 0 ? 1 : 0; });
  if (argc < 2) {
    std::fputs(text.c_str(), stderr);
    return 2;
  }
  return line.run(argc, argv);
}
