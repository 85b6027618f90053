// The checker's inside: one class, its methods spread over files by language notion, after go/types.
//   resolver.cc   package-level objects, imports          decl.cc       declarations, cycles
//   type_expr.cc  types                                   expr.cc       operators, operands
//   convert.cc    untyped operands, assignability, conversion, representability
//   index.cc      index and slice expressions             literal.cc    composite and function literals
//   call.cc       calls, selectors                        builtins.cc   built-in functions
//   stmt.cc       statements                              assign.cc     assignments, variable declarations
//   labels.cc     labels, branches                        return.cc     terminating statements
//   init_order.cc initialisation order, unused things     valid_type.cc types that contain themselves
//   type_params.cc type parameters, constraints, instances  instantiate.cc  who satisfies or implements what
//   infer.cc, unify.cc  type inference                     mono.cc       instantiation cycles
// Mirrors: src/cmd/compile/internal/types2 (Go 1.22): names, order of checks, wording.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/check/check.h"
#include "compiler/types/type_set.h"

namespace hood::check {

using namespace types;
using ast::Expr;
using ast::Mode;
using constant::ValueRef;

// What an expression is while it is being checked.
struct Operand {
  Mode mode = Mode::Invalid;
  Type* type = nullptr;
  ValueRef val = nullptr;
  Expr* expr = nullptr;
  BuiltinId id = BuiltinId::Append;  // Mode::Builtin
  bool invalid() const { return mode == Mode::Invalid; }
};

// Where a package-level object is declared, and what it depends on.
struct DeclInfo {
  Scope* file = nullptr;
  std::vector<Var*> lhs;  // several variables, one initialiser
  Expr* typeExpr = nullptr;
  Expr* init = nullptr;
  bool inherited = false;
  uint32_t iota = 0;
  ast::TypeDecl* typeDecl = nullptr;
  ast::FuncDecl* funcDecl = nullptr;
  std::vector<Object*> deps;  // package-level variables, constants, functions, methods its initialiser or body uses
  std::unordered_set<Object*> depSet;
  bool bodyChecked = false;
};

struct Environment {
  DeclInfo* decl = nullptr;
  Scope* scope = nullptr;
  Pos pos;                   // if valid: declarations after it are invisible (delayed bodies)
  ValueRef iota = nullptr;   // in a constant declaration
  Pos errPos;                // inherited constant initialiser: where errors are reported
  Signature* sig = nullptr;  // of the function whose body is checked
  bool hasCallOrRecv = false;
  bool inTypeParams = false;           // in a type parameter list
  std::vector<TypeParam*> typeParams;  // of the functions around
};

// A function value's target: what it is assigned to.
struct Target {
  Type* type = nullptr;
  std::string desc;
};

// What infer() is to find out, and what it found or why not.
struct Inference {
  std::vector<TypeParam*> tparams;
  std::vector<Type*> targs;  // nullptr: to be inferred
  std::vector<Type*> params;
  std::vector<Operand> args;
  Pos at;
  bool reverse = false;  // the argument is what a generic function is assigned to
  Pos errorAt;
  std::string error;
};

// Who is instantiated with whom, see mono.cc.
struct MonoGraph {
  struct Vertex {
    TypeName* obj;
    int weight;  // of the heaviest path to it
    size_t pre;  // that path's last edge
    size_t len;
  };
  struct Edge {
    size_t dst, src;
    int weight;
    Pos at;
    Type* type;
  };
  std::vector<Vertex> vertices;
  std::vector<Edge> edges;
  std::unordered_map<TypeParam*, TypeParam*> canon;  // a receiver's type parameter → the type's own
  std::unordered_map<TypeName*, size_t> index;
  size_t vertex(TypeName* o);
  size_t vertex(TypeParam* p);
};

class Unifier;

class Checker {
 public:
  Checker(Context& ctx, constant::Pool& consts, Diagnostics& diags, Package* pkg, Options options)
      : ctx_(ctx), consts_(consts), diags_(diags), pkg_(pkg), options_(options) {}
  bool run();
  bool checkBody(Func* f);
  void declareObject(Object* o) { objDecl(o); }

 private:
  // ---- errors ----
  void error(Pos p, std::string text);
  void explainVersion(Pos p, std::string* text) const;
  void error(const ast::Node* n, std::string text) { error(ast::startPos(n), std::move(text)); }
  void error(const Operand& x, std::string text);
  std::string str(Type* t) const { return typeString(t, pkg_); }
  std::string str(const Operand& x) const;
  std::string str(const Expr* e) const { return std::string(ast::exprString(ctx_.arena, e)); }
  bool allowVersion(int minor) const { return pkg_->goMinor >= minor; }
  bool allowVersion(Pos at, int minor) const { return pkg_->goMinorAt(at) >= minor; }  // of the file at this position
  bool needsVersion(const ast::Node* at, int minor, const std::string& what);          // reports it if not allowed
  std::string lacksVersion(int minor) const;

  // ---- resolver.cc ----
  void bodiesOfInitializers();
  void collectObjects();
  void collectImport(ast::ImportDecl* d, Scope* fileScope);
  DeclInfo* newDecl(Scope* file);
  template <class T>
  T* newObject(const ast::Ident* id);
  void collectConsts(ast::ConstDecl* d, Scope* fileScope);
  void collectVars(ast::VarDecl* d, Scope* fileScope);
  void collectFunc(ast::FuncDecl* d, Scope* fileScope);
  void declarePkgObj(ast::Ident* id, Object* o, DeclInfo* d);
  void packageAgainstFile(Scope* fileScope);
  void associateMethods();
  void packageObjects();
  void unusedImports();
  static std::string redeclared(const SourceSet& s, const Object* alt);

  // ---- decl.cc ----
  void declare(Scope* scope, ast::Ident* id, Object* o, Pos scopePos);
  size_t declaredWith(const Object* o) const;
  void objDecl(Object* o);
  bool validCycle(size_t start);
  void cycleError(const std::vector<Object*>& cycle);
  void constDecl(Const* c, Expr* typ, Expr* init, bool inherited);
  void varDecl(Var* v, const std::vector<Var*>& lhs, Expr* typ, Expr* init);
  void aliasDecl(TypeName* o, ast::TypeDecl* d);
  Type* genericAlias(TypeName* o, ast::TypeDecl* d);
  void typeDecl(TypeName* o, ast::TypeDecl* d);
  void collectMethods(Named* n);
  void funcDecl(Func* f, DeclInfo* d);
  void funcBody(DeclInfo* decl, const std::string& name, Signature* sig, ast::BlockStmt* body, ValueRef iota,
                const std::vector<TypeParam*>& outerTypeParams = {});
  void declStmt(const Slice<ast::Decl*>& decls);
  std::string_view localId(Pos p, int number);
  void localConst(ast::ConstDecl* d);
  void localVar(ast::VarDecl* d);
  void arityMatch(const Slice<ast::Ident*>& names, const Slice<Expr*>& values, bool isConst, bool inherited);
  void usage();

  // ---- valid_type.cc ----
  bool validType(Named* n);
  bool validType(Type* t, std::vector<Named*>& nest, std::vector<Named*>& path);
  bool validNamed(Named* n, std::vector<Named*>& nest, std::vector<Named*>& path);
  void containsItself(Named* n, Named* declared, const std::vector<Named*>& nest, std::vector<Named*>& path);
  Type* declaredAs(Named* n) const;
  std::vector<bool> paramsInMemory(Named* generic);
  void markInMemory(Type* t, Named* generic, std::vector<bool>& in);
  void reportRecursive(const std::vector<Named*>& path, size_t from);

  // ---- type_expr.cc ----
  Type* typ(Expr* e) { return definedType(e, nullptr); }
  Type* varType(Expr* e);
  void validVarType(Expr* e, Type* t);
  Type* definedType(Expr* e, Named* def);
  Type* typInternal(Expr* e, Named* def);
  Type* typeByName(Expr* e, Named* def);
  Type* arrayType(ast::ArrayType* e, Named* def);
  Type* mapType(ast::MapType* e, Named* def);
  Type* chanType(ast::ChanType* e, Named* def);
  Type* structType(ast::StructType* e, Named* def);
  Var* embeddedField(ast::Field* f);
  void ident(Operand& x, ast::Ident* e, Named* def, bool wantType);
  int64_t arrayLength(Expr* e);
  void checkArraySize(Array* a, Expr* e);
  Type* interfaceType(ast::InterfaceType* e, Named* def);
  void funcType(Signature* sig, ast::Field* recv, ast::FuncType* e);
  std::vector<Var*> collectParams(Scope* scope, const Slice<ast::Field*>& fields, bool variadicOk, bool* variadic);
  void collectReceiver(Signature* sig, ast::Field* recv, Scope* scope);
  void checkEmbedded(Pos pos, Type* t);
  void setUnderlying(Named* def, Type* t);
  void interfaceMethodSet(Interface* i, ast::InterfaceType* e);

  // ---- type_params.cc ----
  TypeParam* declareTypeParam(Scope* scope, ast::Ident* name, size_t index);
  void collectTypeParams(std::vector<TypeParam*>& out, const Slice<ast::Field*>& list);
  void setConstraint(TypeParam* p, Type* bound);
  Type* constraintType(Expr* e);
  static bool isConstraint(const Expr* e);
  Type* unionType(Expr* e);
  Term parseTerm(Expr* e);
  void checkUnion(Union* u, const std::vector<Expr*>& exprs);
  bool isGeneric(Type* t) const;
  Type* genericType(Expr* e, std::string* cause);
  bool typeList(const Slice<Expr*>& exprs, std::vector<Type*>& out);
  bool validateTArgLen(Pos at, std::string_view name, size_t want, size_t got);
  Type* instantiatedType(ast::IndexExpr* e, Named* def);
  Type* instantiatedAlias(ast::IndexExpr* e, Named* alias, std::vector<Type*> targs);
  void receiverTypeParams(Signature* sig, ast::Field* recv, Scope* scope);

  // ---- instantiate.cc ----
  bool verifyInstance(Pos at, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                      const Slice<Expr*>* exprs);
  bool inTypeSet(Type* v, Type* t, Interface* ti, const std::string& verb, std::string* cause);
  bool comparableAs(Type* v, bool constraint, const std::string& verb, std::string* cause);
  bool implements(Type* v, Type* t, bool constraint, std::string* cause);
  static bool ifaceIsComparable(Interface* i);
  Signature* instantiateSignature(Pos at, Expr* e, const std::vector<Type*>& targs, Signature* sig,
                                  const Slice<Expr*>* exprs);
  void funcInst(Operand& x, Pos at, ast::IndexExpr* inst, Signature* target, const std::string& desc, bool infer,
                std::vector<Type*>* partial);
  void nonGeneric(Type* target, const std::string& desc, Operand& x);

  // ---- infer.cc ----
  std::vector<TypeParam*> renameTypeParams(const std::vector<TypeParam*>& tparams);
  Type* renamed(const std::vector<TypeParam*>& from, const std::vector<TypeParam*>& to, Type* t);
  bool infer(Inference& in);
  void inferenceMismatch(Inference& in, const Unifier& u, Type* param, Type* arg, const Operand& x, bool isDefault);
  bool inferFromArguments(Inference& in, Unifier& u, std::vector<size_t>& untyped);
  bool inferFromConstraints(Inference& in, Unifier& u);
  bool inferFromUntyped(Inference& in, Unifier& u, const std::vector<size_t>& untyped);
  static Type* maxUntyped(Type* x, Type* y);

  // ---- mono.cc ----
  void recordMono(Pos at, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                  const Slice<Expr*>* exprs);
  void monoFlow(TypeParam* to, Type* targ, Type* t, Pos at);
  void monomorph();
  void instantiationCycle(size_t v);

  // ---- expr.cc ----
  void rawExpr(Operand& x, Expr* e, Type* hint, bool allowGeneric = false, const Target* target = nullptr);
  void exprInternal(Operand& x, Expr* e, Type* hint, const Target* target);
  void expr(Operand& x, Expr* e, Type* hint = nullptr);
  void exprFor(Operand& x, Expr* e, const Target& target);  // a generic function takes its type arguments from it
  void genericExpr(Operand& x, Expr* e);                    // one value, or a generic function
  void multiExpr(Operand& x, Expr* e);
  void exprOrType(Operand& x, Expr* e, bool allowGeneric = false);
  void exprWithHint(Operand& x, Expr* e, Type* hint);
  void singleValue(Operand& x);
  bool exclude(Operand& x, bool noValue, bool builtin, bool typeExpr);
  void record(Operand& x);
  void unary(Operand& x, ast::UnaryExpr* e);
  void binary(Operand& x, Expr* e, Expr* lhs, Expr* rhs, ast::Op op, Pos opPos);
  void binaryRest(Operand& x, Expr* e, Expr* lhs, Expr* rhs, ast::Op op, Pos opPos);
  void binaryChain(Operand& x, ast::BinaryExpr* e);
  bool stringSum(Operand& x, const std::vector<ast::BinaryExpr*>& chain);
  bool matchTypes(Operand& x, Operand& y);
  void comparison(Operand& x, Operand& y, ast::Op op, bool switchCase);
  std::string kindString(Type* t);
  bool shiftCount(Operand& y);
  void shift(Operand& x, Operand& y, Expr* e, ast::Op op);
  bool opAllowed(const Operand& x, ast::Op op, bool isUnary);
  bool isZeroDivisor(ValueRef v, bool isComplex);
  void overflow(Operand& x, Pos opPos);
  void basicLit(Operand& x, ast::BasicLit* l);
  void indirection(Operand& x, ast::StarExpr* e);
  bool literalAllowed(const ast::BasicLit* l);
  void typeAssertion(Operand& x, ast::TypeAssertExpr* e);
  void badAssertion(const Expr* e, const Operand& x, Type* t, bool typeSwitch);
  std::string missingMethodCause(Type* v, Type* t, const MissingMethod& m);
  std::string incomparableCause(Type* t);

  // ---- convert.cc ----
  enum class ConvErr : uint8_t { None, Truncated, Overflow, Invalid, Untyped };
  bool representableConst(ValueRef v, Basic* t, ValueRef* rounded);
  ConvErr representation(const Operand& x, Basic* t, ValueRef* rounded);
  void representable(Operand& x, Basic* t);
  void invalidConversion(ConvErr err, const Operand& x, Type* target);
  ConvErr implicitTypeAndValue(const Operand& x, Type* target, Type** out, ValueRef* val);
  void convertUntyped(Operand& x, Type* target);
  void updateExprType(Expr* e, Type* t, bool final);
  void updateExprVal(Expr* e, ValueRef v);
  void setDefaultType(Operand& x, Type* target);
  bool assignableTo(const Operand& x, Type* t, std::string* cause);
  bool assignableParam(const Operand& x, Type* t, std::string* cause);
  bool convertibleTo(const Operand& x, Type* t, std::string* cause);
  bool convertibleParams(const Operand& x, Type* t, std::string* cause);
  bool constParamConversion(Operand& x, Type* t, std::string* cause);
  bool constConversion(Operand& x, Basic* t);
  void conversion(Operand& x, Type* t);

  // ---- index.cc, literal.cc ----
  bool indexExpr(Operand& x, ast::IndexExpr* e);
  bool indexParam(Operand& x, ast::IndexExpr* e, int64_t* length, bool* isMap);
  void sliceExpr(Operand& x, ast::SliceExpr* e);
  bool isValidIndex(Operand& x, const char* what, bool allowNegative);
  int64_t index(Expr* e, int64_t max, bool* valid = nullptr);
  int64_t indexedElts(const Slice<Expr*>& elems, Type* elem, int64_t length);
  void compositeLit(Operand& x, ast::CompositeLit* e, Type* hint);
  void structLit(ast::CompositeLit* e, Struct* s, Type* t);
  void mapLit(ast::CompositeLit* e, Map* m);
  void funcLit(Operand& x, ast::FuncLit* e);

  // ---- call.cc, builtins.cc ----
  enum class CallKind : uint8_t { Conversion, Expression, Statement };
  CallKind callExpr(Operand& x, ast::CallExpr* e);
  void conversionCall(Operand& x, ast::CallExpr* call);
  bool explicitTypeArgs(ast::CallExpr* call, ast::IndexExpr* inst, Signature** sig, std::vector<Type*>& targs);
  struct Args {
    std::vector<Operand> list;
    std::vector<std::vector<Type*>> targs;  // of generic functions among them, as far as they are explicit
  };
  Signature* arguments(ast::CallExpr* call, Signature* sig, std::vector<Type*> targs, const Slice<Expr*>* targExprs,
                       Args& args);
  Signature* inferCall(ast::CallExpr* call, Signature* sig, std::vector<Type*>& targs, const Slice<Expr*>* targExprs,
                       Args& args, std::vector<Type*>& params);
  void genericArg(Operand& x, Expr* e, bool infer, std::vector<Type*>& targs);
  Args genericExprList(const Slice<Expr*>& list);
  std::vector<Operand> exprList(const Slice<Expr*>& list, bool allowMulti = true);
  void qualified(Operand& x, ast::SelectorExpr* e, PkgName* pn);
  void badSelector(Operand& x, ast::SelectorExpr* e, const LookupResult& r);
  void methodSelector(Operand& x, ast::SelectorExpr* e, Selection* s, const LookupResult& r, bool isTypeExpr,
                      bool addressable);
  void selector(Operand& x, ast::SelectorExpr* e, Named* def, bool wantType);
  std::string lookupError(Type* t, std::string_view sel, Object* alt, bool isStructLit);
  void useExprs(const Slice<Expr*>& list);
  void use(Expr* e);
  void useLhs(Expr* e);
  bool builtin(Operand& x, ast::CallExpr* call, BuiltinId id);
  void builtinAppend(Operand& x, ast::CallExpr* call, std::vector<Operand>& args);
  void builtinLenCap(Operand& x, ast::CallExpr* call, BuiltinId id);
  void builtinMake(Operand& x, ast::CallExpr* call);
  void builtinComplex(Operand& x, ast::CallExpr* call, std::vector<Operand>& args);
  void noParamResult(Operand& x, const char* name);
  void builtinRealImag(Operand& x, ast::CallExpr* call, BuiltinId id);
  void builtinMinMax(Operand& x, ast::CallExpr* call, BuiltinId id, std::vector<Operand>& args);
  void builtinUnsafe(Operand& x, ast::CallExpr* call, BuiltinId id, std::vector<Operand>& args);
  void builtinOffsetof(Operand& x, ast::CallExpr* call);

  // ---- stmt.cc ----
  void stmtList(const Slice<ast::Stmt*>& list);
  void stmt(ast::Stmt* s);
  void simpleStmt(ast::Stmt* s) {
    if (s != nullptr) stmt(s);
  }
  void settle(Operand& x);
  void opAssign(Expr* lhs, Operand& x);
  void exprStmt(ast::ExprStmt* s);
  void suspendedCall(const char* keyword, Expr* call);
  void sendStmt(ast::SendStmt* s);
  void incDec(ast::IncDecStmt* s);
  void returnStmt(ast::ReturnStmt* s);
  void switchStmt(ast::SwitchStmt* s);
  struct SeenValue {
    Type* type;
    Pos pos;
  };
  using SeenValues = std::unordered_multimap<std::string, SeenValue>;
  void caseValues(Operand& x, const Slice<Expr*>& values, SeenValues& seen);
  void typeSwitchStmt(ast::TypeSwitchStmt* s);
  Type* caseTypes(Operand& x, const Slice<Expr*>& types, std::vector<std::pair<Type*, const Expr*>>& seen);
  void selectStmt(ast::SelectStmt* s);
  void forStmt(ast::ForStmt* s);
  void rangeStmt(ast::RangeStmt* s);
  bool rangeKeyVal(Pos at, Type* t, Type** key, Type** val, std::string* cause);
  bool rangeFuncKeyVal(Signature* f, Type** key, Type** val, std::string* cause);
  Operand rangeOperand(const Operand& x, Expr* lhs, Type* t);
  void rangeVars(ast::RangeStmt* s, Operand& x, Expr* const (&lhs)[2], Type* const (&types)[2]);
  void openScope(ast::Node* n);
  void closeScope();

  // ---- assign.cc ----
  void assignment(Operand& x, Type* t, const std::string& context);
  std::vector<Operand> unpack(const Operand& x);
  void recordCommaOk(Expr* e, Type* v, Type* ok);
  void initConst(Const* lhs, Operand& x);
  void initVar(Var* lhs, Operand& x, const std::string& context);
  void initVars(const std::vector<Var*>& lhs, const Slice<Expr*>& rhs, ast::ReturnStmt* ret);
  Type* lhsVar(Expr* lhs);
  void assignVar(Expr* lhs, Operand* x, Expr* rhs, const std::string& context);
  void assignVars(const Slice<Expr*>& lhs, const Slice<Expr*>& rhs);
  static Target targetOf(const Var* v, bool result);
  void assignError(const Slice<Expr*>& rhs, size_t l, size_t r);
  void returnError(const ast::Node* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs);
  void shortVarDecl(Pos pos, const Slice<Expr*>& lhs, const Slice<Expr*>& rhs);
  std::string typesSummary(const std::vector<Type*>& list, bool variadic);

  // ---- flags of variables ----
  Var* rootVar(Expr* e) const;  // the variable whose storage e lies in, nullptr if behind a pointer
  void markCaptured(Var* v);
  void markAddrTaken(Expr* e);
  void markReassigned(Expr* e);

  // ---- labels.cc, return.cc, init_order.cc ----
  void labels(ast::BlockStmt* body);
  bool isTerminating(ast::Stmt* s, std::string_view label);
  bool isTerminatingList(const Slice<ast::Stmt*>& list, std::string_view label);
  bool hasBreak(ast::Stmt* s, std::string_view label, bool implicit);
  bool hasBreakList(const Slice<ast::Stmt*>& list, std::string_view label, bool implicit);
  void initOrder();
  void initCycleError(const std::vector<Object*>& cycle);
  void addDep(Object* o);

  struct UnderWay {
    UnderWay(Checker& c, Type* t) : checker(c), type(t) { c.underWay_.insert(t); }
    ~UnderWay() { checker.underWay_.erase(type); }
    Checker& checker;
    Type* type;
  };

  // While it lives, methods whose declaration is asked for are declared by this checker.
  struct Declaring {
    explicit Declaring(Checker& c) : checker(c), outer(std::move(c.ctx_.declare)) {
      c.ctx_.declare = [&c](Func* f) {
        if (c.decls_.count(f) != 0) c.objDecl(f);
      };
    }
    ~Declaring() { checker.ctx_.declare = std::move(outer); }
    Checker& checker;
    std::function<void(Func*)> outer;
  };

  // ---- delayed work ----
  void later(std::function<void()> f) { delayed_.push_back(std::move(f)); }
  void processDelayed(size_t top);
  void processSizeChecks();

  Var* newVar(Pos pos, std::string_view name, Type* t);
  Type* invalidType() const { return ctx_.typ(BasicKind::Invalid); }
  bool isValid(Type* t) const { return t != nullptr && t != invalidType(); }
  Signature* emptySignature();

  Context& ctx_;
  constant::Pool& consts_;
  Diagnostics& diags_;
  Package* pkg_;
  Options options_;
  Environment env_;
  std::unordered_map<Object*, DeclInfo*> decls_;
  std::vector<std::unique_ptr<DeclInfo>> ownedDecls_;
  std::vector<Object*> objects_;  // package-level, source order
  std::vector<Object*> objPath_;  // declarations under way
  std::unordered_map<TypeName*, std::vector<Func*>> methodsOf_;
  std::vector<std::pair<Func*, ast::FuncDecl*>> allMethods_;
  std::vector<PkgName*> imports_;
  std::unordered_map<Package*, std::vector<PkgName*>> dotImported_;
  std::vector<std::function<void()>> delayed_;
  std::unordered_set<Type*> underWay_;             // type literals whose parts are not all known yet
  std::vector<std::function<void()>> sizeChecks_;  // of types; when all else is right, since wrong types have no size
  std::unordered_set<Expr*> untyped_;              // expressions whose type is not final
  std::unordered_map<Expr*, bool> isLhs_;          // untyped shift operands
  std::unordered_set<Named*> validated_;
  std::unordered_map<Named*, std::vector<bool>> paramsInMemory_;
  std::unordered_map<Named*, Type*> fromRhs_;  // what a type declaration has on its right
  MonoGraph mono_;
  std::vector<Func*> bodiless_;  // functions without body, in packages that may not have them
  std::vector<Scope*> funcScopes_;
  size_t errorsBefore_ = 0;
  size_t delayedBase_ = 0;  // first delayed action of the statement being checked
  int localTypes_ = 0;      // types declared in functions so far
  int depth_ = 0;
};

inline std::string quote(std::string_view s) { return "\"" + std::string(s) + "\""; }

}  // namespace hood::check
