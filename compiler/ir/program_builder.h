// The package half of IR building: which functions, globals, types and methods there are.
//
// The roots are everything the package declares: other packages may use it by name, or a method through an interface.
// Asking for a function (funcFor), a package variable (globalFor) or a run-time type (needType) queues what it implies;
// run() drains the queue. What belongs to another package becomes an external: its symbol and its type.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/ir/build.h"
#include "compiler/ir/ir.h"

namespace hood::ir {

class FuncBuilder;

// Types that lowering asks for all the time.
struct BasicTypes {
  Type* boolean = nullptr;
  Type* integer = nullptr;  // int
  Type* uint8 = nullptr;
  Type* int32 = nullptr;
  Type* uintptr = nullptr;
  Type* float64 = nullptr;
  Type* float32 = nullptr;
  Type* string = nullptr;
  Type* pointer = nullptr;  // unsafe.Pointer
  Type* eface = nullptr;
};

// How a method value's receiver is reached from x in x.m: field indices of the embedded fields, then the method.
struct MethodPath {
  types::Func* func = nullptr;
  std::vector<int> fields;
};

class ProgramBuilder {
 public:
  explicit ProgramBuilder(const BuildInput& in);
  ~ProgramBuilder();
  std::unique_ptr<Program> run();

  // ---- references; each makes its subject reachable ----
  Func* funcFor(types::Func* f);     // declared function or method, or an instance of one; receiver first
  Global* globalFor(types::Var* v);  // package-level variable
  void needType(Type* t);            // t is put in an interface: its descriptor carries methods
  // A function that takes x of type t and calls x.m (method expressions, promoted methods).
  Func* methodExprFunc(Type* t, const MethodPath& path);
  // A closure body that calls m on the receiver of type recv captured behind its entry word (method values).
  Func* boundMethodFunc(Type* recv, const MethodPath& path);
  // m of t as the run-time tables want it: the receiver is the interface's data word.
  Func* ifaceEntry(Type* t, const MethodPath& path);

  types::Func* runtimeFunc(std::string_view name);  // of package runtime; nullptr where there is none
  // The function that an identifier denotes; of a generic one the instance.
  types::Func* funcOf(const ast::Ident* id);

  Type* plainErrorType();  // runtime.plainError
  types::Package* packageNamed(std::string_view path);

  // ---- static data (build_static.cc) ----
  Global* newStatic(Type* t, bool readOnly);
  // Writes e's value at `off` of g if it needs no code; false (and g unchanged as far as it matters) otherwise.
  bool staticStore(Global* g, int64_t off, Type* t, ast::Expr* e);
  // A read-only interface value that holds constant e of concrete type `from`; nullptr when it is not worth it.
  Global* staticIface(Type* iface, Type* from, ast::Expr* e);

  // ---- functions ----
  Func* newFunc(std::string name, types::Package* pkg, Pos pos);
  Func* newNested(Func* outer, std::string name, types::Package* pkg, Pos pos);
  std::string funcName(types::Func* f);  // as tracebacks print it
  std::string closureName(Func* outer, types::Package* pkg, const char* prefix);

  const BuildInput& in;
  BasicTypes t;
  std::unique_ptr<Program> prog;
  bool failed = false;
  std::unordered_set<const types::Var*> byValueVars;  // loop variables that closures may copy though the loop assigns them
  std::unordered_set<const types::Var*> boxedVars;    // loop variables that all iterations share (before Go 1.22)

 private:
  struct InitState {
    types::Initializer* init = nullptr;
    Func* func = nullptr;  // nullptr: done by data alone
  };

  void declareAll();
  void buildInits();
  void buildInit(InitState& s);
  void drain();
  Func* declaredFunc(types::Func* f);
  Func* foreignFunc(types::Func* f);
  void buildDeclared(types::Func* f, Func* to);
  Func* stampedFunc(types::Func* f);
  void buildStamped(types::Func* f, const std::vector<Type*>& targs, Func* to);
  void buildEntry();
  void takeOptionalInits();
  void joinInits();
  void dropFunc(Func* f);
  std::string_view linknameOf(types::Object* o, std::string_view pragma);
  types::Object* objectOfSymbol(std::string_view symbol, types::ObjectKind kind);
  Func* linkedFunc(types::Func* f);
  types::Package* packageOfSymbol(std::string_view symbol);
  Func* wrapperFunc(const std::string& key, std::string name, const types::Func* m);
  void addMethods(Type* t, std::vector<Type*>& more);
  void signatureOf(types::Func* f, Func* to);
  Global* newGlobal(std::string name, types::Package* pkg, Type* type);

  bool staticConst(Global* g, int64_t off, Type* t, ast::Expr* e);
  bool staticLit(Global* g, int64_t off, ast::CompositeLit* lit);
  bool staticAddr(Global* g, int64_t off, ast::Expr* e);
  bool staticSlice(Global* g, int64_t off, ast::CompositeLit* lit);
  bool staticToIface(Global* g, int64_t off, Type* iface, ast::Expr* e);
  bool staticError(Global* g, int64_t off, Type* iface, ast::Expr* e);
  bool staticFunc(Global* g, int64_t off, ast::Expr* e);

  std::deque<std::function<void()>> work_;
  std::unordered_map<const types::Func*, std::map<std::string, types::Func*>> instances_;  // of generic functions
  std::unordered_map<const types::Func*, std::vector<Type*>> instanceArgs_;
  std::unordered_map<const types::Var*, Global*> globals_;
  std::unordered_map<std::string, types::Package*> standIns_;  // packages of which only the path is known
  Type* plainError_ = nullptr;
  std::unordered_set<const types::Var*> initialised_;  // variables of this package that have an initialiser
  std::vector<InitState> inits_;
  std::unordered_map<std::string, Func*> wrappers_;
  std::unordered_set<std::string> runtimeTypes_;
  std::unordered_set<Type*> runtimeTypePtrs_;
  std::unordered_map<std::string, Global*> staticIfaces_;
  std::unordered_map<const Func*, int> closureCount_, thunkCount_, loopCount_;
  std::unordered_map<const types::Package*, int> globClosures_;
  std::unordered_set<std::string> closureNames_;
  std::unordered_set<const Func*> initFuncs_;
  int staticCount_ = 0;
};

std::vector<std::string> neededOptional(const Program& prog, const InitFuncs& p);

// "name" or, unexported, "pkgpath.name": what makes two methods the same besides their signatures.
std::string methodId(const types::Func* m);
int methodIndex(types::Interface* i, const types::Func* m);
// The method declared by an interface: has no body of its own.
bool isIfaceMethod(const types::Func* m);
}  // namespace hood::ir
