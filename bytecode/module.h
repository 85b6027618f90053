// A module: one package, compiled. What the compiler hands to the VM, and what an image (serialize.h) holds. Plain data;
// symbols are names until the linker resolves them.
//
// A module refers to other packages by external entries in its own tables: they have the name, the defining package and
// what the verifier asks of them, but no content. Entries that several modules may define alike (wrappers, instances of
// generic code, static data of those) are dupOk: whichever is linked first stands for all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hood::bytecode {

// A call needs no look at the callee's frame size when that is at most this many slots: the stack's limit lies this far
// (and a little more) before its end. Larger functions start with StackCheck.
constexpr uint32_t kRedZoneSlots = 64;
// Size of the map iterator record in the frame (runtime/lang/map.h Hiter), in slots.
constexpr uint32_t kHiterSlots = 14;

// A type, to be interned by the loader into a runtime descriptor (runtime/core/type.h, whose fields these mirror).
// References to other types are indices into Module::types.
struct TypeDef {
  static constexpr uint32_t kNone = ~0u;
  struct Field {
    std::string name, pkgPath, tag;
    uint32_t type = kNone;
    int64_t offset = 0;
    bool embedded = false;
  };
  struct Method {
    std::string name, pkgPath;
    uint32_t type = kNone;  // func type without receiver
    uint32_t func = kNone;  // concrete types: index into Module::funcs of the interface-call entry, or kNone
  };
  std::string key;  // equal exactly for identical types; also identifies it across modules
  // A named type of another package, or a pointer to one; pkgPath is the package that defines it. kind, size, align, flags,
  // ptrBytes, and of maps mapKey and elem are given; gcMask, fields, methods, in and out are not.
  bool external = false;
  std::string string, name, pkgPath;
  uint8_t kind = 0;  // reflect.Kind
  uint8_t align = 1, fieldAlign = 1, flags = 0;
  uint64_t size = 0, ptrBytes = 0;
  uint32_t hash = 0;
  int64_t len = 0;
  std::vector<uint8_t> gcMask;
  uint32_t elem = kNone, mapKey = kNone;
  std::vector<Field> fields;
  std::vector<Method> methods;  // concrete: method set; interface: its methods. Sorted by name, then pkgPath
  std::vector<uint32_t> in, out;
};

enum class RelocKind : uint8_t {
  CallRel,    // instruction word: B,C = 32-bit offset in words from the next word to function `index`
  FuncAddr,   // data word: code address of function `index`
  FuncValue,  // data word: address of function `index`'s static closure
  Type,       // data word: descriptor of type `index`
  Itab,       // data word: itab of (interface type `index`, concrete type `index2`)
  Global,     // data word: address of global `index` + addend
  String,     // data word: address of byte addend of Module::strings
  Native,     // data word: native function of function `index`
};
struct Reloc {
  RelocKind kind;
  uint32_t at = 0;  // word index in the code; byte offset in a global's data
  uint32_t index = 0;
  uint32_t index2 = 0;
  int64_t addend = 0;
};

// Live pointers at a safepoint: bit i of the mask = slot i of the frame holds a pointer.
struct PointerMap {
  uint32_t pc = 0;     // word index: last word of a call or parking instruction, own word of a Loop instruction, 0: entry
  uint32_t mask = 0;   // byte offset in FuncDef::maskBytes
  uint16_t bytes = 0;  // its length; slots beyond hold no pointers
};
struct LineEntry {
  uint32_t pc = 0;    // from this word on
  uint32_t file = 0;  // index into Module::files
  uint32_t line = 0;
  uint32_t inl = ~0u;         // index into FuncDef::inlines when the code was inlined
  uint8_t unsignedIndex = 0;  // bit k: the index (bound k of a slicing) is unsigned when a panic prints it
};
struct InlineFrame {  // a call that was inlined: `name` was called at file:line of its parent
  std::string name;
  uint32_t parent = ~0u;  // another InlineFrame, or the function itself
  uint32_t callFile = 0, callLine = 0;
};

struct FuncDef {
  std::string name;       // what a traceback shows
  std::string linkName;   // the symbol; "": name
  std::string pkgPath;    // external: the package that defines it
  bool external = false;  // only names, wrapper, resultSlots, paramSlots and closure are given
  bool dupOk = false;
  bool native = false;   // bound by name; never external: every module has its own entry
  bool wrapper = false;  // hidden in tracebacks, transparent to recover
  bool hasDefer = false;
  uint32_t resultSlots = 0, paramSlots = 0;
  bool closure = false;     // reads its closure pointer, slot resultSlots + paramSlots
  uint32_t frameSlots = 0;  // including the windows of its calls (headers, results and arguments)
  uint32_t recoverPc =
      ~0u;  // where a recovered panic continues: RunDefers or OpenDefers; its pointer map holds while panicking, too
  uint32_t file = 0, line = 0;
  std::vector<uint64_t> code;
  std::vector<Reloc> relocs;
  std::vector<PointerMap> maps;  // by pc
  std::vector<uint8_t> maskBytes;
  std::vector<LineEntry> lines;  // by pc
  std::vector<InlineFrame> inlines;
};

struct GlobalDef {
  std::string name;       // the symbol, unless it is private
  std::string pkgPath;    // external: the package that defines it
  bool external = false;  // only name and size are given
  bool dupOk = false;
  bool isPrivate = false;  // no symbol: names may repeat
  uint64_t size = 0;
  uint32_t type = TypeDef::kNone;  // for its pointer mask; kNone: relocs only, never written
  std::vector<uint8_t> data;       // empty: zero
  std::vector<Reloc> relocs;
  bool readOnly = false;
};

struct Module {
  std::string name;  // import path; "main" of the program's own package
  std::vector<std::string> files;
  std::vector<TypeDef> types;
  std::vector<FuncDef> funcs;
  std::vector<GlobalDef> globals;
  std::string strings;   // bytes of all string constants
  uint32_t entry = ~0u;  // function to run as the main goroutine; ~0: none (packages that are imported)
  uint32_t goMinor = 0;  // language version 1.goMinor, for what the runtime does according to it; 0: unknown
};

inline const std::string& symbolOf(const FuncDef& f) { return f.linkName.empty() ? f.name : f.linkName; }

}  // namespace hood::bytecode
