#include "bytecode/image.h"

#include <xxhash.h>

#include <cstring>

#include "bytecode/byte_io.h"

namespace hood::bytecode {

uint64_t symbolHash(std::string_view s) { return XXH3_64bits(s.data(), s.size()); }

// ---- opening --------------------------------------------------------------------------------------------------

bool ImageView::open(std::string_view bytes, Check check, std::string* problem) {
  auto bad = [&](const char* text) {
    *problem = text;
    return false;
  };
  *this = ImageView();
  if (bytes.size() < sizeof(Header) || std::memcmp(bytes.data(), kMagic, sizeof kMagic) != 0) return bad("not an image");
  if (reinterpret_cast<uintptr_t>(bytes.data()) % 8 != 0) return bad("image at an odd address");
  auto h = loadPod<Header>(bytes.data());
  if (h.version != kVersion) return bad("image of another version of hood");
  if (h.size != bytes.size() || h.sections > (bytes.size() - sizeof(Header)) / sizeof(SectionEntry)) {
    return bad("image is cut off");
  }
  bytes_ = bytes;
  if (!checkTable(problem, check)) return false;
  funcs_ = section(kFuncs);
  globals_ = section(kGlobals);
  types_ = section(kTypes);
  symbols_ = section(kSymbols);
  bodies_ = section(kBodies);
  names_ = section(kNames);
  strings_ = section(kStrings);
  files_ = section(kFiles);
  std::string_view info = section(kInfo);
  size_t slots = symbols_.size() / sizeof(uint32_t);
  bool good = info.size() == sizeof(Info) && funcs_.size() % sizeof(FuncRecord) == 0 &&
              globals_.size() % sizeof(GlobalRecord) == 0 && types_.size() % sizeof(TypeRecord) == 0 &&
              files_.size() % sizeof(TextRef) == 0 && symbols_.size() % sizeof(uint32_t) == 0 && slots != 0 &&
              (slots & (slots - 1)) == 0 && bytes.size() < UINT32_MAX;
  if (!good) return bad("image is damaged: sections");
  info_ = loadPod<Info>(info.data());
  if (info_.entry != ~0u && info_.entry >= funcCount()) return bad("image is damaged: entry");
  return true;
}

bool ImageView::checkTable(std::string* problem, Check check) {
  auto h = loadPod<Header>(bytes_.data());
  std::string_view table = bytes_.substr(sizeof(Header), h.sections * sizeof(SectionEntry));
  uint64_t sum = h.sum;
  h.sum = 0;
  if (sum != XXH3_64bits_withSeed(table.data(), table.size(), XXH3_64bits(&h, sizeof h))) {
    *problem = "image is damaged: header";
    return false;
  }
  for (uint32_t i = 0; i < h.sections; i++) {
    auto e = loadPod<SectionEntry>(table.data() + i * sizeof(SectionEntry));
    bool inside = e.at % 16 == 0 && e.at <= bytes_.size() && e.size <= bytes_.size() - e.at;
    if (!inside || (check == Check::Sums && XXH3_64bits(bytes_.data() + e.at, e.size) != e.sum)) {
      *problem = "image is damaged: section " + std::to_string(e.id);
      return false;
    }
  }
  return true;
}

std::string_view ImageView::section(uint32_t id) const {
  if (bytes_.empty()) return {};
  auto h = loadPod<Header>(bytes_.data());
  for (uint32_t i = 0; i < h.sections; i++) {
    auto e = loadPod<SectionEntry>(bytes_.data() + sizeof(Header) + i * sizeof(SectionEntry));
    if (e.id == id) return bytes_.substr(e.at, e.size);
  }
  return {};
}

// ---- records --------------------------------------------------------------------------------------------------

std::string_view ImageView::text(uint32_t at, uint32_t size) const {
  return at <= names_.size() && size <= names_.size() - at ? names_.substr(at, size) : std::string_view();
}

std::string_view ImageView::body(uint32_t at, uint32_t size) const {
  return at <= bodies_.size() && size <= bodies_.size() - at ? bodies_.substr(at, size) : std::string_view();
}

template <class T>
T ImageView::record(std::string_view section, uint32_t i) const {
  return loadPod<T>(section.data() + size_t{i} * sizeof(T));
}

std::string_view ImageView::file(uint32_t i) const {
  return i < fileCount() ? text(record<TextRef>(files_, i)) : std::string_view("?");
}

uint32_t ImageView::bodyOf(uint32_t i) const { return record<FuncRecord>(funcs_, i).body; }

FuncShape ImageView::funcShape(uint32_t i) const {
  auto r = record<FuncRecord>(funcs_, i);
  return {(r.flags & kNative) != 0, (r.flags & kClosure) != 0, r.resultSlots, r.paramSlots};
}

TypeShape ImageView::typeShape(uint32_t i) const {
  auto r = record<TypeRecord>(types_, i);
  return {r.kind, r.external != 0, r.size, r.elem, r.mapKey, r.methods};
}

uint64_t ImageView::globalSize(uint32_t i) const { return record<GlobalRecord>(globals_, i).size; }

FuncHead ImageView::func(uint32_t i) const {
  auto r = record<FuncRecord>(funcs_, i);
  std::string_view name = text(r.name);
  return {name,
          r.link.size != 0 ? text(r.link) : name,
          text(r.pkgPath),
          funcShape(i),
          (r.flags & kExternal) != 0,
          (r.flags & kDupOk) != 0,
          (r.flags & kWrapper) != 0};
}

bool ImageView::sameCode(uint32_t a, uint32_t b) const {
  auto x = record<FuncRecord>(funcs_, a), y = record<FuncRecord>(funcs_, b);
  return x.body == y.body && x.bodySize == y.bodySize && x.code == y.code && x.flags == y.flags &&
         x.resultSlots == y.resultSlots && x.paramSlots == y.paramSlots && text(x.name) == text(y.name);
}

GlobalHead ImageView::global(uint32_t i) const {
  auto r = record<GlobalRecord>(globals_, i);
  return {text(r.name),
          text(r.pkgPath),
          r.size,
          r.type,
          (r.flags & kGlobalExternal) != 0,
          (r.flags & kGlobalDupOk) != 0,
          (r.flags & kPrivate) != 0,
          (r.flags & kReadOnly) != 0};
}

TypeHead ImageView::type(uint32_t i) const {
  auto r = record<TypeRecord>(types_, i);
  return {text(r.key), text(r.pkgPath), r.hash, typeShape(i)};
}

uint32_t ImageView::find(SymbolKind kind, std::string_view symbol) const {
  uint64_t hash = symbolHash(symbol);
  size_t slots = symbols_.size() / sizeof(uint32_t);
  for (size_t k = 0; k < slots; k++) {
    uint32_t slot = loadPod<uint32_t>(symbols_.data() + ((hash + k) & (slots - 1)) * sizeof(uint32_t));
    if (slot == 0) return ~0u;
    slot--;
    if ((slot & 3) != static_cast<uint32_t>(kind)) continue;
    uint32_t i = slot >> 2;
    switch (kind) {
      case SymbolKind::Func:
        if (i < funcCount() && record<FuncRecord>(funcs_, i).hash == hash && func(i).symbol == symbol) return i;
        break;
      case SymbolKind::Global:
        if (i < globalCount() && record<GlobalRecord>(globals_, i).hash == hash && global(i).name == symbol) return i;
        break;
      case SymbolKind::Type:
        if (i < typeCount() && record<TypeRecord>(types_, i).hash == hash && type(i).key == symbol) return i;
        break;
    }
  }
  return ~0u;
}

// ---- bodies ---------------------------------------------------------------------------------------------------

namespace {

void readRelocs(ByteReader& r, std::vector<Reloc>* out) {
  uint32_t n = r.count(3);
  out->clear();
  out->reserve(n);
  uint32_t at = 0;
  for (uint32_t i = 0; i < n && r.ok(); i++) {
    Reloc x;
    uint64_t kind = r.u();
    if (kind > static_cast<uint64_t>(RelocKind::Native)) return r.fail();
    x.kind = static_cast<RelocKind>(kind);
    x.at = at += static_cast<uint32_t>(r.s());
    x.index = r.u32();
    if (x.kind == RelocKind::Itab) x.index2 = r.u32();
    if (x.kind == RelocKind::Global || x.kind == RelocKind::String) x.addend = r.s();
    out->push_back(x);
  }
}

// What follows the code in a function's body.
struct FuncTables {
  uint64_t frameSlots = 0, recoverPc = 0, file = 0, line = 0, linkBytes = 0;
  explicit FuncTables(ByteReader& r) {
    frameSlots = r.u32();
    recoverPc = r.u32();
    file = r.u32();
    line = r.u32();
    linkBytes = r.u();
  }
};

void readMaps(ByteReader& r, FuncDef* out) {
  uint32_t n = r.count(3);
  out->maps.clear();
  out->maps.reserve(n);
  uint32_t pc = 0;
  for (uint32_t i = 0; i < n && r.ok(); i++) {
    PointerMap m;
    m.pc = pc += r.u32();
    m.mask = r.u32();
    m.bytes = static_cast<uint16_t>(r.u());
    out->maps.push_back(m);
  }
}

// One entry of the line table after another; false at its end.
class LineReader {
 public:
  explicit LineReader(ByteReader& r) : r_(r), left_(r.count(4)) {}
  bool next(LineEntry* e) {
    if (left_ == 0 || !r_.ok()) return false;
    left_--;
    e_.pc += r_.u32();
    e_.file = r_.u32();
    e_.line = static_cast<uint32_t>(static_cast<int64_t>(e_.line) + r_.s());
    uint64_t inl = r_.u();
    e_.inl = static_cast<uint32_t>(inl >> 3) - 1;
    e_.unsignedIndex = inl & 7;
    *e = e_;
    return r_.ok();
  }

 private:
  ByteReader& r_;
  uint32_t left_;
  LineEntry e_;
};

}  // namespace

bool ImageView::readFunc(uint32_t i, bool lines, FuncDef* out) const {
  auto rec = record<FuncRecord>(funcs_, i);
  FuncHead head = func(i);
  out->name = head.name;
  out->linkName = text(rec.link);
  out->pkgPath = head.pkgPath;
  out->external = head.external;
  out->dupOk = head.dupOk;
  out->native = head.shape.native;
  out->wrapper = head.wrapper;
  out->closure = head.shape.closure;
  out->hasDefer = rec.flags & kHasDefer;
  out->resultSlots = rec.resultSlots;
  out->paramSlots = rec.paramSlots;
  ByteReader r(body(rec.body, rec.bodySize));
  const uint8_t* code = r.bytes(uint64_t{rec.code} * sizeof(uint64_t));
  out->code.resize(r.ok() ? rec.code : 0);
  if (!out->code.empty()) std::memcpy(out->code.data(), code, out->code.size() * sizeof(uint64_t));
  FuncTables t(r);
  out->frameSlots = static_cast<uint32_t>(t.frameSlots);
  out->recoverPc = static_cast<uint32_t>(t.recoverPc) - 1;
  out->file = static_cast<uint32_t>(t.file);
  out->line = static_cast<uint32_t>(t.line);
  uint32_t n = r.count();
  const uint8_t* masks = r.bytes(n);
  out->maskBytes.assign(masks, masks + (r.ok() ? n : 0));
  readMaps(r, out);
  readRelocs(r, &out->relocs);
  out->lines.clear();
  out->inlines.clear();
  if (!lines || !r.ok()) return r.ok();
  LineReader reader(r);
  for (LineEntry e; reader.next(&e);) out->lines.push_back(e);
  if (!r.ok()) return false;
  out->inlines = inlines(i);
  return true;
}

namespace {

// A reader at the line table.
ByteReader linesOf(std::string_view body, uint32_t code) {
  ByteReader r(body);
  (void)r.bytes(uint64_t{code} * sizeof(uint64_t));
  FuncTables t(r);
  (void)r.bytes(t.linkBytes);
  return r;
}

}  // namespace

LineEntry ImageView::lineAt(uint32_t func, uint32_t pc) const {
  auto rec = record<FuncRecord>(funcs_, func);
  LineEntry found{0, ~0u, 0, ~0u, 0};
  ByteReader r = linesOf(body(rec.body, rec.bodySize), rec.code);
  LineReader lines(r);
  for (LineEntry e; lines.next(&e) && e.pc <= pc;) found = e;
  if (found.file != ~0u) return found;
  ByteReader head(body(rec.body, rec.bodySize));
  (void)head.bytes(uint64_t{rec.code} * sizeof(uint64_t));
  FuncTables t(head);
  found.file = static_cast<uint32_t>(t.file);
  found.line = static_cast<uint32_t>(t.line);
  return found;
}

std::vector<InlineFrame> ImageView::inlines(uint32_t func) const {
  auto rec = record<FuncRecord>(funcs_, func);
  ByteReader r = linesOf(body(rec.body, rec.bodySize), rec.code);
  LineReader lines(r);
  for (LineEntry e; lines.next(&e);) {}
  std::vector<InlineFrame> out(r.count(5));
  for (size_t i = 0; i < out.size(); i++) {
    uint32_t at = r.u32(), size = r.u32();
    out[i].name = text(at, size);
    out[i].parent = r.u32() - 1;
    out[i].callFile = r.u32();
    out[i].callLine = r.u32();
    if (out[i].parent != ~0u && out[i].parent >= i) r.fail();
  }
  if (!r.ok()) out.clear();
  return out;
}

std::span<const uint8_t> ImageView::maskBytes(uint32_t func) const {
  auto rec = record<FuncRecord>(funcs_, func);
  ByteReader r(body(rec.body, rec.bodySize));
  (void)r.bytes(uint64_t{rec.code} * sizeof(uint64_t));
  FuncTables t(r);
  uint32_t n = r.count();
  const uint8_t* masks = r.bytes(n);
  return {masks, r.ok() ? n : 0};
}

bool ImageView::readGlobal(uint32_t i, GlobalBody* out) const {
  auto rec = record<GlobalRecord>(globals_, i);
  std::string_view bytes = body(rec.body, rec.bodySize);
  ByteReader r(bytes);
  uint64_t n = r.u();
  if (n != 0) r.alignTo(16, reinterpret_cast<const uint8_t*>(bytes.data()));
  const uint8_t* data = r.bytes(n);
  out->data = {data, r.ok() ? n : 0};
  readRelocs(r, &out->relocs);
  return r.ok();
}

bool ImageView::readType(uint32_t i, TypeBody* out) const {
  auto rec = record<TypeRecord>(types_, i);
  out->key = text(rec.key);
  out->external = rec.external != 0;
  out->kind = rec.kind;
  out->align = rec.align;
  out->fieldAlign = rec.fieldAlign;
  out->flags = rec.flags;
  out->size = rec.size;
  out->ptrBytes = rec.ptrBytes;
  out->elem = rec.elem;
  out->mapKey = rec.mapKey;
  ByteReader r(body(rec.body, rec.bodySize));
  auto name = [&] {
    uint32_t at = r.u32(), size = r.u32();
    return text(at, size);
  };
  out->string = name();
  out->name = name();
  out->pkgPath = name();
  out->hash = r.u32();
  out->len = r.s();
  uint32_t mask = r.count();
  out->gcMask = {r.bytes(mask), mask};
  out->fields.resize(r.count(9));
  for (TypeBody::Field& f : out->fields) {
    f.name = name();
    f.pkgPath = name();
    f.tag = name();
    f.type = r.u32();
    f.offset = r.s();
    f.embedded = r.u() != 0;
  }
  out->methods.resize(r.count(6));
  for (TypeBody::Method& m : out->methods) {
    m.name = name();
    m.pkgPath = name();
    m.type = r.u32();
    m.func = r.u32() - 1;
  }
  for (std::vector<uint32_t>* list : {&out->in, &out->out}) {
    list->resize(r.count());
    for (uint32_t& x : *list) x = r.u32();
  }
  return r.ok() && out->methods.size() == rec.methods;
}

}  // namespace hood::bytecode
