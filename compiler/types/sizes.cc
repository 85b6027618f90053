// Sizes and alignments of gc/amd64. Mirrors: go/types gcsizes.go.
#include <algorithm>

#include "compiler/types/type.h"

namespace hood::types {

namespace {
int64_t roundUp(int64_t n, int64_t a) { return (n + a - 1) / a * a; }
}  // namespace

int64_t alignOf(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Array: return alignOf(static_cast<Array*>(u)->elem);
    case TypeKind::Struct: {
      int64_t most = 1;
      for (Var* f : static_cast<Struct*>(u)->fields) most = std::max(most, alignOf(f->type));
      return most;
    }
    case TypeKind::Basic:
      switch (static_cast<Basic*>(u)->basic) {
        case BasicKind::Bool:
        case BasicKind::Int8:
        case BasicKind::Uint8:
        case BasicKind::UntypedBool: return 1;
        case BasicKind::Int16:
        case BasicKind::Uint16: return 2;
        case BasicKind::Int32:
        case BasicKind::Uint32:
        case BasicKind::Float32:
        case BasicKind::Complex64:
        case BasicKind::UntypedRune: return 4;
        default: return 8;
      }
    default: return 8;
  }
}

namespace {

constexpr int64_t kTooLarge = INT64_MAX / 4;

// One walk over the fields: nested structs would make several exponential.
int64_t layout(const Struct* s, std::vector<int64_t>* offsets) {
  int64_t end = 0, most = 1;
  for (size_t k = 0; k < s->fields.size(); k++) {
    Type* t = s->fields[k]->type;
    int64_t align = alignOf(t), size = sizeOf(t), at = roundUp(end, align);
    most = std::max(most, align);
    if (offsets != nullptr) offsets->push_back(at);
    // A pointer to a trailing zero-size field must not point past the object.
    if (size == 0 && at > 0 && k + 1 == s->fields.size()) size = 1;
    end = size < kTooLarge && at < kTooLarge ? at + size : kTooLarge;
  }
  return roundUp(end, most);
}

}  // namespace

std::vector<int64_t> offsetsOf(const Struct* s) {
  std::vector<int64_t> offsets;
  layout(s, &offsets);
  return offsets;
}

int64_t sizeOf(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic:
      switch (static_cast<Basic*>(u)->basic) {
        case BasicKind::Bool:
        case BasicKind::Int8:
        case BasicKind::Uint8:
        case BasicKind::UntypedBool: return 1;
        case BasicKind::Int16:
        case BasicKind::Uint16: return 2;
        case BasicKind::Int32:
        case BasicKind::Uint32:
        case BasicKind::Float32:
        case BasicKind::UntypedRune: return 4;
        case BasicKind::Complex128:
        case BasicKind::String:
        case BasicKind::UntypedComplex:
        case BasicKind::UntypedString: return 16;
        default: return 8;
      }
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(u);
      int64_t size;
      if (a->len <= 0) return 0;
      if (__builtin_mul_overflow(sizeOf(a->elem), a->len, &size) || size > kTooLarge) return kTooLarge;
      return size;
    }
    case TypeKind::Slice: return 24;
    case TypeKind::Interface: return 16;
    case TypeKind::Struct: return layout(static_cast<Struct*>(u), nullptr);
    case TypeKind::Tuple: {
      int64_t n = 0;
      for (Var* v : static_cast<Tuple*>(u)->vars) n += roundUp(sizeOf(v->type), 8);
      return n;
    }
    default: return 8;
  }
}

bool hasPointers(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: {
      BasicKind k = static_cast<Basic*>(u)->basic;
      return k == BasicKind::String || k == BasicKind::UnsafePointer || k == BasicKind::UntypedString ||
             k == BasicKind::UntypedNil;
    }
    case TypeKind::Array: return static_cast<Array*>(u)->len > 0 && hasPointers(static_cast<Array*>(u)->elem);
    case TypeKind::Struct:
      for (Var* f : static_cast<Struct*>(u)->fields)
        if (hasPointers(f->type)) return true;
      return false;
    default: return true;
  }
}

}  // namespace hood::types
