// The intermediate representation: per function a control-flow graph of typed three-address instructions on virtual
// registers. Not SSA: a register may be assigned more than once (source variables are), but temporaries are assigned once.
//
//   typed tree --build_*.cc--> ir::Program --passes--> ir::Program --codegen--> bytecode::Module
//
// A register holds a whole Go value of its type: a scalar, a string (2 slots), a slice (3), an interface (2), or a struct or
// array in memory layout. Variables whose address is taken, or that a closure captures by reference, are not registers:
// the builder gives them a heap object (New) and a pointer register, unless a pass proves otherwise.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "compiler/types/type.h"

namespace hood::ir {

using types::Type;

// ---- operands -------------------------------------------------------------------------------------------------

using RegId = uint32_t;
constexpr RegId kNoReg = ~0u;

// A use of register `reg`, or (type of the use smaller than the register's) of the part that starts at its slot `slot`:
// copy propagation turns `t = Extract s, 8` followed by a use of t into a use of {s, 1}.
struct Use {
  RegId reg = kNoReg;
  uint16_t slot = 0;
  bool valid() const { return reg != kNoReg; }
};

struct Func;
struct Global;
struct Block;

// ---- operations -----------------------------------------------------------------------------------------------
// `type` is the operand type unless said otherwise; `type2` a second one. Pointers given to Load/Store/FieldAddr/… are
// checked for nil by the operation (panic: nil dereference) unless `nonNil` is set. [..] = results / arguments.

enum class Op : uint16_t {
  // constants: dst
  ConstInt,     // imm: value of an integer, bool, pointer-shaped nil (0), …; extended to 64 bits as slots are
  ConstFloat,   // imm: bits (float32: in the low half)
  ConstString,  // str
  Zero,         // the zero value of `type`, any type
  FuncAddr,     // func: a func value without captured variables (static closure)
  TypeAddr,     // type: pointer to its run-time descriptor
  GlobalAddr,   // global, plus `off` bytes
  // data movement
  Copy,     // dst = a
  Extract,  // dst = the `type` at byte `off` of a (struct field, array element with constant index, len of a string…)
  Insert,   // dst.(byte off) = a, of `type`; the rest of dst keeps its value (dst is read and written)
  // arithmetic: dst = a op b, wrapping at the size of `type`. Quo, Rem panic on integer division by zero.
  Add,
  Sub,
  Mul,
  Quo,
  Rem,
  And,
  Or,
  Xor,
  AndNot,
  Shl,
  Shr,  // b: count of type `type2`; a negative signed count panics; counts >= width give 0 or the sign
  Neg,
  Not,  // Not: bitwise complement; for booleans logical not
  FMA,  // dst = a * b + c, rounded once (math.FMA)
  Sqrt,
  Floor,
  Ceil,
  Trunc,
  Abs,  // float64 intrinsics
  Complex,
  Real,
  Imag,  // complex(a, b) of complex type `type`; parts of a complex a
  // comparison: dst bool = a op b on values of `type` (any comparable type; interface comparison may panic)
  Eq,
  Ne,
  Lt,
  Le,
  Gt,
  Ge,
  Convert,  // numeric conversion of a from `type` to `type2` (dst's type); also between pointer and uintptr
  // memory
  Load,       // dst = *(a + off), of `type`
  Store,      // *(a + off) = b, of `type` (write barrier by type)
  Move,       // *(a) = *(b), of `type`: memory to memory, for large values
  ZeroMem,    // *(a) = zero value of `type`
  FieldAddr,  // dst = a + off, nil-checked
  NilCheck,   // a
  // indexed access. Bounds are checked (panic: index out of range [i] with length n) unless noBounds.
  IndexAddr,   // dst = &a[b]; a: slice, or pointer to array (type2 = the array type); type = element type
  IndexLoad,   // dst = a[b]; a: slice or string or pointer to array (type2 tells: its type); type = element type
  IndexStore,  // a[b] = c;  as IndexLoad
  ArrayLoad,   // dst = a[b]; a: register of array type type2, in the frame
  ArrayStore,  // dst[b] = a; dst: register of array type type2, in the frame (read and written)
  SliceOp,     // dst = a[args[0]:args[1]:args[2]] (absent bounds: kNoReg); type = type of a (slice, string or pointer to
               // array); panics as Go; type2 = type of dst
  SliceToArrayPtr,  // dst = (*[N]T)(a); type = slice, type2 = pointer to array
  // allocation and composite values
  New,           // dst = new object of `type`, zeroed
  MakeSlice,     // dst = make(type, a, b); b may be absent; panics as Go
  MakeMap,       // dst = make(type, a); a may be absent
  MakeChan,      // dst = make(type, a); a may be absent
  MakeClosure,   // dst = closure of func with args captured by value, laid out as struct `type` {uintptr, captures…}
  ToIface,       // dst (interface type2) = a of concrete `type`
  IfaceToIface,  // dst (interface type2) = a of interface `type`, statically known to be implemented; nil stays nil
  TypeAssert,    // [v] or [v, ok] = a.(type2); a of interface `type`. One result: panics as Go
  TypeEq,        // dst bool: dynamic type of interface a is exactly concrete type2
  IfaceData,     // dst = value of concrete `type` in interface a, dynamic type already known
  // strings
  StrConcat,  // dst = args[0] + args[1] + …
  StrToBytes,
  StrToRunes,
  BytesToStr,
  RunesToStr,
  IntToStr,
  StrRange,  // [rune, next] = decode args[0] (string) at index args[1]
  // slices
  AppendElems,  // dst = append(args[0], args[1]…); type = slice type
  AppendSlice,  // dst = append(a, b...); b: slice or string (type2)
  CopySlice,    // dst int = copy(a, b); type, type2 their types; dst may be kNoReg
  ClearSlice,   // clear(a)
  // maps: type = map type
  MapGet,       // [v] or [v, ok] = args[0][args[1]]
  MapSet,       // args[0][args[1]] = args[2]
  MapDelete,    // delete(args[0], args[1])
  MapClear,     // clear(a)
  MapIterInit,  // dst (type2: the iterator record, see iterType()) = iterator over a
  MapIterNext,  // [ok, key, value] = next of iterator dst (read and written); key and value may be kNoReg
  Len,
  Cap,  // dst int = len(a), cap(a) of map or chan a (others are Extract)
  // channels: type = chan type
  ChanSend,   // args[0] <- args[1]
  ChanRecv,   // [v] or [v, ok] = <-args[0]; v may be kNoReg
  ChanClose,  // close(a)
  Select,     // [index, recvOk, received values…]: see Func::selects[imm]
  // calls: results, args (receiver first). imm: CallKind
  Call,         // func
  CallClosure,  // a: func value
  CallIface,    // a: interface; imm: index in the sorted method list of interface `type`. args[0]: its data word, {a, 1}
  Go,
  Defer,       // a: func value without parameters and results (the builder wraps the call)
  DeferRange,  // a: list of calls that bodies of range-over-func loops defer for this frame: a pointer to the newest
               // {func value, next}; the list takes its place among the deferred calls now
  RunDefers,   // runs this frame's deferred calls (normal return)
  // Open-coded defers (build_defer.cc): the calls are made in line where the function returns.
  OpenDefer,    // dst = true: the call that this flag stands for is due
  OpenDefers,   // first in the recover block: behind it, what is due becomes records, for a panic to run …
  DefersReady,  // … and here the panic goes on, if one is why we came
  FrameToken,   // dst int: names this frame to Recover
  Recover,      // dst eface; a: token of the frame that counts as the caller, if it is not this one
  Panic,        // a: eface
  Print,        // print(args); imm = 1: println
  UnsafeSlice,
  UnsafeString,  // dst = unsafe.Slice(a, b) / unsafe.String(a, b), checked; type = element pointer type
  AtomicLoad,
  AtomicStore,
  AtomicAdd,
  AtomicSwap,
  AtomicCas,    // *a with b (and c): type; sequentially consistent
  MutexLock,    // bool: the sync.Mutex whose state is *a was free and is ours now
  MutexUnlock,  // frees it; its state, or 0 if nobody is to be woken
  KeepAlive,    // args stay alive until here
  // terminators
  Jump,         // succ[0]
  If,           // a ? succ[0] : succ[1]
  Switch,       // jump table: a (integer, type) - imm in [0, cases): succ[1 + it], else succ[0]
  Return,       // args: the results, in order
  Unreachable,  // after a call that does not return (panic)
};

// dst holds a value before the instruction, of which a part survives.
inline bool readsDst(Op op) { return op == Op::Insert || op == Op::ArrayStore || op == Op::MapIterNext; }
inline bool isAtomic(Op op) { return Op::AtomicLoad <= op && op <= Op::MutexUnlock; }
const char* opName(Op op);

constexpr uint32_t kNotInlined = ~0u;

// A call that the inliner replaced by the callee's body: what a traceback shows as a frame of its own.
struct InlinedCall {
  std::string name;               // the callee's
  uint32_t parent = kNotInlined;  // an earlier entry: the inlined call around this one
  Pos callPos;
};

struct Instr {
  Op op;
  bool nonNil = false;
  bool noBounds = false;
  uint8_t unsignedIndex = 0;   // bit k: the index (bound k of SliceOp) is a 64-bit unsigned one: a panic prints it so
  uint32_t inl = kNotInlined;  // index into Func::inlines of the call that this instruction came from
  Pos pos;
  Type* type = nullptr;
  Type* type2 = nullptr;
  RegId dst = kNoReg;
  Use a, b, c;
  int64_t imm = 0;
  int64_t off = 0;
  std::string_view str;
  Func* func = nullptr;
  Global* global = nullptr;
  std::vector<Use> args;
  std::vector<RegId> results;  // of operations written [..]
};

struct Block {
  uint32_t id = 0;
  std::vector<Instr> instrs;  // the last one, and only it, is a terminator
  std::vector<Block*> succ;
  std::vector<Block*> pred;  // kept by Func::computePreds()
  uint32_t loopDepth = 0;    // by a pass
};

// ---- functions ------------------------------------------------------------------------------------------------

struct Reg {
  Type* type = nullptr;
  std::string_view name;  // of the source variable, for listings
  bool isVar = false;     // a source variable: may be assigned more than once
};

struct SelectCase {
  bool send = false;
  Use chan;
  Use value;            // send
  RegId recv = kNoReg;  // receive: where the value goes (kNoReg: dropped)
  Type* chanType = nullptr;
};
struct SelectInfo {
  std::vector<SelectCase> cases;  // default excluded
  bool hasDefault = false;        // then index -1 means default
};

enum class FuncKind : uint8_t {
  Go,        // has blocks
  Native,    // no body: bound by name at load
  External,  // of another package: bound by symbol when it is first needed; the inliner may know its body
};

struct Func {
  std::string name;      // what a traceback shows: "main.f", "main.(*T).m", "main.f.func1"
  std::string linkName;  // the symbol, if that is another: generated functions, instances of generic ones
  FuncKind kind = FuncKind::Go;
  bool dupOk = false;      // several packages may have it; all copies are equal
  bool wrapper = false;    // generated (method wrappers, go/defer thunks): hidden in tracebacks, transparent to recover
  bool isClosure = false;  // reads its closure pointer (closureReg)
  bool hasDefer = false;
  bool hasRecover = false;
  bool noInline = false;
  bool rangeBody = false;   // of a range-over-func loop: called from nowhere but through the closure that the loop makes
  bool usesUnsafe = false;  // converts to or from unsafe.Pointer: memory may be read under several types
  Pos pos, endPos;
  types::Package* pkg = nullptr;
  std::vector<Type*> paramTypes;  // receiver first
  std::vector<Type*> resultTypes;
  std::vector<RegId> params;  // registers that hold the parameters at entry (kNoReg: unused)
  RegId closureReg = kNoReg;  // closure pointer at entry, an unsafe.Pointer
  std::vector<Reg> regs;
  std::vector<std::unique_ptr<Block>> blocks;  // blocks[0] is the entry; order is layout order
  // Where a recovered panic continues: runs the remaining deferred calls and returns the result variables. Its live-in
  // registers are live at every instruction of the function; the builder assigns them in the entry block, before any
  // instruction that can panic.
  Block* recoverBlock = nullptr;
  std::vector<SelectInfo> selects;
  std::vector<InlinedCall> inlines;

  RegId newReg(Type* t, std::string_view name = {}, bool isVar = false) {
    regs.push_back({t, name, isVar});
    return static_cast<RegId>(regs.size() - 1);
  }
  Block* newBlock() {
    blocks.push_back(std::make_unique<Block>());
    blocks.back()->id = static_cast<uint32_t>(blocks.size() - 1);
    return blocks.back().get();
  }
  void computePreds();
};

// ---- program --------------------------------------------------------------------------------------------------

// A pointer stored in static data at byte `off`.
struct DataReloc {
  enum Kind : uint8_t { String, FuncRef, GlobalRef, TypeRef, ItabRef, Static } kind;
  int64_t off = 0;
  std::string_view str;      // String: address of its bytes (the length is in the data)
  Func* func = nullptr;      // FuncRef: address of its static closure
  Global* global = nullptr;  // GlobalRef, Static: address of the global plus addend
  int64_t addend = 0;
  Type* type = nullptr;   // TypeRef; ItabRef: concrete type
  Type* iface = nullptr;  // ItabRef
};

struct Global {
  std::string name;  // the symbol: "pkg.v"; static data of literals: "pkg..stmp_3"
  Type* type = nullptr;
  types::Package* pkg = nullptr;
  bool external = false;      // of another package
  std::vector<uint8_t> data;  // initial bytes, or empty: zero
  std::vector<DataReloc> relocs;
  bool readOnly = false;  // never written: not a GC root unless it points to other globals
};

struct OptionalInit {
  const Global* global = nullptr;
  Func* func = nullptr;
  std::vector<const Global*> needs;  // other variables of this kind that it reads
};

// The code and data of one package, and the externals it refers to.
struct Program {
  types::Package* pkg = nullptr;
  std::vector<std::unique_ptr<Func>> funcs;
  std::vector<std::unique_ptr<Global>> globals;
  std::vector<Func*> inits;  // run in this order when the program starts
  // Initialisers of variables that only other packages use, and that do nothing else: run after inits if one does.
  std::vector<OptionalInit> optionalInits;
  Func* entry = nullptr;  // of a command: runs all package initialisers in order, then main.main
  // Method tables of run-time descriptors: the interface-call entries (receiver = the interface's data word) of the method
  // sets of types that this package declares or puts in an interface.
  std::unordered_map<std::string, std::vector<std::pair<types::Func*, Func*>>> methods;  // key: typeKey
  std::vector<Type*> types;                                                              // types that get a descriptor
  std::unordered_map<const types::Func*, Func*> declared;  // what each function that was asked for became

  // Functions and variables of other packages by symbol; the first request decides about name and type.
  Func* externalFunc(std::string_view name, std::string_view linkName, types::Package* pkg, bool* fresh = nullptr);
  Func* nativeFunc(std::string_view name, types::Package* pkg, bool* fresh);
  Global* externalGlobal(std::string_view name, types::Package* pkg, Type* type);
  bool usesExternal(const std::string& global) const { return externalGlobals_.count(global) != 0; }

 private:
  std::unordered_map<std::string, Func*> externals_, natives_;
  std::unordered_map<std::string, Global*> externalGlobals_;
};

// t's descriptor is in another package's image: a named type declared there, or a pointer to one.
bool isForeignType(const types::Package* pkg, Type* t);

// Record types that only the runtime knows inside.
Type* iterType(types::Context& ctx);  // map iterator: a struct of pointers and words, Hiter of runtime/lang/map.h

std::string print(const Func& f);  // listing, for tests and `hood dis --ir`

}  // namespace hood::ir
