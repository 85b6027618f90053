// Sizes and alignments of gc/amd64. Mirrors: go/types gcsizes.go.
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
        case BasicKind::Bool: case BasicKind::Int8: case BasicKind::Uint8: case BasicKind::UntypedBool: return 1;
        case BasicKind::Int16: case BasicKind::Uint16: return 2;
        case BasicKind::Int32: case BasicKind::Uint32: case BasicKind::Float32: case BasicKind::Complex64:
        case BasicKind::UntypedRune:
          return 4;
        default: return 8;
      }
    default: return 8;
  }
}

std::vector<int64_t> offsetsOf(const Struct* s) {
  std::vector<int64_t> offs;
  int64_t o = 0;
  for (Var* f : s->fields) {
    o = roundUp(o, alignOf(f->type));
    offs.push_back(o);
    int64_t size = sizeOf(f->type);
    if (__builtin_add_overflow(o, size, &o)) o = INT64_MAX / 4;
  }
  return offs;
}

int64_t sizeOf(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic:
      switch (static_cast<Basic*>(u)->basic) {
        case BasicKind::Bool: case BasicKind::Int8: case BasicKind::Uint8: case BasicKind::UntypedBool: return 1;
        case BasicKind::Int16: case BasicKind::Uint16: return 2;
        case BasicKind::Int32: case BasicKind::Uint32: case BasicKind::Float32: case BasicKind::UntypedRune: return 4;
        case BasicKind::Complex128: case BasicKind::String: case BasicKind::UntypedComplex: case BasicKind::UntypedString:
          return 16;
        default: return 8;
      }
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(u);
      int64_t size;
      if (a->len <= 0) return 0;
      if (__builtin_mul_overflow(sizeOf(a->elem), a->len, &size)) return INT64_MAX / 4;
      return size;
    }
    case TypeKind::Slice: return 24;
    case TypeKind::Interface: return 16;
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(u);
      if (s->fields.empty()) return 0;
      std::vector<int64_t> offs = offsetsOf(s);
      int64_t last = sizeOf(s->fields.back()->type);
      int64_t end = offs.back();
      // A pointer to a trailing zero-size field must not point past the object.
      if (last == 0 && end > 0) last = 1;
      if (__builtin_add_overflow(end, last, &end)) return INT64_MAX / 4;
      return roundUp(end, alignOf(t));
    }
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
      return k == BasicKind::String || k == BasicKind::UnsafePointer || k == BasicKind::UntypedString || k == BasicKind::UntypedNil;
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
