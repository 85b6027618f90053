// The package cache: images of packages that hood compiled before, as files of a folder. An entry is found by what the
// package was compiled from (its sources, the options, the compiler), and is good while the packages it imports are what
// they were then.
//
// Any number of processes may use one folder: an entry is written under a name of its own and then renamed, so that
// readers see all of it or nothing. What is damaged, torn or of another version is no entry. A folder that cannot be
// written to is no cache, silently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hood::compiler {

// What a package was compiled from, as a number.
class CacheKey {
 public:
  explicit CacheKey(std::string_view compilerId);
  void add(std::string_view s);
  void add(uint64_t n);
  std::string hex() const;  // 32 digits

 private:
  std::string bytes_;
};

class PackageCache {
 public:
  // dir "": there is no cache.
  PackageCache(std::string dir, std::string compilerId) : dir_(std::move(dir)), compilerId_(std::move(compilerId)) {}

  // $XDG_CACHE_HOME/hood or ~/.cache/hood; HOOD_CACHE names another one, or is "off". "" if there is none.
  static std::string defaultDir();

  bool enabled() const { return !dir_.empty(); }
  const std::string& compilerId() const { return compilerId_; }

  // The bytes of an entry, checked; false if there is none.
  bool read(const std::string& key, std::string* image) const;
  void write(const std::string& key, std::string_view image) const;

  // Removes what was not used for longest until the folder holds at most `bytes`. write() sees to it now and then.
  void trim(uint64_t bytes) const;
  // Removes all entries; false, and says why, if something stays.
  static bool clean(const std::string& dir, size_t* removed, std::string* problem);

  static constexpr uint64_t kMaxBytes = uint64_t{256} << 20;

 private:
  std::string fileOf(const std::string& key) const;
  void trimNowAndThen() const;

  std::string dir_, compilerId_;
};

// A number for some bytes that is different when they are.
uint64_t contentHash(std::string_view bytes, uint64_t seed = 0);

}  // namespace hood::compiler
