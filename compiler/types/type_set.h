// Type sets of constraints, and the core types that operations on type parameters ask for.
// Mirrors: go/types typeset.go, typeterm.go, termlist.go, under.go.
//
// The type set of an interface is what implements it: the types that have allMethods and, if hasTerms, are among the
// terms, and, if comparable, can be compared. An interface without terms and methods holds all types.
#pragma once

#include <functional>
#include <vector>

#include "compiler/types/type.h"

namespace hood::types {

inline TypeParam* asTypeParam(Type* t) {
  return t != nullptr && t->kind == TypeKind::TypeParam ? static_cast<TypeParam*>(t) : nullptr;
}

// The interface that t is, or that constrains the type parameter t; else nullptr.
Interface* ifaceOf(Type* t);

bool isEmptySet(Interface* i);                // no type implements it
bool isAllTypes(Interface* i);                // every type does
bool subsetOf(Interface* a, Interface* b);    // terms only
bool includes(const Term& term, Type* t);     // t is T, or its underlying type is if ~T
bool disjoint(const Term& a, const Term& b);  // no type is in both

// Whether f holds for the underlying types of all terms of a type parameter (nullptr once, if it has none), or for the
// underlying type of any other type. False for an empty type set is f's business: it is asked with nullptr.
bool underIs(Type* t, const std::function<bool(Type*)>& f);
// The same with types as the terms have them: f(T, tilde).
bool typesAre(Type* t, const std::function<bool(Type*, bool)>& f);

// The one underlying type of all types in t's type set (channels may differ in direction); for a type that is no type
// parameter its underlying type. nullptr: there is none.
Type* coreType(Type* t);
// As coreType(), but string if the type set has strings and byte slices.
Type* coreString(Context& c, Type* t);

// For type parameters: all types of the type set have any of the bits.
bool allBasicInfo(Type* t, uint16_t info);
inline bool allBoolean(Type* t) { return allBasicInfo(t, IsBoolean); }
inline bool allInteger(Type* t) { return allBasicInfo(t, IsInteger); }
inline bool allUnsigned(Type* t) { return allBasicInfo(t, IsUnsigned); }
inline bool allNumeric(Type* t) { return allBasicInfo(t, IsNumeric); }
inline bool allString(Type* t) { return allBasicInfo(t, IsString); }
inline bool allOrdered(Type* t) { return allBasicInfo(t, IsOrdered); }

// Whether t mentions any type parameter.
bool isParameterized(Type* t);
// A type's size is not known before its type parameters are.
bool hasVarSize(Type* t);

}  // namespace hood::types
