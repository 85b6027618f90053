// The table of all type descriptors of a VM, and the types that programs make at run time.
// Mirrors:    src/reflect/type.go (PointerTo, SliceOf, FuncOf, StructOf …), src/runtime/type.go (typesInit). Book: 2.2.
// Differs:    one table for loaded and made types, so a made type and a compiled one that are identical are one descriptor,
//             whichever comes first. Go searches the linker's type sections and its own caches.
// Invariants: a descriptor never moves and is never freed before the VM; identical types have the same key
//             (compiler/types typeKey; type_key.cc builds the same text from descriptors).
// Locks:      TypeTable::lock, rank Types.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/arena.h"
#include "runtime/core/mutex.h"
#include "runtime/core/type.h"

namespace hood::rt {

struct TypeTable {
  Mutex lock{LockRank::Types};
  std::unordered_map<std::string_view, Type*> byKey;  // guarded by lock
  Arena arena;                                        // guarded by lock: descriptors and their strings

  // ---- REQUIRES lock is held ----
  Type* findLocked(std::string_view key) const;
  // The descriptor for key: a zeroed new one, to be filled before the lock is released, if *fresh.
  Type* addLocked(std::string_view key, bool* fresh);
  GoString stringLocked(std::string_view s);
  template <class T>
  TypedSlice<T> sliceLocked(size_t n) {
    return {n == 0 ? nullptr : arena.makeArray<T>(n), static_cast<int64_t>(n), static_cast<int64_t>(n)};
  }
};

// ---- types made at run time; each returns the one descriptor of that type ----
// REQUIRES key is comparable (map), size limits are checked by the caller (array), dir is a ChanDirBits.
Type* pointerTo(TypeTable& table, Type* elem);
Type* sliceOf(TypeTable& table, Type* elem);
Type* arrayOf(TypeTable& table, int64_t len, Type* elem);
Type* mapOf(TypeTable& table, Type* key, Type* elem);
Type* chanOf(TypeTable& table, int64_t dir, Type* elem);
Type* funcOf(TypeTable& table, std::span<Type* const> in, std::span<Type* const> out, bool variadic);
// Offsets are computed; the other members of fields are given. Methods are those of the first field, as far as the field's own
// can serve: its entries take the same data word.
Type* structOf(TypeTable& table, std::span<const StructField> fields);
// A record of the results and parameters of a call of func type t, each at its own slots, results first; with a receiver
// word in front of the parameters for methods. What reflection keeps the words of a call in.
Type* frameTypeOf(TypeTable& table, const Type* func, bool receiver);

// The keys and the spelling of unnamed types, from their parts (type_key.cc).
enum class TypeText { Key, String };
std::string arrayText(TypeText style, int64_t len, const Type* elem);
std::string mapText(TypeText style, const Type* key, const Type* elem);
std::string chanText(TypeText style, int64_t dir, const Type* elem);
std::string funcText(TypeText style, std::span<Type* const> in, std::span<Type* const> out, bool variadic);
std::string structText(TypeText style, std::span<const StructField> fields);
// The key or %T form of a type.
std::string_view typeText(TypeText style, const Type* t);

}  // namespace hood::rt
