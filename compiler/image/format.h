// What the compiler puts into a package's image beside the bytecode (bytecode/serialize.h holds both): enough to compile
// packages that import it.
//
//   Meta     the package's path, name, imports and initialisers; read whole when the program's packages are gathered
//   Dependencies   of a cached package: what it was compiled with
//   Export   objects, types, and the IR of functions that others may inline; decoded piece by piece when somebody asks
//
// Export is a header of Tables, then their arrays, then the records:
//   header   per Table: u32 count, u32 offset of its array
//   arrays   Strings, Packages, Files, Types, Funcs, Globals: u32 offset of the record;
//            Objects, Bodies: u32 string, u32 offset of the record, sorted by that string
// Records are ByteWriter streams; they refer to each other by index. Offsets count from the start of the section.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hood::compiler {

// Changes of what follows, of IR or of ast positions in it make old images unreadable: they are told apart by this.
constexpr uint32_t kExportVersion = 2;

enum class SectionId : uint32_t { Meta = 16, Export = 17, Dependencies = 18, Package = 32 };

enum class Table : uint32_t { Strings, Packages, Files, Types, Funcs, Globals, Objects, Bodies };
constexpr uint32_t kTables = 8;

enum class TypeTag : uint8_t {
  Basic,  // BasicKind
  Byte,   // the aliases keep their spelling
  Rune,
  Any,
  Error,
  Comparable,
  Named,     // package, name: its package's Objects has it
  Local,     // declared in a function: name, localId, pos, underlying
  Instance,  // origin, type arguments
  Pointer,
  Array,
  Slice,
  Map,
  Chan,
  Struct,
  Tuple,
  Signature,
  Interface,
  Union,
};

// Generic: has type parameters; its declaration is read from the source when somebody asks for it.
enum class ObjectTag : uint8_t { Const, Alias, Named, Var, Func, Generic };

enum class FuncTag : uint8_t { External, Native };

// Which parts of an instruction are there.
enum InstrHas : uint32_t {
  HasNonNil = 1,
  HasNoBounds = 2,
  HasType = 4,
  HasType2 = 8,
  HasA = 16,
  HasB = 32,
  HasC = 64,
  HasImm = 128,
  HasOff = 256,
  HasStr = 512,
  HasFunc = 1024,
  HasGlobal = 2048,
  HasLists = 4096,
  HasUnsignedIndex = 8192,
};

// A package and what it needs, as the loader sees it.
struct PackageMeta {
  std::string path, name;
  struct Import {
    std::string spelled, path;  // as import declarations have it, and the package's own
    uint32_t file = 0;          // where: number of the text, offset in it
    uint32_t offset = 0;
  };
  std::vector<Import> imports;     // direct, sorted by path; never unsafe
  std::vector<std::string> inits;  // symbols of its initialisers, in order
  // Initialisers that run after those if another package uses the variable; and such variables of others that this one uses.
  struct OptionalInit {
    std::string global, symbol;
    std::vector<std::string> needs;  // variables before it in the list
  };
  std::vector<OptionalInit> optionalInits;
  std::vector<std::string> usedOptional;
  bool stdlib = false;
  bool generic = false;  // some declarations have type parameters: importers read those from its source
  int goMinor = 22;
};
std::string writeMeta(const PackageMeta& m);
bool readMeta(std::string_view bytes, PackageMeta* m);  // false: damaged, or of another version

}  // namespace hood::compiler
