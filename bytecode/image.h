// An image: a module in its serialised form, read in place. Opening looks at the header alone; functions, types and
// globals are decoded one by one, when somebody asks. Nothing that an image may contain, damaged or made up, leads a
// reader outside of its bytes; what a function does is the verifier's to judge. The format is described in serialize.h.
//
// Views that are handed out (names, masks, data) point into the image.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/module.h"
#include "bytecode/shape.h"

namespace hood::bytecode {

enum class SymbolKind : uint8_t { Func, Global, Type };

// Content that the linker does not look at. Ids below kFirstForeignSection are the image's own.
struct Section {
  uint32_t id = 0;
  std::string_view bytes;
};
constexpr uint32_t kFirstForeignSection = 16;

struct FuncHead {
  std::string_view name, symbol, pkgPath;
  FuncShape shape;
  bool external = false, dupOk = false, wrapper = false;
};
struct GlobalHead {
  std::string_view name, pkgPath;
  uint64_t size = 0;
  uint32_t type = TypeDef::kNone;
  bool external = false, dupOk = false, isPrivate = false, readOnly = false;
};
struct TypeHead {
  std::string_view key, pkgPath;
  uint64_t keyHash = 0;
  TypeShape shape;
};
// The whole of a type; reused from one to the next, so that its lists keep their memory.
struct TypeBody {
  struct Field {
    std::string_view name, pkgPath, tag;
    uint32_t type = TypeDef::kNone;
    int64_t offset = 0;
    bool embedded = false;
  };
  struct Method {
    std::string_view name, pkgPath;
    uint32_t type = TypeDef::kNone, func = TypeDef::kNone;
  };
  std::string_view key, string, name, pkgPath;
  bool external = false;
  uint8_t kind = 0, align = 1, fieldAlign = 1, flags = 0;
  uint64_t size = 0, ptrBytes = 0;
  uint32_t hash = 0;
  int64_t len = 0;
  std::span<const uint8_t> gcMask;
  uint32_t elem = TypeDef::kNone, mapKey = TypeDef::kNone;
  std::vector<Field> fields;
  std::vector<Method> methods;
  std::vector<uint32_t> in, out;
};
struct GlobalBody {
  std::span<const uint8_t> data;  // 16-byte aligned in the image
  std::vector<Reloc> relocs;
};

class ImageView final : public ModuleShape {
 public:
  enum class Check { None, Sums };

  // False: no image of this version, or a damaged one; *problem says what in one line. Sums: every section is compared with
  // its checksum, for bytes that come from a file. The bytes stay the caller's.
  bool open(std::string_view bytes, Check check, std::string* problem);

  std::string_view bytes() const { return bytes_; }
  std::string_view name() const { return text(info_.name, info_.nameSize); }
  uint32_t entry() const { return info_.entry; }
  uint32_t goMinor() const { return info_.goMinor; }
  std::string_view section(uint32_t id) const;  // empty if it has none
  std::string_view file(uint32_t i) const;      // "?" if there is none

  uint32_t funcCount() const override { return static_cast<uint32_t>(funcs_.size() / sizeof(FuncRecord)); }
  uint32_t typeCount() const override { return static_cast<uint32_t>(types_.size() / sizeof(TypeRecord)); }
  uint32_t globalCount() const override { return static_cast<uint32_t>(globals_.size() / sizeof(GlobalRecord)); }
  uint32_t fileCount() const override { return static_cast<uint32_t>(files_.size() / sizeof(TextRef)); }
  uint64_t stringBytes() const override { return strings_.size(); }
  FuncShape funcShape(uint32_t i) const override;
  TypeShape typeShape(uint32_t i) const override;
  uint64_t globalSize(uint32_t i) const override;

  FuncHead func(uint32_t i) const;
  GlobalHead global(uint32_t i) const;
  TypeHead type(uint32_t i) const;
  std::string_view strings() const { return strings_; }
  // Where the function's body lies; instances of generic code may have one together.
  uint32_t bodyOf(uint32_t i) const;
  // Whether two functions are the same code under the same name.
  bool sameCode(uint32_t a, uint32_t b) const;
  // The entry that defines the symbol (a type's is its key), or ~0. Externals and private globals are not found.
  uint32_t find(SymbolKind kind, std::string_view symbol) const;

  // ---- decoding; false: damaged ----
  // lines: with the line table and the inlined calls.
  bool readFunc(uint32_t i, bool lines, FuncDef* out) const;
  bool readType(uint32_t i, TypeBody* out) const;
  bool readGlobal(uint32_t i, GlobalBody* out) const;
  // The line of the word at pc, ~0 for its file if there is none.
  LineEntry lineAt(uint32_t func, uint32_t pc) const;
  std::vector<InlineFrame> inlines(uint32_t func) const;
  // Mask bytes of a function's pointer maps, which its maps index.
  std::span<const uint8_t> maskBytes(uint32_t func) const;

  // ---- the format's fixed records (serialize.h) ----
  struct TextRef {
    uint32_t at, size;  // in the names
  };
  struct Header {
    char magic[8];
    uint32_t version, sections;
    uint64_t size, sum;  // of the file; of this header with sum 0 and the section table
  };
  struct SectionEntry {
    uint32_t id, zero;
    uint64_t at, size, sum;
  };
  struct Info {
    uint32_t name, nameSize, entry, goMinor;
  };
  struct FuncRecord {
    uint64_t hash;  // of the symbol
    TextRef name, link, pkgPath;
    uint32_t flags, resultSlots, paramSlots;
    uint32_t body, bodySize;
    uint32_t code;  // words
  };
  struct GlobalRecord {
    uint64_t hash, size;
    TextRef name, pkgPath;
    uint32_t flags, type, body, bodySize;
  };
  struct TypeRecord {
    uint64_t hash, size, ptrBytes;
    TextRef key, pkgPath;
    uint8_t kind, align, fieldAlign, flags;
    uint32_t external, elem, mapKey, methods, body, bodySize, zero;
  };
  enum FuncFlags : uint32_t { kExternal = 1, kDupOk = 2, kNative = 4, kWrapper = 8, kClosure = 16, kHasDefer = 32 };
  enum GlobalFlags : uint32_t { kGlobalExternal = 1, kGlobalDupOk = 2, kPrivate = 4, kReadOnly = 8 };
  enum SectionId : uint32_t { kInfo = 1, kFuncs, kGlobals, kTypes, kSymbols, kBodies, kNames, kStrings, kFiles };
  static constexpr char kMagic[8] = {'h', 'o', 'o', 'd', 'i', 'm', 'g', '\n'};
  static constexpr uint32_t kVersion = 2;
  // A slot of the symbol table: (index << 2 | kind) + 1; 0: free.
  static constexpr uint32_t symbolSlot(SymbolKind kind, uint32_t index) {
    return (index << 2 | static_cast<uint32_t>(kind)) + 1;
  }

 private:
  std::string_view text(uint32_t at, uint32_t size) const;
  std::string_view text(TextRef r) const { return text(r.at, r.size); }
  std::string_view body(uint32_t at, uint32_t size) const;
  template <class T>
  T record(std::string_view section, uint32_t i) const;
  bool checkTable(std::string* problem, Check check);

  std::string_view bytes_, funcs_, globals_, types_, symbols_, bodies_, names_, strings_, files_;
  Info info_{};
};

// Hash of a symbol, a type's key or a native's name.
uint64_t symbolHash(std::string_view s);

}  // namespace hood::bytecode
