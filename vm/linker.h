// The linker: from images to running code, one thing at a time, when it is first needed.
//
// A function that nobody called yet has a stub: one word, VmStub, that says which function of which unit it stands for.
// Calls, closures, itabs and method tables hold the stub's address. Running it links the function: decode, verify, place,
// relocate; then everything that held the stub is made to hold the function's entry:
//   a CALL              patches itself the next time it comes by (its offset is one aligned 32-bit store)
//   static closures,
//   code addresses in
//   code and data, itabs  are on the symbol's list of fixups
//   closures on the heap  patch themselves when they are called
// so nothing is paid in the long run. Functions of the same unit and of others are found alike.
//
// A function that is linked links its callees' stubs, not its callees. The globals and types it mentions are made whole at
// once, with what they refer to; the types in method tables are not, they are resolved when an itab or reflection asks.
//
// Everything is done under one lock (rank Link) and is no safepoint: no collection begins while a function is being linked.
// Readers that take no lock find: Program's tables (append-only), a symbol's entry, the words of code. A half-linked function
// is never visible: its entry is stored with release when it is whole.
//
// An image that turns out damaged, or that does not fit another, ends the process with one line and status 70.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/arena.h"
#include "bytecode/module.h"
#include "runtime/core/mutex.h"
#include "runtime/core/type.h"
#include "vm/frame.h"
#include "vm/natives.h"
#include "vm/space.h"
#include "vm/unit.h"

namespace hood::rt {
struct VM;
}

namespace hood::vm {

class Engine;
class Program;

// A package that a program may need. Nothing of it is looked at before something refers to it.
struct PackageImage {
  std::string_view path, bytes;  // bytes stay alive and start at a multiple of 8
  bool user = false;             // the user's own: checked as a whole before the program runs
  bool goTree = false;           // a standard package of a Go tree, which may lack functions that nobody calls
};

// What was linked so far, and the time it took.
struct LinkStats {
  uint64_t packages = 0, functions = 0, types = 0, globals = 0;
  uint64_t shared = 0;  // instances of generic code that use the code of another one
  int64_t ns = 0;       // 0 unless keepTime() was called
};

class Linker {
 public:
  Linker(Engine& engine, Program& program);
  ~Linker();

  // ---- before goroutines run: loader.cc ----
  void begin(rt::VM* vm, std::span<const PackageImage> images, const NativeTable& natives);
  // A module of its own, whose bytes become the unit's. verified: it was checked as a whole.
  Unit* addModule(const bytecode::Module& m, bool verified);
  Unit* addUnit(std::unique_ptr<Unit> u);
  // The package's unit; nullptr: there is none.
  Unit* findUnit(std::string_view path);
  std::string placeOf(const Unit& u, uint32_t func);
  // The static closure of a function that is defined by the unit, nullptr if it has none of that name.
  const rt::Closure* closureOf(Unit* unit, std::string_view symbol);
  const rt::Closure* closureOf(Unit* unit, uint32_t func);
  rt::Type* typeOf(Unit* unit, std::string_view key);
  // Links every function of the unit, in order.
  void linkAll(Unit* unit);
  void keepTime() { keepsTime_ = true; }

  // ---- while they run; any thread ----
  LinkStats stats();
  bool isStub(const void* code) const { return code >= stubsBegin_.loadAcquire() && code < stubsEnd_; }
  // The entry of the function that a stub stands for, linked if need be; other code addresses are their own.
  const Word* entryOf(const void* code);
  // The global variable that holds the address, and how far in it is. "": none.
  std::string globalName(const void* p, uint64_t* offset);
  // Executes a stub that was reached by a call whose frame is at fp: links, and patches the caller.
  const Word* enterStub(const Word* stub, const rt::Slot* fp);
  // The type of this key in the package's image, or in any that is open.
  rt::Type* findType(std::string_view path, std::string_view key);
  // The type in a cell of a method table (type.h).
  rt::Type* resolveType(rt::Type** cell);
  // Adds code of any image to methods of the type that lack it.
  void bringMethods(const rt::Type* t);
  // The code address for a method table's entry, to be kept in *at, which is patched when the function is linked.
  const void* bindMethod(const void* ifn, const void** at);

 private:
  friend class LinkGuard;
  struct Linked {
    uint32_t index;
    const Word* entry;
  };

  // ---- symbols (linker.cc) ----
  [[noreturn]] void broken(const Unit& u, std::string_view text);
  [[noreturn]] void noBody(const Unit& u, uint32_t func);
  FuncSymbol* symbol(Unit& u, uint32_t func);
  FuncSymbol* externalSymbol(Unit& u, uint32_t func);
  Unit& owner(Unit& u, std::string_view path, std::string_view symbol);
  Word* newStub(const Unit& u, uint32_t func);
  const Word* addressOf(FuncSymbol* s);  // entry or stub
  rt::Closure* staticClosure(FuncSymbol* s);
  void addFixup(FuncSymbol* s, const void** at);
  FuncSymbol* symbolOfStub(const Word* stub);

  // ---- code (link_code.cc) ----
  void link(FuncSymbol* s);
  void decode(FuncSymbol* s);
  Word* placeCode();
  void breakMaps(Unit& u, FuncSymbol* s, bytecode::PointerMap* maps);
  void relocateCode(Unit& u, FuncSymbol* self, Word* code);
  void publish(FuncSymbol* s, const Word* entry);
  Linked* linkedAlike(const Unit& u, uint32_t func);
  void nativeEntry(Unit& u, uint32_t func);

  // ---- data (link_data.cc) ----
  uint8_t* global(Unit& u, uint32_t i);
  uint8_t* newGlobal(Unit& u, uint32_t i);
  void fillGlobals();
  // What a relocation puts into a word at `at`.
  Word dataWord(Unit& u, const bytecode::Reloc& r, void* at);
  rt::NativeFn native(Unit& u, uint32_t func);

  // ---- types (type_loader.cc) ----
  rt::Type* type(Unit& u, uint32_t i);
  rt::Type* shell(Unit& u, uint32_t i);
  void fillType(Unit& u, uint32_t i, rt::Type* t);
  void bringPointer(Unit& u, const rt::Type* t);
  void fillMethods(Unit& u, rt::Type* t);
  const Word* methodCode(Unit& u, uint32_t func);
  void addMethodCode(Unit& u, rt::Type* t);

  template <class T>
  T* zeroed(size_t n) {
    return reinterpret_cast<T*>(tables_.alloc(sizeof(T) * (n == 0 ? 1 : n), alignof(T)));
  }
  template <class T>
  T* cell() {
    return arena_.make<T>();
  }

  Engine& engine_;
  Program& program_;
  // ---- constant once goroutines run ----
  rt::VM* vm_ = nullptr;
  const NativeTable* natives_ = nullptr;
  bool keepsTime_ = false;
  std::vector<PackageImage> images_;
  std::vector<uint32_t> imageTable_;  // hash table of paths: index + 1
  const uint8_t* stubsEnd_;
  // ---- written under the lock, read by anybody ----
  AppendArray<Unit*> units_;
  // order: release publishes the stub's word; pairs with the acquire in isStub().
  Atomic<const uint8_t*> stubsBegin_;
  // ---- guarded by the lock ----
  rt::Mutex lock_{rt::LockRank::Link};
  Atomic<uintptr_t> owner_{0};                                     // who holds it; only compared with the reader's own
  Space tables_;                                                   // of units
  Arena arena_;                                                    // symbols, fixups, pointer maps
  std::vector<Unit*> unitOfImage_;                                 // nullptr: not opened yet
  std::vector<Unit*> modules_;                                     // units of addModule
  std::unordered_map<std::string_view, FuncSymbol*> sharedFuncs_;  // dupOk, by symbol
  std::unordered_map<std::string_view, uint8_t*> sharedGlobals_;
  std::unordered_map<uint64_t, Linked> instances_;   // dupOk functions that are linked, by unit and body
  std::unordered_set<const rt::Type*> lackingCode_;  // with methods that no image so far had code for
  struct PendingType {
    Unit* unit;
    uint32_t index;
    rt::Type* type;
  };
  std::vector<PendingType> pendingTypes_;
  struct PendingGlobal {
    Unit* unit;
    uint32_t index;
    uint8_t* at;
  };
  std::vector<PendingGlobal> pendingGlobals_;
  // Scratch of one step, so that its memory is used again.
  bytecode::FuncDef func_;
  bytecode::TypeBody typeBody_;
  LinkStats stats_;
  int64_t lockedAt_ = 0;
  std::deque<std::unique_ptr<Unit>> owned_;
};

// Holds the linker's lock; a thread that has it already may have it again, because building an itab leads back here.
class LinkGuard {
 public:
  explicit LinkGuard(Linker& l);
  ~LinkGuard();
  LinkGuard(const LinkGuard&) = delete;
  LinkGuard& operator=(const LinkGuard&) = delete;

 private:
  Linker& linker_;
  bool outermost_;
};

}  // namespace hood::vm
