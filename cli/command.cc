#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <utility>

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

// Go's commands take -name=value where CLI11 wants --name=value: both work. What follows a program is left alone: it is the
// program's. *unknown is a flag before it that the command does not have, else "".
std::vector<std::string> withLongFlags(const CLI::App& app, int argc, char** argv, std::string* unknown) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words[0] == "test" || words[0] == "fmt") return words;
  const CLI::App* cmd = commandOf(app, words[0]);
  const bool program = cmd != nullptr && cmd->get_prefix_command();
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

}  // namespace

void Command::flag(const std::string& name, bool* set, const std::string& help) { app_->add_flag(name, *set, help); }

void Command::flag(const std::string& name, std::function<void(bool)> set, const std::string& help,
                   const std::string& group) {
  CLI::Option* o = app_->add_flag_function(
      name, [set = std::move(set)](int64_t n) { set(n > 0); }, help);
  if (!group.empty()) o->group(group);
}

void Command::option(const std::string& name, std::string* value, const std::string& help) {
  app_->add_option(name, *value, help);
}

void Command::option(const std::string& name, size_t* value, const std::string& help) {
  app_->add_option(name, *value, help);
}

void Command::choice(const std::string& name, std::string* value, const std::string& help,
                     const std::vector<std::string>& choices) {
  app_->add_option(name, *value, help)->check(CLI::IsMember(choices));
}

void Command::list(const std::string& name, std::vector<std::string>* values, const std::string& help, char separator) {
  CLI::Option* o = app_->add_option(name, *values, help)->take_all()->allow_extra_args(false);
  if (separator != 0) o->delimiter(separator);
}

void Command::excludes(const std::string& name, const std::string& other) {
  app_->get_option(name)->excludes(app_->get_option(other));
}

void Command::words(const std::string& name, std::vector<std::string>* values, const std::string& help, Words how) {
  app_->add_option(name, *values, help)->required(how == Words::AtLeastOne);
}

void Command::program(const std::string& name, std::vector<std::string>* values, const std::string& help, Words how) {
  words(name, values, help, how);
  app_->positionals_at_end(true);
  raw(values);
}

void Command::raw(std::vector<std::string>* words) {
  app_->prefix_command();
  rest_ = words;
}

void Command::footer(const std::string& text) { app_->footer(text); }

void Command::action(std::function<int()> run) {
  app_->callback([run = std::move(run), app = app_, status = status_, rest = rest_] {
    if (rest != nullptr)
      for (const std::string& w : app->remaining()) rest->push_back(w);
    *status = run();
  });
}

CommandLine::CommandLine(const std::string& about) : app_(std::make_unique<CLI::App>(about)) {
  app_->name("hood");
  app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::add(const std::string& name, const std::string& about) {
  Command c;
  c.app_ = app_->add_subcommand(name, about);
  c.status_ = &status_;
  return c;
}

std::string CommandLine::help() const { return app_->help(); }

int CommandLine::run(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  app_->failure_message([&](const CLI::App*, const CLI::Error& e) { return failureText(*app_, command, e.what()); });
  try {
    std::string unknown;
    std::vector<std::string> words = withLongFlags(*app_, argc, argv, &unknown);
    if (!unknown.empty()) throw CLI::ParseError("unknown flag " + unknown, CLI::ExitCodes::ExtrasError);
    app_->parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them off the end
  } catch (const CLI::ParseError& e) {
    return app_->exit(e) == 0 ? 0 : 2;
  }
  return status_;
}

}  // namespace hood::cli
