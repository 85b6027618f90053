#include "compiler/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "bytecode/image.h"

namespace hood::compiler {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSuffix = ".img";
constexpr time_t kTouchAfter = 3600;      // seconds: how exactly the time of last use is known
constexpr time_t kTrimAfter = 24 * 3600;  // how often the folder's size is looked at

bool isEntry(const fs::path& p) {
  std::string name = p.filename().string();
  return name.ends_with(kSuffix) || name.find(".tmp.") != std::string::npos;
}

// Calls fn(path) for every file that hood put into the folder.
template <class F>
void forEachEntry(const std::string& dir, F fn) {
  std::error_code error;
  for (fs::directory_iterator shard(dir, error), end; !error && shard != end; shard.increment(error)) {
    if (!shard->is_directory(error) || shard->path().filename().string().size() != 2) continue;
    std::error_code inner;
    for (fs::directory_iterator it(shard->path(), inner), last; !inner && it != last; it.increment(inner))
      if (isEntry(it->path())) fn(it->path());
  }
}

bool readWhole(const std::string& path, std::string* out, time_t* usedAt) {
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  struct stat st;
  bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
  if (ok) {
    out->resize(static_cast<size_t>(st.st_size));
    *usedAt = st.st_mtime;
    size_t at = 0;
    while (at < out->size()) {
      ssize_t n = ::read(fd, out->data() + at, out->size() - at);
      if (n <= 0) break;
      at += static_cast<size_t>(n);
    }
    ok = at == out->size();
  }
  close(fd);
  return ok;
}

bool writeWhole(const std::string& path, std::string_view bytes) {
  int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  size_t at = 0;
  while (at < bytes.size()) {
    ssize_t n = ::write(fd, bytes.data() + at, bytes.size() - at);
    if (n <= 0) break;
    at += static_cast<size_t>(n);
  }
  return close(fd) == 0 && at == bytes.size();
}

}  // namespace

uint64_t contentHash(std::string_view bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

CacheKey::CacheKey(std::string_view compilerId) { add(compilerId); }

// Each part with its length, so that no two lists of parts are the same bytes. Long ones by their hash.
void CacheKey::add(std::string_view s) {
  add(s.size());
  if (s.size() <= 32) {
    bytes_.append(s);
    return;
  }
  XXH128_hash_t h = XXH3_128bits(s.data(), s.size());
  add(h.low64);
  add(h.high64);
}

void CacheKey::add(uint64_t n) { bytes_.append(reinterpret_cast<const char*>(&n), sizeof n); }

std::string CacheKey::hex() const {
  XXH128_hash_t h = XXH3_128bits(bytes_.data(), bytes_.size());
  char buf[33];
  std::snprintf(buf, sizeof buf, "%016llx%016llx", static_cast<unsigned long long>(h.high64),
                static_cast<unsigned long long>(h.low64));
  return buf;
}

std::string PackageCache::defaultDir() {
  auto env = [](const char* name) {
    const char* v = std::getenv(name);
    return std::string(v != nullptr ? v : "");
  };
  if (std::string own = env("HOOD_CACHE"); !own.empty()) return own == "off" ? "" : own;
  if (std::string xdg = env("XDG_CACHE_HOME"); !xdg.empty() && xdg[0] == '/') return xdg + "/hood";
  std::string home = env("HOME");
  return home.empty() || home[0] != '/' ? "" : home + "/.cache/hood";
}

std::string PackageCache::fileOf(const std::string& key) const {
  return dir_ + "/" + key.substr(0, 2) + "/" + key.substr(2) + std::string(kSuffix);
}

bool PackageCache::read(const std::string& key, std::string* image) const {
  if (!enabled()) return false;
  std::string path = fileOf(key);
  time_t usedAt = 0;
  if (!readWhole(path, image, &usedAt)) return false;
  bytecode::ImageView view;
  std::string problem;
  if (!view.open(*image, bytecode::ImageView::Check::Sums, &problem)) return false;  // will be written again
  if (std::time(nullptr) - usedAt > kTouchAfter) utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
  return true;
}

void PackageCache::write(const std::string& key, std::string_view image) const {
  if (!enabled()) return;
  std::string path = fileOf(key);
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  if (error) return;
  static std::atomic<unsigned> serial{0};
  std::string temp = path + ".tmp." + std::to_string(getpid()) + "." + std::to_string(serial++);
  if (!writeWhole(temp, image) || std::rename(temp.c_str(), path.c_str()) != 0) {
    unlink(temp.c_str());
    return;
  }
  trimNowAndThen();
}

void PackageCache::trimNowAndThen() const {
  std::string stamp = dir_ + "/trimmed";
  struct stat st;
  bool known = stat(stamp.c_str(), &st) == 0;
  if (known && std::time(nullptr) - st.st_mtime < kTrimAfter) return;
  int fd = open(stamp.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return;
  futimens(fd, nullptr);
  close(fd);
  if (known) trim(kMaxBytes);
}

void PackageCache::trim(uint64_t bytes) const {
  struct Entry {
    fs::path path;
    fs::file_time_type used;
    uint64_t size;
  };
  std::vector<Entry> entries;
  uint64_t total = 0;
  forEachEntry(dir_, [&](const fs::path& p) {
    std::error_code error;
    Entry e{p, fs::last_write_time(p, error), 0};
    if (!error) e.size = fs::file_size(p, error);
    if (error) return;
    total += e.size;
    entries.push_back(std::move(e));
  });
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& e : entries) {
    if (total <= bytes) break;
    std::error_code error;
    if (fs::remove(e.path, error)) total -= e.size;
  }
}

bool PackageCache::clean(const std::string& dir, size_t* removed, std::string* problem) {
  *removed = 0;
  bool ok = true;
  std::vector<fs::path> files, shards;
  forEachEntry(dir, [&](const fs::path& p) { files.push_back(p); });
  std::error_code error;
  for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error))
    if (it->path().filename().string().size() == 2) shards.push_back(it->path());
  for (const fs::path& p : files) {
    if (fs::remove(p, error)) (*removed)++;
    if (!error || error == std::errc::no_such_file_or_directory) continue;
    ok = false;
    *problem = p.string() + ": " + error.message();
  }
  for (const fs::path& p : shards) fs::remove(p, error);  // those that are empty now
  fs::remove(dir + "/trimmed", error);
  fs::remove(dir, error);
  return ok;
}

}  // namespace hood::compiler
