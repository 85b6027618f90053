// hood: runs Go programs on a virtual machine whose runtime can be watched and changed.
#include "cli/cli.h"
#include "cli/test_run.h"

namespace hood::cli {

namespace {

// nullptr: there is none of this name.
const CLI::App* commandOf(const CLI::App& app, const std::string& name) {
  std::vector<const CLI::App*> list = app.get_subcommands([&](const CLI::App* c) { return c->get_name() == name; });
  return list.empty() ? nullptr : list[0];
}

std::string failureText(const CLI::App& app, const std::string& command, const std::string& what) {
  if (commandOf(app, command) == nullptr) return "hood: unknown command " + command + " (see: hood help)\n";
  return "hood " + command + ": " + what + " (see: hood " + command + " --help)\n";
}

}  // namespace

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

bool parseLang(const std::string& lang, int* minor) {
  int n = 0;
  if (lang.empty()) return true;
  if (std::sscanf(lang.c_str(), "go1.%d", &n) != 1 || n < 1) {
    std::fprintf(stderr, "hood: --lang wants go1.N, not %s\n", lang.c_str());
    return false;
  }
  *minor = n;
  return true;
}

std::vector<std::string> withLongFlags(const CLI::App& app, int argc, char** argv, std::string* unknown) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words[0] == "test" || words[0] == "fmt") return words;
  const CLI::App* cmd = commandOf(app, words[0]);
  const bool program = words[0] == "run" || words[0] == "heap";
  for (size_t k = 1; cmd != nullptr && k < words.size(); k++) {
    std::string& w = words[k];
    if (w.size() < 2 || w[0] != '-') {
      if (program) break;
      continue;
    }
    if (w.size() > 2 && w[1] != '-') w.insert(0, "-");
    if (!program || w == "--help" || w == "-h") continue;
    size_t eq = w.find('=');
    const CLI::Option* o = cmd->get_option_no_throw(w.substr(0, eq));
    if (o == nullptr) {
      if (unknown->empty()) *unknown = argv[k + 1];
    } else if (eq == std::string::npos && o->get_items_expected_max() > 0) {
      k++;  // its value
    }
  }
  return words;
}

}  // namespace hood::cli

namespace {

int parse(CLI::App& app, int argc, char** argv, const int& status) {
  try {
    std::string unknown;
    std::vector<std::string> words = hood::cli::withLongFlags(app, argc, argv, &unknown);
    if (!unknown.empty()) throw CLI::ParseError("unknown flag " + unknown, CLI::ExitCodes::ExtrasError);
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them off the end
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 && std::string_view(argv[1]) == "test-self") return hood::cli::runTestSelf(argv[2], {argv + 3, argv + argc});
  CLI::App app{"hood runs Go programs on a virtual machine whose runtime can be watched and changed."};
  app.name("hood");
  app.require_subcommand(1);
  const std::string command = argc > 1 ? argv[1] : "";
  app.failure_message([&](const CLI::App*, const CLI::Error& e) { return hood::cli::failureText(app, command, e.what()); });
  int status = 0;
  hood::cli::addRun(app, &status);
  // Starts often, and has no use for the others.
  if (argc > 1 && std::string_view(argv[1]) == "run") return parse(app, argc, argv, status);
  hood::cli::addBuild(app, &status);
  hood::cli::addVet(app, &status);
  hood::cli::addTest(app, &status);
  hood::cli::addFmt(app, &status);
  hood::cli::addDoc(app, &status);
  hood::cli::addList(app, &status);
  hood::cli::addDis(app, &status);
  hood::cli::addHeap(app, &status);
  hood::cli::addKnobs(app, &status);
  hood::cli::addClean(app, &status);
  app.add_subcommand("version", "print hood's version and the language it speaks")->callback([] {
    std::puts("hood " HOOD_VERSION " (go1.22, linux/amd64)");
  });
  CLI::App* help = app.add_subcommand("help", "print this help");
  const std::string text = app.help();  // of hood as a whole: later it would be the chosen subcommand's
  help->callback([&] { std::fputs(text.c_str(), stdout); });
  if (argc < 2) {
    std::fputs(text.c_str(), stderr);
    return 2;
  }
  return parse(app, argc, argv, status);
}
