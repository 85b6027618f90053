// A test binary's output as the events of hood test -json, one JSON object a line.
// Mirrors: cmd/internal/test2json.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hood::cli {

// Calls back for whole lines; of a long line, and of a benchmark's name, for the parts.
class LineBuffer {
 public:
  using Callback = std::function<void(std::string_view)>;
  LineBuffer(size_t most, Callback line, Callback part) : most_(most), line_(std::move(line)), part_(std::move(part)) {}

  void write(std::string_view s);
  void flush();

 private:
  size_t most_;
  Callback line_, part_;
  std::string buffer_;
  bool mid_ = false;  // in a line whose beginning was a part
};

class TestJson {
 public:
  TestJson(std::string package, std::function<void(const std::string&)> out);

  void write(std::string_view s) { input_.write(s); }
  void exited(bool ok) { result_ = ok ? "pass" : "fail"; }
  void close();

 private:
  struct Event {
    std::string action, test;
    std::optional<double> elapsed;
    std::optional<std::string_view> output;
  };
  void handleLine(std::string_view line);
  bool handleUpdate(std::string_view line);
  bool handleReport(std::string_view line);
  void flushReports(size_t depth);
  void emit(Event e);

  const std::string package_;
  std::function<void(const std::string&)> out_;
  int64_t start_;
  std::string test_;  // whose output comes now
  std::string result_;
  std::vector<Event> reports_;  // nested results that wait for what belongs to them
  LineBuffer input_, output_;
};

}  // namespace hood::cli
