#include "cli/test_json.h"

#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace hood::cli {

namespace {

constexpr size_t kMostInput = 4096, kMostOutput = 1024;

int64_t nowNs() {
  timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

// RFC 3339 with as many decimals as are needed, in local time.
std::string timeText(int64_t ns) {
  time_t sec = static_cast<time_t>(ns / 1'000'000'000);
  tm local;
  localtime_r(&sec, &local);
  char date[64], fraction[16], zone[64] = "Z";
  std::strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &local);
  std::snprintf(fraction, sizeof fraction, ".%09d", static_cast<int>(ns % 1'000'000'000));
  std::string f = fraction;
  while (f.back() == '0') f.pop_back();
  if (f == ".") f.clear();
  if (long off = local.tm_gmtoff; off != 0)
    std::snprintf(zone, sizeof zone, "%c%02ld:%02ld", off < 0 ? '-' : '+', std::labs(off) / 3600, std::labs(off) / 60 % 60);
  return date + f + zone;
}

// The length of the UTF-8 sequence at s[i], 0 if it is malformed.
size_t sequenceLength(std::string_view s, size_t i) {
  auto byte = [&](size_t k) { return k < s.size() ? static_cast<unsigned char>(s[k]) : 0u; };
  unsigned char c = static_cast<unsigned char>(s[i]);
  size_t n = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
  for (size_t k = 1; k < n; k++)
    if ((byte(i + k) & 0xc0) != 0x80) return 0;
  if (n == 3 && ((c == 0xe0 && byte(i + 1) < 0xa0) || (c == 0xed && byte(i + 1) >= 0xa0))) return 0;
  if (n == 4 && ((c == 0xf0 && byte(i + 1) < 0x90) || (c == 0xf4 && byte(i + 1) >= 0x90))) return 0;
  return n;
}

// As encoding/json writes strings, HTML escapes included.
std::string jsonString(std::string_view s) {
  std::string out = "\"";
  char hex[8];
  for (size_t i = 0; i < s.size();) {
    size_t n = sequenceLength(s, i);
    unsigned char c = static_cast<unsigned char>(s[i]);
    if (n == 0) {
      out += "\\ufffd";
      i++;
    } else if (n > 1) {
      std::string_view whole = s.substr(i, n);
      if (whole == "\xe2\x80\xa8" || whole == "\xe2\x80\xa9")
        out += whole == "\xe2\x80\xa8" ? "\\u2028" : "\\u2029";
      else
        out += whole;
      i += n;
    } else {
      if (c == '"' || c == '\\')
        (out += '\\') += s[i];
      else if (c == '\n' || c == '\r' || c == '\t')
        out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
      else if (c < 0x20 || c == '<' || c == '>' || c == '&')
        std::snprintf(hex, sizeof hex, "\\u%04x", c), out += hex;
      else
        out += s[i];
      i++;
    }
  }
  return out + "\"";
}

std::string number(double x) {
  char buffer[32];
  for (int digits = 1; digits <= 17; digits++) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, x);
    if (std::strtod(buffer, nullptr) == x) break;
  }
  return buffer;
}

bool isBenchmarkName(std::string_view s) {
  return s.starts_with("Benchmark") && (s.size() == 9 || !std::islower(static_cast<unsigned char>(s[9])));
}

// Where to cut so that no character is cut in two.
size_t trimUtf8(std::string_view s) {
  for (size_t i = 1; i < 4 && i <= s.size(); i++) {
    unsigned char c = static_cast<unsigned char>(s[s.size() - i]);
    if ((c & 0xc0) == 0x80) continue;
    size_t n = (c & 0xe0) == 0xc0 ? 2 : (c & 0xf0) == 0xe0 ? 3 : (c & 0xf8) == 0xf0 ? 4 : 1;
    return i < n ? s.size() - i : s.size();
  }
  return s.size();
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return s;
}

}  // namespace

void LineBuffer::write(std::string_view s) {
  while (!s.empty()) {
    size_t m = std::min(s.size(), most_ - buffer_.size());
    buffer_.append(s.substr(0, m));
    s.remove_prefix(m);
    size_t i = 0;
    while (i < buffer_.size()) {
      std::string_view rest = std::string_view(buffer_).substr(i);
      size_t j = rest.find('\n');
      if (j == std::string_view::npos) {
        size_t tab = mid_ ? std::string_view::npos : rest.find('\t');
        if (tab == std::string_view::npos || !isBenchmarkName(trim(rest.substr(0, tab)))) break;
        part_(rest.substr(0, tab + 1));
        mid_ = true;
        i += tab + 1;
        break;
      }
      (mid_ ? part_ : line_)(rest.substr(0, j + 1));
      mid_ = false;
      i += j + 1;
    }
    if (i == 0 && buffer_.size() == most_) {  // the beginning, or more, of a long line
      size_t t = trimUtf8(buffer_);
      part_(std::string_view(buffer_).substr(0, t));
      i = t;
      mid_ = true;
    }
    buffer_.erase(0, i);
  }
}

void LineBuffer::flush() {
  if (!buffer_.empty()) part_(buffer_);
  buffer_.clear();
}

TestJson::TestJson(std::string package, std::function<void(const std::string&)> out)
    : package_(std::move(package)),
      out_(std::move(out)),
      start_(nowNs()),
      input_(
          kMostInput, [this](std::string_view s) { handleLine(s); }, [this](std::string_view s) { output_.write(s); }),
      output_(
          kMostOutput,
          [this](std::string_view s) {
            emit({"output", "", {}, s});
          },
          [this](std::string_view s) {
            emit({"output", "", {}, s});
          }) {}

void TestJson::handleLine(std::string_view line) {
  if (line == "PASS\n" || line == "FAIL\n" || line.starts_with("FAIL\t")) {
    flushReports(0);
    output_.write(line);
    result_ = line == "PASS\n" ? "pass" : "fail";
    return;
  }
  if (line.starts_with("?   \t") && line.ends_with("\t[no test files]\n") && reports_.empty()) result_ = "skip";
  if (!handleUpdate(line) && !handleReport(line)) output_.write(line);
}

// === RUN, PAUSE, CONT, NAME
bool TestJson::handleUpdate(std::string_view line) {
  std::string action;
  for (std::string_view word : {"=== RUN   ", "=== PAUSE ", "=== CONT  ", "=== NAME  "})
    if (line.starts_with(word)) action = trim(word.substr(4));
  if (action.empty()) return false;
  for (char& c : action) c = static_cast<char>(std::tolower(c));
  flushReports(0);
  test_ = trim(line.substr(10));
  if (action == "name") {  // says whose the output is that follows, no more
    output_.write(line);
    return true;
  }
  // That it pauses comes first: else the line would look like what the paused test prints.
  if (action == "pause") output_.write(line);
  emit({action, "", {}, {}});
  if (action != "pause") output_.write(line);
  return true;
}

// --- PASS, FAIL, SKIP, BENCH, indented by how deeply the test is nested. Says false of other lines, but finds out by their
// indentation whose they are.
bool TestJson::handleReport(std::string_view line) {
  std::string_view rest = line;
  size_t indent = 0;
  while (rest.starts_with("    ")) {
    rest.remove_prefix(4);
    indent++;
  }
  Event e;
  for (std::string_view word : {"--- PASS: ", "--- FAIL: ", "--- SKIP: ", "--- BENCH: "})
    if (rest.starts_with(word)) e.action = word.substr(4, word.size() - 6);
  if (e.action.empty()) {
    if (indent > 0 && indent <= reports_.size()) test_ = reports_[indent - 1].test;
    return false;
  }
  if (reports_.size() < indent) return false;
  for (char& c : e.action) c = static_cast<char>(std::tolower(c));
  std::string name(trim(rest.substr(rest.find(':') + 1)));
  if (size_t at = name.find(" ("); at != std::string::npos) {
    if (name.ends_with("s)")) e.elapsed = std::strtod(name.c_str() + at + 2, nullptr);
    name.resize(at);
  }
  flushReports(indent);
  e.test = test_ = name;
  reports_.push_back(e);
  output_.write(line);
  return true;
}

void TestJson::flushReports(size_t depth) {
  test_.clear();
  while (reports_.size() > depth) {
    Event e = reports_.back();
    reports_.pop_back();
    emit(e);
  }
}

void TestJson::close() {
  input_.flush();
  output_.flush();
  if (result_.empty()) return;
  Event e;
  e.action = result_;
  e.elapsed = std::round(static_cast<double>(nowNs() - start_) / 1e6) / 1e3;
  emit(e);
}

void TestJson::emit(Event e) {
  std::string out = "{\"Time\":\"" + timeText(nowNs()) + "\",\"Action\":" + jsonString(e.action);
  if (!package_.empty()) out += ",\"Package\":" + jsonString(package_);
  const std::string& test = e.test.empty() ? test_ : e.test;
  if (!test.empty()) out += ",\"Test\":" + jsonString(test);
  if (e.elapsed.has_value()) out += ",\"Elapsed\":" + number(*e.elapsed);
  if (e.output.has_value()) out += ",\"Output\":" + jsonString(*e.output);
  out_(out + "}\n");
}

}  // namespace hood::cli
