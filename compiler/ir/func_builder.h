// Lowering one function body to IR. The class is large because Go is; its members are grouped by the file that has them.
//
// Conventions
//   expr(e) returns a register that holds e's value. It may be a variable's own register: whoever stores it for later,
//   while that variable can be assigned, copies first (copyOf).
//   Places are what can be read, written or addressed; evaluating a place's operands (place()) and using it (load, store,
//   addr) are separate steps, as the two phases of Go's assignment are.
//   `cur` is the block being filled. After a terminator it is nullptr, and emitting opens an unreachable block, which
//   finish() drops.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/ir/ir.h"
#include "compiler/ir/program_builder.h"

namespace hood::ir {

// Values up to this size live in registers; larger ones in memory, moved by Move.
constexpr int64_t kMaxRegisterBytes = 256;
constexpr int64_t kMaxRegisterArrayBytes = 1024;  // arrays of scalars, indexed in the frame
constexpr int64_t kMaxByValueCapture = 128;

bool inRegister(Type* t);

// Something that can be read, written, and (Mem, Elem) addressed.
struct Place {
  enum Kind : uint8_t {
    Blank,    // _
    Reg,      // register `base`, through steps, then byte `off`
    Mem,      // *(base + off)
    Elem,     // base[index]: slice or pointer to array, of type container
    MapElem,  // base[index] of map type container
  };
  struct Step {  // the array at byte `off`, then its element `index`
    int64_t off;
    Type* array;
    RegId index;
    uint8_t unsignedIndex;  // ir.h
  };
  Kind kind = Blank;
  bool nonNil = false;
  bool noBounds = false;
  uint8_t unsignedIndex = 0;
  Type* type = nullptr;
  RegId base = kNoReg;
  RegId index = kNoReg;
  int64_t off = 0;
  Type* container = nullptr;
  std::vector<Step> steps;
  Pos pos;
};

// A call whose function value and arguments are evaluated, and that can be emitted here or in a go/defer thunk.
struct CallPlan {
  enum Kind : uint8_t { Static, Closure, Iface, Builtin } kind = Static;
  Func* func = nullptr;
  types::BuiltinId builtin{};
  Type* iface = nullptr;  // Iface: the interface type
  int64_t method = 0;
  bool hasFun = false;  // operands[0] is the func value or interface
  std::vector<RegId> operands;
  std::vector<Type*> operandTypes;
  std::vector<Type*> resultTypes;
  Type* type = nullptr;  // Builtin: type of the first operand
  Type* type2 = nullptr;
  Pos pos;
};

struct Storage {
  enum Kind : uint8_t { None, Register, Box } kind = None;  // Box: reg points to the variable on the heap
  RegId reg = kNoReg;
};

class FuncBuilder {
 public:
  FuncBuilder(ProgramBuilder& pb, Func* f, types::Package* pkg, FuncBuilder* outer);

  // ---- whole functions (build_func.cc, build_iface.cc) ----
  void buildBody(types::Signature* sig, ast::BlockStmt* body);
  void buildInitializer(const types::Initializer& init);
  void buildMethodExpr(Type* t, const MethodPath& path);
  void buildBoundMethod(Type* recv, const MethodPath& path);
  void buildIfaceEntry(Type* t, const MethodPath& path);
  void finish();

  // A range-over-func loop, whose body is a function of its own.
  struct Exit {               // a way out of the body besides its end, break and continue
    ast::BranchStmt* branch;  // nullptr: return
  };
  struct FuncLoop {
    ast::RangeStmt* stmt = nullptr;
    types::Var* state = nullptr;  // a LoopState
    types::Var* next = nullptr;   // 1 + the exit that was taken; 0: none
    std::vector<Exit> exits;
  };

 private:
  // ---- emitting (build_func.cc) ----
  Instr& emit(Op op, Type* type = nullptr);
  RegId emitTo(Op op, Type* type, Type* dstType);  // with a new result register
  RegId unary(Op op, Type* type, RegId a, Type* dstType);
  RegId binary(Op op, Type* type, RegId a, RegId b, Type* dstType);
  RegId temp(Type* t) { return f->newReg(t); }
  RegId var(Type* t, std::string_view name = {}) { return f->newReg(t, name, true); }
  RegId constInt(Type* t, int64_t v);
  RegId zero(Type* t);
  RegId extract(RegId from, Type* t, int64_t off);
  void insert(RegId into, RegId v, Type* t, int64_t off);
  void copyTo(RegId dst, RegId src);  // retargets the instruction that made src when it can
  RegId copyOf(RegId src);
  bool isVarReg(RegId r) const { return f->regs[r].isVar; }
  Type* regType(RegId r) const { return f->regs[r].type; }
  Block* newBlock();
  void start(Block* b);
  void jump(Block* to);
  void branch(RegId cond, Block* yes, Block* no);
  void ret(const std::vector<RegId>& values);

  // ---- variables (build_func.cc) ----
  bool needsBox(const types::Var* v) const;
  Storage& storageOf(types::Var* v);
  Storage& declare(types::Var* v, RegId init);  // kNoReg: zero value
  Storage capture(types::Var* v);
  RegId newObject(Type* t);
  bool inMemory(types::Var* v);
  void declareParams(types::Signature* sig);
  void declareResults(types::Signature* sig, bool boxed);
  void returnResults();
  void retResults();

  // ---- places (build_place.cc) ----
  Place place(ast::Expr* e);
  Place varPlace(types::Var* v, Pos pos);
  Place regPlace(RegId r, Type* t, Pos pos);
  Place memPlace(RegId ptr, Type* t, bool nonNil, Pos pos);
  Place fieldOf(Place p, types::Struct* s, int field);
  Place elemOf(Place p, ast::Expr* index, Pos pos);
  Place indexPlace(ast::IndexExpr* e);
  Place selectorPlace(ast::SelectorExpr* e);
  Place derefPlace(RegId ptr, Type* elem, Pos pos);
  Place walkFields(Place p, const std::vector<int>& index, size_t n, Pos pos);  // follows embedded pointers
  RegId load(const Place& p);
  void store(const Place& p, RegId v);
  RegId addr(const Place& p);
  RegId addrOf(ast::Expr* e);
  // *p = e: with large values in memory all the way. fresh: p is new, zeroed memory that e cannot mention.
  void storeExpr(const Place& p, ast::Expr* e, bool fresh);
  RegId indexValue(ast::Expr* e);
  uint8_t unsignedIndex(ast::Expr* e);  // as Instr has it
  bool isLarge(Type* t) const { return !inRegister(t); }

  // ---- expressions (build_expr.cc, build_const.cc) ----
  RegId expr(ast::Expr* e);
  RegId exprAs(ast::Expr* e, Type* to);  // with implicit conversion
  std::vector<RegId> exprList(const std::vector<ast::Expr*>& es, const std::vector<Type*>& to);
  std::vector<RegId> multiExpr(ast::Expr* e);              // a call with several results
  std::vector<RegId> commaOk(ast::Expr* e, Type* okType);  // v, ok forms
  void effects(ast::Expr* e);                              // evaluated for its effects
  void condJump(ast::Expr* e, Block* yes, Block* no);
  RegId constant(ast::Expr* e, Type* t);
  RegId constantOf(const constant::Value* v, Type* t);
  RegId logical(ast::BinaryExpr* e);
  RegId binaryExpr(ast::BinaryExpr* e);
  RegId arith(ast::Op op, Type* t, RegId x, RegId y, Type* yType, Pos pos);
  RegId comparison(ast::Op op, ast::Expr* x, ast::Expr* y, Pos pos);
  RegId compareRegs(ast::Op op, Type* t, RegId x, RegId y, Pos pos);
  RegId compareLarge(ast::Op op, ast::Expr* x, ast::Expr* y, Type* type, Pos pos);
  RegId addressOfValue(ast::Expr* e, Type* type);
  void compareMemory(const Place& a, const Place& b, Block* differ);
  RegId compareNil(ast::Op op, ast::Expr* x, Pos pos);
  RegId isNilReg(RegId v, Type* t);
  RegId concat(ast::BinaryExpr* e);
  RegId unaryExpr(ast::UnaryExpr* e);
  RegId identExpr(ast::Ident* e);
  RegId selectorExpr(ast::SelectorExpr* e);
  RegId indexExpr(ast::IndexExpr* e);
  RegId sliceExpr(ast::SliceExpr* e);
  RegId typeAssert(ast::TypeAssertExpr* e, RegId* ok);
  RegId recvExpr(ast::UnaryExpr* e, RegId* ok);
  RegId mapIndex(ast::IndexExpr* e, RegId* ok);
  Type* typeOf(ast::Expr* e);  // untyped types made default
  bool isNil(ast::Expr* e);
  bool mayCallAfter(const std::vector<ast::Expr*>& es, size_t i);
  bool isLate(ast::Expr* e);

  // ---- conversions (build_conv.cc) ----
  RegId convert(RegId v, Type* from, Type* to, Pos pos);          // explicit T(x)
  RegId implicitConvert(RegId v, Type* from, Type* to, Pos pos);  // assignment
  RegId conversion(ast::CallExpr* e);
  RegId toIface(RegId v, Type* from, Type* to, Pos pos);

  // ---- literals (build_lit.cc) ----
  RegId compositeLit(ast::CompositeLit* e);
  void litInto(const Place& p, ast::CompositeLit* e);  // p holds zeros
  void structLit(const Place& p, ast::CompositeLit* e);
  void arrayLit(const Place& p, ast::CompositeLit* e, Type* elem);
  RegId sliceLit(ast::CompositeLit* e);
  RegId mapLit(ast::CompositeLit* e);
  void mapEntries(RegId m, types::Map* mt, ast::CompositeLit* e);
  bool mapFromArrays(RegId m, types::Map* mt, ast::CompositeLit* e);
  void elemInto(const Place& p, ast::Expr* e);
  void elemsInto(const std::vector<std::pair<Place, ast::Expr*>>& elems);
  bool copyStatic(const Place& p, ast::CompositeLit* e);
  RegId addrOfLit(ast::CompositeLit* e);

  // ---- calls (build_call.cc, build_builtin.cc, build_intrinsic.cc) ----
  std::vector<RegId> call(ast::CallExpr* e);
  CallPlan planCall(ast::CallExpr* e);
  void planMethod(CallPlan& p, ast::CallExpr* e, ast::SelectorExpr* s);
  void planMethodExpr(CallPlan& p, ast::CallExpr* e, ast::SelectorExpr* s);
  void planArgs(CallPlan& p, ast::CallExpr* e, types::Signature* sig, size_t skip);
  void bindMethod(CallPlan& p, const Place& recv, const MethodPath& path, Pos pos);
  std::vector<RegId> emitCall(const CallPlan& p);
  void keepConverted(const CallPlan& p);
  RegId packVariadic(const std::vector<ast::Expr*>& es, Type* slice, Pos pos);
  RegId packRegs(const std::vector<RegId>& vals, const std::vector<Type*>& from, Type* slice, Pos pos);
  RegId sliceOfArray(RegId arrayPtr, types::Array* a, Type* slice);
  RegId methodRecv(const Place& p, const MethodPath& path, Pos pos);
  RegId methodValue(ast::SelectorExpr* e);
  RegId funcValue(Func* fn);
  RegId builtin(ast::CallExpr* e, types::BuiltinId id);
  std::vector<RegId> builtinArgs(ast::CallExpr* e, std::vector<Type*>* types,
                                 const std::function<Type*(size_t, Type*)>& want);
  RegId builtinMake(ast::CallExpr* e);
  RegId builtinAppend(ast::CallExpr* e);
  RegId builtinLenCap(ast::CallExpr* e, bool cap);
  RegId builtinMinMax(ast::CallExpr* e, bool max);
  RegId builtinUnsafe(ast::CallExpr* e, types::BuiltinId id);
  CallPlan planBuiltin(ast::CallExpr* e, types::BuiltinId id);
  RegId emitBuiltin(const CallPlan& p);
  bool intrinsic(types::Func* fn, ast::CallExpr* e, std::vector<RegId>* out);
  void panicText(std::string text, Pos pos);

  // ---- closures, go, defer (build_closure.cc) ----
  struct Literal {
    Func* func = nullptr;
    std::vector<RegId> captured;  // what it captures, in the registers of the function around it
    std::vector<Type*> capturedTypes;
  };
  RegId funcLit(ast::FuncLit* e);
  Literal literal(ast::FuncLit* e);
  RegId makeClosure(Func* fn, const std::vector<RegId>& regs, const std::vector<Type*>& types, Pos pos);
  RegId thunk(const CallPlan& p, const char* prefix);
  void insertCaptureLoads();

  // ---- go and defer (build_defer.cc) ----
  struct DeferSite {
    RegId flag = kNoReg;  // set while the call is due
    bool always = false;  // executed on every path to what follows it in the source
    Literal lit;          // a function literal without parameters, or …
    Type* litType = nullptr;
    CallPlan plan;  // … any other call
    Pos pos;
  };
  void goDefer(Op op, ast::Expr* call);
  CallPlan planLater(ast::CallExpr* e);
  RegId deferredClosure(const CallPlan& p, const char* prefix);
  void openDefer(ast::CallExpr* call);
  RegId kept(RegId r);
  bool isStable(RegId r) const;
  void callDeferred(const DeferSite& s);
  void runOpenDefers();
  void recoverPath();
  void zeroKept();

  // ---- statements (build_stmt.cc, build_assign.cc, build_range.cc, build_switch.cc, build_select.cc) ----
  void stmt(ast::Stmt* s);
  void stmts(const Slice<ast::Stmt*>& list);
  void declStmt(ast::DeclStmt* s);
  void ifStmt(ast::IfStmt* s);
  void forStmt(ast::ForStmt* s);
  void returnStmt(ast::ReturnStmt* s);
  void branchStmt(ast::BranchStmt* s);
  void labeledStmt(ast::LabeledStmt* s);
  void assignStmt(ast::AssignStmt* s);
  void assignOne(ast::Expr* lhs, ast::Expr* rhs, bool define);
  void assignPairs(ast::AssignStmt* s);
  void assignMulti(const std::vector<ast::Expr*>& lhs, ast::Expr* rhs, bool define);
  void opAssign(ast::Expr* lhs, ast::Op op, ast::Expr* rhs, Pos pos);
  types::Var* definedVar(ast::Expr* lhs, bool define);
  Place lhsPlace(ast::Expr* lhs);
  Place pinned(Place p);
  void dropValue(ast::Expr* e);
  void assignLargePairs(ast::AssignStmt* s, const std::vector<Place>& places, const std::vector<types::Var*>& fresh,
                        const std::vector<Type*>& to);
  void declareFrom(types::Var* v, ast::Expr* rhs);
  std::vector<Type*> tupleTypes(ast::Expr* e);
  void sendStmt(ast::SendStmt* s);

  void rangeStmt(ast::RangeStmt* s);
  void rangeInt(ast::RangeStmt* s);
  void rangeSlice(ast::RangeStmt* s);
  void rangeArray(ast::RangeStmt* s);
  void rangeString(ast::RangeStmt* s);
  void rangeMap(ast::RangeStmt* s);
  void rangeChan(ast::RangeStmt* s);
  void bindRange(ast::RangeStmt* s, ast::Expr* lhs, RegId v, Type* from);
  bool bindInPhases(ast::RangeStmt* s, RegId key, Type* keyType, const std::function<RegId()>& val, Type* valType);
  void bindElem(ast::RangeStmt* s, const Place& elem);
  RegId indexReg(ast::RangeStmt* s, Type* type);
  void countedLoop(ast::RangeStmt* s, RegId n, Type* indexType, const std::function<void(RegId)>& bind);
  void loopBody(ast::RangeStmt* s, Block* brk, Block* cont);

  // ---- range over func (build_range_func.cc) ----
  void rangeFunc(ast::RangeStmt* s);
  void buildRangeBody(types::Signature* yield);
  void afterRangeFunc(FuncLoop& loop);
  void rangeStateBroken(RegId state);
  void leaveLoop(Exit e);
  void returnFromLoop(const std::vector<RegId>& vals);
  bool owns(const Exit& e);
  bool returnsFromRangeFunc(ast::Node* body);
  types::Var* hiddenVar(std::string_view name, Type* type, bool reassigned);
  void setVar(types::Var* v, int64_t value);
  void deferInLoop(RegId fn);
  void declareFrameLinks(ast::RangeStmt* s);
  FuncBuilder* root() { return loop_ ? outer_->root() : this; }

  void switchStmt(ast::SwitchStmt* s);
  struct IntCase {
    int64_t value;
    Block* body;
  };
  bool intSwitch(ast::SwitchStmt* s, RegId tag, Type* t, const std::vector<Block*>& bodies, Block* def);
  void intSearch(RegId tag, Type* t, const std::vector<IntCase>& cases, size_t lo, size_t hi, Block* def);
  bool stringSwitch(ast::SwitchStmt* s, RegId tag, Type* t, const std::vector<Block*>& bodies, Block* def);
  void linearSwitch(ast::SwitchStmt* s, RegId tag, Type* t, const std::vector<Block*>& bodies, Block* def);
  RegId caseMatches(RegId tag, Type* t, ast::Expr* e);
  void caseBodies(ast::SwitchStmt* s, const std::vector<Block*>& bodies, Block* end);
  void typeSwitchStmt(ast::TypeSwitchStmt* s);
  RegId typeTest(RegId x, Type* xt, ast::Expr* e, RegId* value);
  void typeBind(ast::CaseClause* c, RegId x, Type* xt, RegId value);
  void selectStmt(ast::SelectStmt* s);
  void selectBody(ast::CommClause* c, RegId got, RegId ok, Type* elem);
  bool selectSingle(ast::SelectStmt* s);
  void selectDispatch(ast::SelectStmt* s, const std::vector<RegId>& got, RegId index, RegId ok);

  struct Target {
    ast::Stmt* stmt;
    Block* brk;
    Block* cont;
  };
  Target* targetOf(ast::BranchStmt* s);

  ProgramBuilder& pb;
  BasicTypes& t;
  Func* f;
  types::Package* pkg_;
  FuncBuilder* outer_;
  Block* cur = nullptr;
  Pos pos_;  // of the statement or expression being lowered
  std::unordered_map<const types::Var*, Storage> vars_;
  std::vector<Block*> order_;  // blocks in the order they were started
  std::vector<Target> targets_;
  std::unordered_map<const ast::Stmt*, Block*> labels_;
  Block* fallthrough_ = nullptr;
  // results
  std::vector<types::Var*> resultVars_;
  std::vector<Storage> results_;
  bool namedResults_ = false;
  FuncLoop* loop_ = nullptr;          // this is the body of that loop
  types::Var* deferList_ = nullptr;   // of the function, while it runs loops whose bodies defer
  types::Var* frameToken_ = nullptr;  // … whose bodies call recover
  // captured variables: this closure's, in layout order
  struct Capture {
    types::Var* var;
    RegId outerReg;
    RegId reg;
    Type* type;
  };
  std::vector<Capture> captures_;
  // open-coded defers
  bool openCoded_ = false;
  ast::BlockStmt* body_ = nullptr;
  std::vector<DeferSite> deferSites_;  // in source order
  std::vector<RegId> kept_;            // registers of theirs that live as long as the frame: zero at first
  RegId deferredClosure_ = kNoReg;     // what the recover block makes records of; no call's window may touch it
};

}  // namespace hood::ir
