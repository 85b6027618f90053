// Go's types and the objects that name them, after go/types. Types of a compilation live in a types::Context and are
// compared with identical(); two Type pointers may be different and still be the same type (except Named, Basic and
// TypeParam, which are identical only to themselves; instantiated Named types are shared by the Context).
//
// Generics. A generic type or function is checked once; what it mentions of its type parameters stays in the types that
// the checker writes into the tree. Whoever stamps it out substitutes (subst.h) type arguments for them:
//   * a function: its Signature's `tparams`; a method of a generic type: its Signature's `recvTparams`, which stand, in
//     order, for the `tparams` of the type;
//   * a type declared inside of a generic function depends on that function's type parameters, `Named::outer`.
// Where a generic function is used, the identifier that denotes it (an Ident, or the `sel` of pkg.F) carries an Instance.
// A method of an instance is a Func of its own: `origin` is the declared one, `recvNamed` the instance, and its type is
// substituted already. A method called on a value of type parameter type is that of the constraint's interface.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/constant/value.h"

namespace hood::types {

struct Object;
struct Var;
struct Func;
struct TypeName;
struct Package;
struct Scope;
struct Named;
struct Interface;
struct Signature;
struct TypeParam;
class Context;

// What an identifier that denotes a generic function is instantiated with, explicitly or by inference. Inside of a
// generic function the arguments may mention its type parameters.
struct Instance {
  std::vector<Type*> targs;  // for each of the Signature's tparams
};

// ---- types ----------------------------------------------------------------------------------------------------

enum class TypeKind : uint8_t {
  Basic,
  Named,
  Pointer,
  Array,
  Slice,
  Map,
  Chan,
  Struct,
  Tuple,
  Signature,
  Interface,
  TypeParam,
  Union,
};

struct Type {
  TypeKind kind;
  explicit Type(TypeKind k) : kind(k) {}
};

enum class BasicKind : uint8_t {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  String,
  UnsafePointer,
  UntypedBool,
  UntypedInt,
  UntypedRune,
  UntypedFloat,
  UntypedComplex,
  UntypedString,
  UntypedNil,
};
enum BasicInfo : uint16_t {
  IsBoolean = 1,
  IsInteger = 2,
  IsUnsigned = 4,
  IsFloat = 8,
  IsComplex = 16,
  IsString = 32,
  IsUntyped = 64,
  IsOrdered = IsInteger | IsFloat | IsString,
  IsNumeric = IsInteger | IsFloat | IsComplex,
  IsConstType = IsBoolean | IsNumeric | IsString,
};
struct Basic : Type {
  BasicKind basic;
  uint16_t info;
  std::string_view name;
  Basic(BasicKind b, uint16_t i, std::string_view n) : Type(TypeKind::Basic), basic(b), info(i), name(n) {}
};

// Completes a Named whose package was imported in compiled form (compiler/image): underlying type and methods.
class NamedSource {
 public:
  virtual ~NamedSource() = default;
  virtual void complete(Named* n) = 0;
};

// A defined type, or (origin not nullptr) an instance of a generic one. An instance is expanded when somebody asks: read
// `underlying` through under(), `methods` through numMethods() and methodAt().
struct Named : Type {
  TypeName* obj = nullptr;
  Type* underlying = nullptr;  // never a Named once resolved
  std::vector<Func*> methods;  // declared methods, source order, pointer and value receivers
  std::vector<TypeParam*> tparams;
  std::vector<TypeParam*> outer;  // type parameters of the functions around a local type's declaration
  // Of instances:
  Named* origin = nullptr;        // the generic (or local, see outer) type
  std::vector<Type*> targs;       // for origin's tparams
  std::vector<Type*> outerTargs;  // for origin's outer
  Pos instPos;                    // where it was first instantiated
  Context* ctx = nullptr;         // the owner, who expands it
  // A generic alias, which is no type itself: what it stands for, in terms of tparams. nullptr while that is not known, and
  // for all others (obj->alias tells).
  Type* aliased = nullptr;
  // check: the declaration is under way, instances cannot be expanded yet
  bool declaring = false;
  // Imported, and nobody has looked inside yet: underlying and methods are still to be filled in. under() and the look-ups
  // see to it; who reads those fields directly calls resolve() first.
  NamedSource* source = nullptr;
  void resolve() {
    if (source != nullptr) source->complete(this);
  }
  Named() : Type(TypeKind::Named) {}
};

struct Pointer : Type {
  Type* elem;
  explicit Pointer(Type* e) : Type(TypeKind::Pointer), elem(e) {}
};
struct Array : Type {
  int64_t len;  // -1: unknown (an error was reported)
  Type* elem;
  Array(int64_t n, Type* e) : Type(TypeKind::Array), len(n), elem(e) {}
};
struct SliceType : Type {
  Type* elem;
  explicit SliceType(Type* e) : Type(TypeKind::Slice), elem(e) {}
};
struct Map : Type {
  Type* key;
  Type* elem;
  Map(Type* k, Type* e) : Type(TypeKind::Map), key(k), elem(e) {}
};
struct Chan : Type {
  ast::ChanDir dir;
  Type* elem;
  Chan(ast::ChanDir d, Type* e) : Type(TypeKind::Chan), dir(d), elem(e) {}
};
struct Struct : Type {
  std::vector<Var*> fields;
  std::vector<std::string> tags;  // unquoted; empty vector: no tags
  Struct() : Type(TypeKind::Struct) {}
};
// A list of values: parameters, results, the type of a multi-value call.
struct Tuple : Type {
  std::vector<Var*> vars;
  Tuple() : Type(TypeKind::Tuple) {}
};
struct Signature : Type {
  Var* recv = nullptr;
  Tuple* params = nullptr;   // never nullptr once built
  Tuple* results = nullptr;  // never nullptr once built
  bool variadic = false;     // the last parameter has type []T
  std::vector<TypeParam*> tparams;
  std::vector<TypeParam*> recvTparams;
  Scope* scope = nullptr;  // of declared functions and literals
  Signature() : Type(TypeKind::Signature) {}
};
// T or ~T in a constraint.
struct Term {
  bool tilde;
  Type* type;
};
struct Interface : Type {
  std::vector<Func*> methods;    // explicitly declared, source order
  std::vector<Type*> embeddeds;  // interfaces, and for constraints any type or Union
  std::vector<Pos> embedPos;
  bool implicit = false;  // wraps a constraint literal such as ~int
  // check: the type set, computed once by completeInterface(), see type_set.h.
  bool complete = false;
  bool computing = false;         // also while it is being declared: its methods are not all known
  std::vector<Func*> allMethods;  // sorted by name (unexported: by package too)
  bool comparable = false;        // only comparable types; says nothing if there are terms
  bool constraintOnly = false;    // comparable or hasTerms: usable as a constraint only
  bool hasTerms = false;          // the type set is restricted to `terms`
  std::vector<Term> terms;        // disjoint; none: the type set is empty
  Interface() : Type(TypeKind::Interface) {}
};
// under() of a type parameter is itself; its constraint's interface is ifaceOf() it (type_set.h).
struct TypeParam : Type {
  TypeName* obj = nullptr;
  int index = 0;
  Type* constraint = nullptr;  // as declared; nullptr while it is being declared
  Interface* iface = nullptr;  // of a constraint that is no interface: the one that embeds it
  TypeParam() : Type(TypeKind::TypeParam) {}
};
struct Union : Type {
  std::vector<Term> terms;
  Union() : Type(TypeKind::Union) {}
};

// ---- objects --------------------------------------------------------------------------------------------------

enum class ObjectKind : uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };
enum class Color : uint8_t { White, Grey, Black };  // type-checking of package-level objects: not begun, under way, done

struct Object {
  ObjectKind kind;
  Color color = Color::White;
  bool used = false;       // variables, imports, labels
  Pos pos;                 // of the declaring identifier
  Package* pkg = nullptr;  // nullptr for universe objects
  std::string_view name;
  Type* type = nullptr;
  Scope* parent = nullptr;  // nullptr for fields and methods
  Pos scopePos;             // start of the scope in which a local is visible
  explicit Object(ObjectKind k) : kind(k) {}
  bool exported() const;
};

struct PkgName : Object {
  Package* imported = nullptr;
  PkgName() : Object(ObjectKind::PkgName) {}
};
struct Const : Object {
  const constant::Value* value = nullptr;
  Const() : Object(ObjectKind::Const) {}
};
struct TypeName : Object {
  bool alias = false;
  // Types declared in functions share names: what tells them apart in the same way in every compilation ("1.420.2": file
  // of the package, offset in it; the last is their number, for messages). Empty for package-level types.
  std::string_view localId;
  TypeName() : Object(ObjectKind::TypeName) {}
};
struct Var : Object {
  bool isField = false;
  bool embedded = false;
  bool isParam = false;  // parameter, result or receiver
  bool isPackageLevel = false;
  // check: what decides whether it may live in the frame and whether a closure may copy it.
  bool addrTaken = false;   // & of it or of a part of it, slicing of an array variable, method call through &x
  bool captured = false;    // used by a function literal inside the declaring function
  bool reassigned = false;  // assigned after its declaration
  void* backend = nullptr;  // for IR building
  Var() : Object(ObjectKind::Var) {}
};
struct Func : Object {
  ast::FuncDecl* decl = nullptr;  // nullptr for interface methods and imported functions
  bool imported = false;          // declared in a package that was imported in compiled form
  bool native = false;            // imported: has no body, the VM binds it by name
  std::string_view linkName;      // imported: the symbol, if it is not the function's own (go:linkname)
  Named* recvNamed = nullptr;     // methods: the receiver's base type
  bool ptrRecv = false;
  bool isMethod = false;   // declared with a receiver, or an interface's
  Func* origin = nullptr;  // method of an instance: the declared one
  Func() : Object(ObjectKind::Func) {}
  Signature* sig() const { return static_cast<Signature*>(type); }
};
struct Label : Object {
  ast::LabeledStmt* stmt = nullptr;
  Label() : Object(ObjectKind::Label) {}
};
enum class BuiltinId : uint8_t {
  Append,
  Cap,
  Clear,
  Close,
  Complex,
  Copy,
  Delete,
  Imag,
  Len,
  Make,
  Max,
  Min,
  New,
  Panic,
  Print,
  Println,
  Real,
  Recover,
  // package unsafe
  UnsafeAdd,
  UnsafeAlignof,
  UnsafeOffsetof,
  UnsafeSizeof,
  UnsafeSlice,
  UnsafeSliceData,
  UnsafeString,
  UnsafeStringData,
};
struct Builtin : Object {
  BuiltinId id;
  explicit Builtin(BuiltinId i) : Object(ObjectKind::Builtin), id(i) {}
};
struct Nil : Object {
  Nil() : Object(ObjectKind::Nil) {}
};

// ---- scopes, packages, selections -----------------------------------------------------------------------------

// Finds the objects of a package that was imported in compiled form when somebody asks for them.
class ScopeSource {
 public:
  virtual ~ScopeSource() = default;
  virtual Object* load(Scope* s, std::string_view name) = 0;  // inserts and returns it; nullptr: there is none
  virtual void loadAll(Scope* s) = 0;
};

struct Scope {
  Scope* parent = nullptr;
  Pos pos, end;
  bool isFunc = false;
  std::unordered_map<std::string_view, Object*> elems;
  std::vector<Object*> order;     // in order of insertion
  ScopeSource* source = nullptr;  // of an imported package: more objects

  Object* lookup(std::string_view name) const;                // this scope only
  Object* lookupParent(std::string_view name, Pos at) const;  // outward; locals declared after `at` are invisible
  Object* insert(Object* o);                                  // nullptr, or the object already there
  void loadAll() {                                            // elems and order are complete afterwards
    if (source != nullptr) source->loadAll(this);
  }
};

// One initialisation step of package-level variables, in execution order.
struct Initializer {
  std::vector<Var*> lhs;  // `_` variables included
  ast::Expr* rhs = nullptr;
};

struct Package {
  std::string path;  // import path, "main" for a command
  std::string name;
  Scope* scope = nullptr;
  std::vector<Package*> imports;                        // direct, sorted by path
  std::unordered_map<std::string, Package*> importMap;  // by the path as import declarations spell it
  std::vector<ast::File*> files;
  std::vector<Initializer> initOrder;  // check:
  std::vector<Func*> inits;            // check: func init()s in source order
  bool stdlib = false;
  bool nameIsAmbiguous = false;  // another package has this name: messages print the path
  int goMinor = 22;              // language version 1.goMinor, of files that have none of their own

  const ast::File* fileAt(Pos p) const;  // nullptr if it is in none
  int goMinorAt(Pos p) const;            // language version of the file that holds p
};

enum class SelectionKind : uint8_t { Field, MethodVal, MethodExpr };
struct Selection {
  SelectionKind kind;
  Type* recv = nullptr;    // type of x in x.f
  Object* obj = nullptr;   // Var (field) or Func
  std::vector<int> index;  // path of field indices; for methods the last entry is the method's index
  bool indirect = false;   // a pointer was followed on the path
  Type* type = nullptr;    // of x.f
};

// ---- the owner of types ---------------------------------------------------------------------------------------

// Owns every Type, Object, Scope and Selection of a compilation, and the universe. Not thread-safe.
class Context {
 public:
  Context();
  ~Context();
  Context(const Context&) = delete;

  template <class T, class... A>
  T* make(A&&... a) {
    T* p = new T(std::forward<A>(a)...);
    owned_.push_back({p, [](void* q) { delete static_cast<T*>(q); }});
    return p;
  }

  Arena arena;               // strings, AST fragments
  constant::Pool constants;  // the values of the universe
  Scope* universe = nullptr;
  Package* unsafePkg = nullptr;
  Basic* basic[32] = {};     // by BasicKind
  Type* byteType = nullptr;  // alias names keep their spelling in messages: distinct Basic, identical to uint8
  Type* runeType = nullptr;
  Named* errorType = nullptr;
  Named* comparableType = nullptr;
  Type* anyType = nullptr;  // the empty interface
  Tuple* emptyTuple = nullptr;
  std::unordered_map<std::string, Package*> packageByName;  // the first of each name that was checked

  Type* typ(BasicKind k) const { return basic[static_cast<int>(k)]; }
  Pointer* pointerTo(Type* elem);  // shared per elem pointer
  // The instance of a generic type: one object for identical arguments. REQUIRES: as many targs as origin has tparams.
  Named* instantiate(Named* origin, std::vector<Type*> targs);
  // The same for a type declared inside of a generic function, with arguments for origin->outer too.
  Named* instantiate(Named* origin, std::vector<Type*> outerTargs, std::vector<Type*> targs);
  // check: completes the declaration of a function or method whose type is not known yet.
  std::function<void(Func*)> declare;
  const constant::Value* universeBool(bool b);

 private:
  struct Owned {
    void* p;
    void (*destroy)(void*);
  };
  std::vector<Owned> owned_;
  std::unordered_map<Type*, Pointer*> pointers_;
  std::unordered_multimap<size_t, Named*> instances_;  // by hashOfInstance()
};

// ---- predicates and look-up (predicates.cc, lookup.cc, method_set.cc, sizes.cc, type_string.cc) ------------------

Type* under(Type* t);  // underlying type; resolves forward chains, expands instances
// Methods declared for a type, in source order; those of an instance are made when they are asked for.
size_t numMethods(const Named* n);
Func* methodAt(Named* n, size_t k);
template <class T>
T* asKind(Type* t, TypeKind k) {  // under(t) if of that kind, else nullptr
  Type* u = t ? under(t) : nullptr;
  return u && u->kind == k ? static_cast<T*>(u) : nullptr;
}
inline Basic* asBasic(Type* t) { return asKind<Basic>(t, TypeKind::Basic); }
inline Pointer* asPointer(Type* t) { return asKind<Pointer>(t, TypeKind::Pointer); }
inline Array* asArray(Type* t) { return asKind<Array>(t, TypeKind::Array); }
inline SliceType* asSlice(Type* t) { return asKind<SliceType>(t, TypeKind::Slice); }
inline Map* asMap(Type* t) { return asKind<Map>(t, TypeKind::Map); }
inline Chan* asChan(Type* t) { return asKind<Chan>(t, TypeKind::Chan); }
inline Struct* asStruct(Type* t) { return asKind<Struct>(t, TypeKind::Struct); }
inline Signature* asSignature(Type* t) { return asKind<Signature>(t, TypeKind::Signature); }
inline Interface* asInterface(Type* t) { return asKind<Interface>(t, TypeKind::Interface); }
inline Named* asNamed(Type* t) { return t && t->kind == TypeKind::Named ? static_cast<Named*>(t) : nullptr; }

bool isBasicInfo(Type* t, uint16_t info);  // under(t) is Basic with any of these bits
inline bool isBoolean(Type* t) { return isBasicInfo(t, IsBoolean); }
inline bool isInteger(Type* t) { return isBasicInfo(t, IsInteger); }
inline bool isUnsigned(Type* t) { return isBasicInfo(t, IsUnsigned); }
inline bool isFloat(Type* t) { return isBasicInfo(t, IsFloat); }
inline bool isComplex(Type* t) { return isBasicInfo(t, IsComplex); }
inline bool isNumeric(Type* t) { return isBasicInfo(t, IsNumeric); }
inline bool isString(Type* t) { return isBasicInfo(t, IsString); }
inline bool isUntyped(Type* t) { return t->kind == TypeKind::Basic && (static_cast<Basic*>(t)->info & IsUntyped); }
bool isUpperRune(std::string_view s);  // of its first code point
bool isInterface(Type* t);             // not a type parameter
bool isNilable(Type* t);
bool isComparable(Type* t);          // == allowed (interfaces included)
bool isStrictlyComparable(Type* t);  // == never panics
bool isOrdered(Type* t);
bool isDirectIface(Type* t);  // pointer-shaped: stored directly in an interface's data word
bool identical(Type* a, Type* b);
bool identicalIgnoreTags(Type* a, Type* b);
Type* defaultType(Context& c, Type* t);  // of an untyped type

// Sizes for gc/amd64, in bytes.
int64_t sizeOf(Type* t);
int64_t alignOf(Type* t);
std::vector<int64_t> offsetsOf(const Struct* s);
bool hasPointers(Type* t);

void completeInterface(Interface* i);  // fills allMethods etc.

// Field or method x.name of a value of type t. pkg: the package of the selector (for unexported names).
struct LookupResult {
  Object* obj = nullptr;  // Var or Func; nullptr: not found or ambiguous
  std::vector<int> index;
  bool indirect = false;
  bool ambiguous = false;
  bool needsPointer = false;  // found, but the method has a pointer receiver and the value is not addressable
};
LookupResult lookupFieldOrMethod(Type* t, bool addressable, const Package* pkg, std::string_view name,
                                 bool foldCase = false);

// Methods callable on a value of type t (not addressable), sorted by name; includes promoted ones.
struct MethodSetEntry {
  Func* func;
  std::vector<int> index;
  bool indirect;
};
std::vector<MethodSetEntry> methodSet(Type* t);
// The first method of iface that t lacks (nullptr: t implements it), and why. wrongType: present (alt) with another
// signature; ptrRecv: present (alt) on *t only; ambiguous: embedded twice; none of them: missing, but alt, if any, has a
// name that differs in case only, or (unexported) belongs to another package.
struct MissingMethod {
  Func* method = nullptr;
  Func* alt = nullptr;
  bool wrongType = false;
  bool ptrRecv = false;
  bool ambiguous = false;
  bool unexported = false;
};
MissingMethod missingMethod(Type* t, Interface* iface);
bool implements(Type* t, Interface* iface);

// How messages spell a type: package-qualified names relative to `from` (its own package's names are bare, others by
// path's last element as gc does). With from == nullptr everything is qualified by package name (as %T prints).
std::string typeString(Type* t, const Package* from);
// A key that is equal exactly for identical types (full import paths, tags included).
std::string typeKey(Type* t);

}  // namespace hood::types
