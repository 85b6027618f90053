#include "compiler/codegen/layout.h"

#include <algorithm>

#include "base/check.h"

namespace hood::codegen {

using namespace types;

namespace {

Rep basicRep(BasicKind k) {
  switch (k) {
    case BasicKind::Bool:
    case BasicKind::Uint8:
    case BasicKind::UntypedBool: return Rep::U8;
    case BasicKind::Int8: return Rep::I8;
    case BasicKind::Int16: return Rep::I16;
    case BasicKind::Uint16: return Rep::U16;
    case BasicKind::Int32:
    case BasicKind::UntypedRune: return Rep::I32;
    case BasicKind::Uint32: return Rep::U32;
    case BasicKind::Int:
    case BasicKind::Int64:
    case BasicKind::UntypedInt: return Rep::I64;
    case BasicKind::Uint:
    case BasicKind::Uint64:
    case BasicKind::Uintptr: return Rep::U64;
    case BasicKind::Float32: return Rep::F32;
    case BasicKind::Float64:
    case BasicKind::UntypedFloat: return Rep::F64;
    case BasicKind::Complex64: return Rep::C64;
    case BasicKind::Complex128:
    case BasicKind::UntypedComplex: return Rep::C128;
    case BasicKind::String:
    case BasicKind::UntypedString: return Rep::Str;
    case BasicKind::UnsafePointer:
    case BasicKind::UntypedNil: return Rep::Ptr;
    case BasicKind::Invalid: break;
  }
  HOOD_UNREACHABLE("layout of an invalid type");
}

Rep repOf(Type* u) {
  switch (u->kind) {
    case TypeKind::Basic: return basicRep(static_cast<Basic*>(u)->basic);
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature: return Rep::Ptr;
    case TypeKind::Slice: return Rep::Slice;
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(u);
      completeInterface(i);
      return i->allMethods.empty() ? Rep::Eface : Rep::Iface;
    }
    case TypeKind::Struct:
    case TypeKind::Array:
    case TypeKind::Tuple: return Rep::Agg;
    default: HOOD_UNREACHABLE("layout of a type without values");
  }
}

// Calls f with the offset of each word of t, placed at `off`, that holds a pointer.
template <class F>
void forEachPointer(Type* t, int64_t off, F&& f) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: {
      BasicKind k = static_cast<Basic*>(u)->basic;
      if (k == BasicKind::String || k == BasicKind::UnsafePointer || k == BasicKind::UntypedString ||
          k == BasicKind::UntypedNil)
        f(off);
      return;
    }
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature:
    case TypeKind::Slice: f(off); return;
    case TypeKind::Interface: f(off + 8); return;  // the first word is an itab or type, not on the heap
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(u);
      std::vector<int64_t> offs = offsetsOf(s);
      for (size_t i = 0; i < s->fields.size(); i++) forEachPointer(s->fields[i]->type, off + offs[i], f);
      return;
    }
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(u);
      if (!hasPointers(a->elem)) return;
      int64_t step = sizeOf(a->elem);
      for (int64_t i = 0; i < a->len; i++) forEachPointer(a->elem, off + i * step, f);
      return;
    }
    default: return;
  }
}

}  // namespace

void pointerOffsets(Type* t, int64_t off, std::vector<int64_t>& out) {
  forEachPointer(t, off, [&](int64_t o) { out.push_back(o); });
}

uint64_t pointerMask(Type* t, std::vector<uint8_t>& mask) {
  mask.resize(static_cast<size_t>((sizeOf(t) / 8 + 7) / 8));
  int64_t last = -8;
  forEachPointer(t, 0, [&](int64_t o) {
    mask[static_cast<size_t>(o / 64)] |= static_cast<uint8_t>(1u << (o / 8 % 8));
    last = o;
  });
  uint64_t bytes = static_cast<uint64_t>(last + 8);
  mask.resize((bytes / 8 + 7) / 8);
  return bytes;
}

// What is larger fits no frame anyway; sums of it must not overflow.
constexpr int64_t kMostSlots = 1 << 20;

const Layout& Layouts::of(Type* t) {
  auto it = cache_.find(t);
  if (it != cache_.end()) return it->second;
  Layout l;
  l.type = t;
  Type* u = under(t);
  l.rep = repOf(u);
  l.size = sizeOf(t);
  l.slots = static_cast<uint32_t>(std::min((l.size + 7) / 8, kMostSlots));
  if (l.size == 0) l.rep = Rep::Void;
  // A heap type may be huge (its descriptor keeps a mask of its own); only what fits a frame needs its slots here.
  constexpr int64_t kLargestFrameValue = 1 << 19;
  if (l.size > 0 && l.size <= kLargestFrameValue) {
    std::vector<int64_t> offs;
    pointerOffsets(t, 0, offs);
    for (int64_t o : offs) l.ptrSlots.push_back(static_cast<uint32_t>(o / 8));
  }
  l.hasPointers = l.size > 0 && hasPointers(t);
  return cache_.emplace(t, std::move(l)).first->second;
}

}  // namespace hood::codegen
