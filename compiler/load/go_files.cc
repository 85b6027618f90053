#include "compiler/load/go_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

// Go's texts of system errors start in lower case.
std::string errorText(int code) {
  std::string s = std::strerror(code);
  if (!s.empty() && 'A' <= s[0] && s[0] <= 'Z') s[0] = static_cast<char>(s[0] - 'A' + 'a');
  return s;
}

std::vector<std::string> namesIn(const std::string& dir, std::string* problem) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(dir.empty() ? "." : dir, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  if (error) *problem = "open " + dir + ": " + errorText(error.value());
  std::sort(names.begin(), names.end());
  return names;
}

bool isHidden(const std::string& name) { return name.starts_with('_') || name.starts_with('.'); }

bool hasAssembly(const std::string& dir, const std::vector<std::string>& names) {
  BuildTags plain;
  for (const std::string& name : names) {
    if (isHidden(name) || !name.ends_with(".s") || !fileNameFits(name, plain)) continue;
    FileText f = readSource(joinedPath(dir, name));
    if (f.error.empty() && sourceFits(f.text, plain) && f.text.find("TEXT") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

FileText readSource(const std::string& path) {
  FileText out;
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat st;
  if (fd < 0 || ::fstat(fd, &st) != 0) {
    out.error = "open " + path + ": " + errorText(errno);
  } else if (S_ISDIR(st.st_mode)) {
    out.error = "read " + path + ": is a directory";
  } else if (!S_ISREG(st.st_mode)) {
    out.error = "read " + path + ": not a regular file";
  } else if (static_cast<uint64_t>(st.st_size) > kMaxSourceBytes) {
    out.error = "read " + path + ": file too large";
  } else {
    out.text.reserve(static_cast<size_t>(st.st_size));
    char buffer[1 << 16];
    ssize_t n;
    while ((n = ::read(fd, buffer, sizeof buffer)) != 0) {
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) out.error = "read " + path + ": " + errorText(errno);
      if (n > 0) out.text.append(buffer, static_cast<size_t>(n));
      if (out.text.size() > kMaxSourceBytes) out.error = "read " + path + ": file too large";
      if (!out.error.empty()) break;
    }
  }
  if (fd >= 0) ::close(fd);
  return out;
}

std::string binaryError(const std::string& path, std::string_view text) {
  size_t nul = text.find('\0');
  return nul < text.find("package") ? "read " + path + ": unexpected NUL in input" : "";
}

FolderFiles readFolder(const std::string& dir, const BuildTags& tags, bool withTests) {
  FolderFiles r;
  std::vector<std::string> names = namesIn(dir, &r.error);
  BuildTags own = tags;
  r.assembly = own.portable = tags.portable || hasAssembly(dir, names);
  for (const std::string& name : names) {
    std::string path = joinedPath(dir, name);
    std::error_code ignored;
    if (!r.error.empty() || isHidden(name) || !name.ends_with(".go") || fs::is_directory(path, ignored)) continue;
    const bool test = isTestFile(name);
    r.tests |= test;
    if (test && !withTests) continue;
    if (!fileNameFits(name, own)) {
      if (!test) r.excluded.push_back(name);
      continue;
    }
    struct stat st;
    if (::stat(path.c_str(), &st) == 0 && !S_ISREG(st.st_mode)) continue;  // as go: a pipe is no source
    FileText f = readSource(path);
    if (f.error.empty()) f.error = binaryError(path, f.text);
    if (!f.error.empty()) {
      r.error = f.error;
      break;
    }
    if (std::string wrong = constraintError(f.text); !wrong.empty()) {
      r.error = path + ": parsing //go:build line: " + wrong;
      break;
    }
    if (sourceFits(f.text, own))
      (test ? r.testInputs : r.inputs).push_back({path, std::move(f.text)});
    else if (!test)
      r.excluded.push_back(name);
  }
  return r;
}

std::vector<std::string> goFileNames(const std::string& dir) {
  std::string problem;
  std::vector<std::string> out;
  std::error_code error;
  for (std::string& name : namesIn(dir, &problem))
    if (name.ends_with(".go") && !isHidden(name) && !isTestFile(name) && !fs::is_directory(joinedPath(dir, name), error))
      out.push_back(std::move(name));
  return out;
}

bool hasGoFiles(const std::string& dir) {
  std::error_code error;
  for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".go") return true;
  return false;
}

bool isFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string joinedPath(const std::string& dir, const std::string& name) {
  if (dir.empty() || dir == ".") return "./" + name;
  return dir.back() == '/' ? dir + name : dir + "/" + name;
}

}  // namespace hood::compiler
