// Bump allocation for the compiler's trees: everything lives until the arena dies, nothing is destroyed one by one.
// Objects placed here must not own memory outside of the arena (their destructors never run).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hood {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Returns n bytes aligned to `align` (a power of two, at most 16). Not zeroed.
  void* alloc(size_t n, size_t align) {
    uintptr_t p = (cur_ + (align - 1)) & ~static_cast<uintptr_t>(align - 1);
    if (p + n > end_ || cur_ == 0) return allocSlow(n, align);
    cur_ = p + n;
    return reinterpret_cast<void*>(p);
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "arena objects are never destroyed");
    return new (alloc(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  template <class T>
  T* makeArray(size_t n) {
    static_assert(std::is_trivially_destructible_v<T>, "arena objects are never destroyed");
    T* p = static_cast<T*>(alloc(n * sizeof(T), alignof(T)));
    for (size_t i = 0; i < n; i++) new (p + i) T{};
    return p;
  }

  std::string_view copy(std::string_view s) {
    char* p = static_cast<char*>(alloc(s.size() + 1, 1));
    std::memcpy(p, s.data(), s.size());
    p[s.size()] = 0;
    return {p, s.size()};
  }

  size_t bytesUsed() const { return used_; }

 private:
  void* allocSlow(size_t n, size_t align);

  uintptr_t cur_ = 0, end_ = 0;
  size_t used_ = 0;
  std::vector<void*> chunks_;
};

// An immutable view of an array in an arena (std::span is C++20; the front end is C++17).
template <class T>
struct Slice {
  T* data_ = nullptr;
  size_t size_ = 0;

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t i) const { return data_[i]; }
  T* begin() const { return data_; }
  T* end() const { return data_ + size_; }
  T& front() const { return data_[0]; }
  T& back() const { return data_[size_ - 1]; }

  static Slice of(Arena& a, const std::vector<std::remove_const_t<T>>& v) {
    Slice s;
    if (v.empty()) return s;
    auto* p = static_cast<std::remove_const_t<T>*>(a.alloc(v.size() * sizeof(T), alignof(T)));
    for (size_t i = 0; i < v.size(); i++) new (p + i) std::remove_const_t<T>(v[i]);
    s.data_ = p;
    s.size_ = v.size();
    return s;
  }
  static Slice of(Arena& a, std::initializer_list<std::remove_const_t<T>> l) {
    return of(a, std::vector<std::remove_const_t<T>>(l));
  }
};

}  // namespace hood
