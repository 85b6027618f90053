// A command of hood: its flags, and what it does. CLI11 parses them, behind command.cc: its templates cost every file that sees
// them seconds of compiling.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hood::cli {

// Refers to one of a CommandLine. What its flags are stored in must live as long as the function given to action().
class Command {
 public:
  enum class Words { Any, AtLeastOne };

  // The name of a flag has its dashes: "-e", "--lang".
  void flag(const std::string& name, bool* set, const std::string& help);
  // As well --name=false. In a group: under a heading of its own in the help.
  void flag(const std::string& name, std::function<void(bool)> set, const std::string& help, const std::string& group = "");
  void option(const std::string& name, std::string* value, const std::string& help);
  void option(const std::string& name, size_t* value, const std::string& help);
  void choice(const std::string& name, std::string* value, const std::string& help, const std::vector<std::string>& choices);
  // May be given several times; one may hold several values if there is a separator.
  void list(const std::string& name, std::vector<std::string>* values, const std::string& help, char separator = 0);
  void excludes(const std::string& name, const std::string& other);
  // What is no flag.
  void words(const std::string& name, std::vector<std::string>* values, const std::string& help, Words how);
  // The first word is a program: all that follows is the program's, flags as well.
  void program(const std::string& name, std::vector<std::string>* values, const std::string& help, Words how);
  // All that is on the command line: the action takes it apart itself.
  void raw(std::vector<std::string>* words);
  void footer(const std::string& text);
  // Does it, and returns its exit status. Comes last.
  void action(std::function<int()> run);

 private:
  friend class CommandLine;
  CLI::App* app_ = nullptr;
  int* status_ = nullptr;
  std::vector<std::string>* rest_ = nullptr;  // what CLI11 leaves is appended
};

class CommandLine {
 public:
  explicit CommandLine(const std::string& about);
  ~CommandLine();
  Command add(const std::string& name, const std::string& about);
  std::string help() const;
  // Runs the command that argv names. Its exit status; 2, with a message, if the words are wrong.
  int run(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  int status_ = 0;
};

}  // namespace hood::cli
