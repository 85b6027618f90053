#include "bytecode/serialize.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>

#include "bytecode/byte_io.h"

namespace hood::bytecode {
namespace {

using TextRef = ImageView::TextRef;

class ImageWriter {
 public:
  explicit ImageWriter(const Module& m) : m_(m) {}

  std::string run(std::span<const Section> foreign) {
    for (const FuncDef& f : m_.funcs) func(f);
    for (const GlobalDef& g : m_.globals) global(g);
    for (const TypeDef& t : m_.types) type(t);
    for (const std::string& f : m_.files) append(files_, text(f));
    TextRef name = text(m_.name);
    std::string info;
    append(info, ImageView::Info{name.at, name.size, m_.entry, m_.goMinor});
    std::string symbols = symbolTable();
    std::vector<Section> sections = {
        {ImageView::kInfo, info},    {ImageView::kFuncs, funcs_},       {ImageView::kGlobals, globals_},
        {ImageView::kTypes, types_}, {ImageView::kSymbols, symbols},    {ImageView::kBodies, bodies_},
        {ImageView::kNames, names_}, {ImageView::kStrings, m_.strings}, {ImageView::kFiles, files_}};
    sections.insert(sections.end(), foreign.begin(), foreign.end());
    return assemble(sections);
  }

 private:
  template <class T>
  static void append(std::string& to, const T& v) {
    to.append(reinterpret_cast<const char*>(&v), sizeof v);
  }

  static uint32_t when(bool yes, uint32_t flag) { return yes ? flag : 0; }

  TextRef text(const std::string& s) {
    if (s.empty()) return {0, 0};
    auto [it, fresh] = texts_.try_emplace(s, static_cast<uint32_t>(names_.size()));
    if (fresh) names_ += s;
    return {it->second, static_cast<uint32_t>(s.size())};
  }
  void name(const std::string& s) {
    TextRef r = text(s);
    out_.u(r.at);
    out_.u(r.size);
  }

  // ---- the three tables ----
  void func(const FuncDef& f) {
    ImageView::FuncRecord r{};
    r.hash = symbolHash(symbolOf(f));
    r.name = text(f.name);
    r.link = text(f.linkName);
    r.pkgPath = text(f.pkgPath);
    r.flags = when(f.external, ImageView::kExternal) | when(f.dupOk, ImageView::kDupOk) |
              when(f.native, ImageView::kNative) | when(f.wrapper, ImageView::kWrapper) |
              when(f.closure, ImageView::kClosure) | when(f.hasDefer, ImageView::kHasDefer);
    r.resultSlots = f.resultSlots;
    r.paramSlots = f.paramSlots;
    r.code = static_cast<uint32_t>(f.code.size());
    if (!f.external) {
      symbol(SymbolKind::Func, static_cast<uint32_t>(funcs_.size() / sizeof r), r.hash);
      out_.alignTo(8);
      r.body = static_cast<uint32_t>(bodies_.size());
      funcBody(f);
      r.bodySize = static_cast<uint32_t>(bodies_.size()) - r.body;
      if (f.dupOk) shareBody(r);
    }
    append(funcs_, r);
  }

  // Instances of generic code are often the same code.
  void shareBody(ImageView::FuncRecord& r) {
    auto [it, fresh] = sharedBodies_.emplace(bodies_.substr(r.body), r.body);
    if (fresh) return;
    bodies_.resize(r.body);
    r.body = it->second;
  }

  void funcBody(const FuncDef& f) {
    out_.bytes(f.code.data(), f.code.size() * sizeof(uint64_t));
    out_.u(f.frameSlots);
    out_.u(f.recoverPc + 1);
    out_.u(f.file);
    out_.u(f.line);
    std::string link;
    ByteWriter w(link);
    w.u(f.maskBytes.size());
    w.bytes(f.maskBytes.data(), f.maskBytes.size());
    w.u(f.maps.size());
    uint32_t pc = 0;
    for (const PointerMap& m : f.maps) {
      w.u(m.pc - pc);
      w.u(m.mask);
      w.u(m.bytes);
      pc = m.pc;
    }
    relocs(w, f.relocs);
    out_.u(link.size());
    bodies_ += link;
    lineTable(f);
  }

  void lineTable(const FuncDef& f) {
    out_.u(f.lines.size());
    LineEntry last;
    for (const LineEntry& e : f.lines) {
      out_.u(e.pc - last.pc);
      out_.u(e.file);
      out_.s(static_cast<int64_t>(e.line) - last.line);
      out_.u(uint64_t{e.inl + 1} << 3 | e.unsignedIndex);
      last = e;
    }
    out_.u(f.inlines.size());
    for (const InlineFrame& x : f.inlines) {
      name(x.name);
      out_.u(x.parent + 1);
      out_.u(x.callFile);
      out_.u(x.callLine);
    }
  }

  static void relocs(ByteWriter& w, const std::vector<Reloc>& relocs) {
    w.u(relocs.size());
    uint32_t at = 0;
    for (const Reloc& r : relocs) {
      w.u(static_cast<uint64_t>(r.kind));
      w.s(static_cast<int32_t>(r.at - at));
      w.u(r.index);
      if (r.kind == RelocKind::Itab) w.u(r.index2);
      if (r.kind == RelocKind::Global || r.kind == RelocKind::String) w.s(r.addend);
      at = r.at;
    }
  }

  void global(const GlobalDef& g) {
    ImageView::GlobalRecord r{};
    r.hash = symbolHash(g.name);
    r.size = g.size;
    r.name = text(g.name);
    r.pkgPath = text(g.pkgPath);
    r.flags = when(g.external, ImageView::kGlobalExternal) | when(g.dupOk, ImageView::kGlobalDupOk) |
              when(g.isPrivate, ImageView::kPrivate) | when(g.readOnly, ImageView::kReadOnly);
    r.type = g.type;
    if (!g.external) {
      if (!g.isPrivate) symbol(SymbolKind::Global, static_cast<uint32_t>(globals_.size() / sizeof r), r.hash);
      std::string data(g.data.begin(), g.data.end());
      // Used where it lies, so the zeros at its end are written, too, unless they are most of it.
      bool inPlace = g.readOnly && g.relocs.empty() && g.size / 2 <= data.size() + 2048;
      if (inPlace) data.resize(g.size);
      while (!inPlace && !data.empty() && data.back() == 0) data.pop_back();
      out_.alignTo(16);
      r.body = static_cast<uint32_t>(bodies_.size());
      out_.u(data.size());
      if (!data.empty()) out_.alignTo(16);
      bodies_ += data;
      relocs(out_, g.relocs);
      r.bodySize = static_cast<uint32_t>(bodies_.size()) - r.body;
    }
    append(globals_, r);
  }

  void type(const TypeDef& t) {
    ImageView::TypeRecord r{};
    r.hash = symbolHash(t.key);
    r.size = t.size;
    r.ptrBytes = t.ptrBytes;
    r.key = text(t.key);
    r.pkgPath = text(t.pkgPath);
    r.kind = t.kind;
    r.align = t.align;
    r.fieldAlign = t.fieldAlign;
    r.flags = t.flags;
    r.external = t.external;
    r.elem = t.elem;
    r.mapKey = t.mapKey;
    r.methods = static_cast<uint32_t>(t.methods.size());
    if (!t.external) symbol(SymbolKind::Type, static_cast<uint32_t>(types_.size() / sizeof r), r.hash);
    r.body = static_cast<uint32_t>(bodies_.size());
    typeBody(t);
    r.bodySize = static_cast<uint32_t>(bodies_.size()) - r.body;
    append(types_, r);
  }

  void typeBody(const TypeDef& t) {
    name(t.string);
    name(t.name);
    name(t.pkgPath);
    out_.u(t.hash);
    out_.s(t.len);
    out_.u(t.gcMask.size());
    out_.bytes(t.gcMask.data(), t.gcMask.size());
    out_.u(t.fields.size());
    for (const TypeDef::Field& f : t.fields) {
      name(f.name);
      name(f.pkgPath);
      name(f.tag);
      out_.u(f.type);
      out_.s(f.offset);
      out_.u(f.embedded);
    }
    out_.u(t.methods.size());
    for (const TypeDef::Method& x : t.methods) {
      name(x.name);
      name(x.pkgPath);
      out_.u(x.type);
      out_.u(x.func + 1);
    }
    for (const auto* list : {&t.in, &t.out}) {
      out_.u(list->size());
      for (uint32_t i : *list) out_.u(i);
    }
  }

  // ---- symbols ----
  void symbol(SymbolKind kind, uint32_t index, uint64_t hash) {
    found_.push_back({hash, ImageView::symbolSlot(kind, index)});
  }

  std::string symbolTable() {
    size_t slots = std::bit_ceil(found_.size() * 3 / 2 + 1);
    std::vector<uint32_t> table(slots, 0);
    for (const auto& [hash, slot] : found_) {
      size_t i = hash;
      while (table[i & (slots - 1)] != 0) i++;
      table[i & (slots - 1)] = slot;
    }
    return std::string(reinterpret_cast<const char*>(table.data()), slots * sizeof(uint32_t));
  }

  static std::string assemble(const std::vector<Section>& sections) {
    std::string table, out;
    size_t start = sizeof(ImageView::Header) + sections.size() * sizeof(ImageView::SectionEntry);
    uint64_t at = (start + 15) / 16 * 16;
    for (const Section& s : sections) {
      append(table, ImageView::SectionEntry{s.id, 0, at, s.bytes.size(), XXH3_64bits(s.bytes.data(), s.bytes.size())});
      at = (at + s.bytes.size() + 15) / 16 * 16;
    }
    ImageView::Header h{};
    std::copy(std::begin(ImageView::kMagic), std::end(ImageView::kMagic), h.magic);
    h.version = ImageView::kVersion;
    h.sections = static_cast<uint32_t>(sections.size());
    h.size = at;
    h.sum = XXH3_64bits_withSeed(table.data(), table.size(), XXH3_64bits(&h, sizeof h));
    out.reserve(at);
    append(out, h);
    out += table;
    for (const Section& s : sections) {
      out.resize((out.size() + 15) / 16 * 16);
      out += s.bytes;
    }
    out.resize(at);
    return out;
  }

  const Module& m_;
  std::string funcs_, globals_, types_, bodies_, names_, files_;
  ByteWriter out_{bodies_};
  std::unordered_map<std::string, uint32_t> texts_;
  std::unordered_map<std::string, uint32_t> sharedBodies_;
  std::vector<std::pair<uint64_t, uint32_t>> found_;  // hash, slot
};

TypeDef typeDef(const TypeBody& b) {
  TypeDef d;
  d.key = b.key;
  d.external = b.external;
  d.string = b.string;
  d.name = b.name;
  d.pkgPath = b.pkgPath;
  d.kind = b.kind;
  d.align = b.align;
  d.fieldAlign = b.fieldAlign;
  d.flags = b.flags;
  d.size = b.size;
  d.ptrBytes = b.ptrBytes;
  d.hash = b.hash;
  d.len = b.len;
  d.gcMask.assign(b.gcMask.begin(), b.gcMask.end());
  d.elem = b.elem;
  d.mapKey = b.mapKey;
  for (const TypeBody::Field& f : b.fields) {
    d.fields.push_back({std::string(f.name), std::string(f.pkgPath), std::string(f.tag), f.type, f.offset, f.embedded});
  }
  for (const TypeBody::Method& x : b.methods) {
    d.methods.push_back({std::string(x.name), std::string(x.pkgPath), x.type, x.func});
  }
  d.in = b.in;
  d.out = b.out;
  return d;
}

GlobalDef globalDef(const GlobalHead& h, const GlobalBody& b) {
  GlobalDef g;
  g.name = h.name;
  g.pkgPath = h.pkgPath;
  g.external = h.external;
  g.dupOk = h.dupOk;
  g.isPrivate = h.isPrivate;
  g.readOnly = h.readOnly;
  g.size = h.size;
  g.type = h.type;
  g.data.assign(b.data.begin(), b.data.end());
  g.relocs = b.relocs;
  return g;
}

}  // namespace

std::string writeImage(const Module& m, std::span<const Section> foreign) { return ImageWriter(m).run(foreign); }

bool readModule(const ImageView& image, Module* out, std::string* problem) {
  auto bad = [&](const char* what, uint32_t i) {
    *problem = "image of " + std::string(image.name()) + " is damaged: " + what + " " + std::to_string(i);
    return false;
  };
  *out = Module();
  out->name = image.name();
  out->entry = image.entry();
  out->goMinor = image.goMinor();
  out->strings = image.strings();
  for (uint32_t i = 0; i < image.fileCount(); i++) out->files.emplace_back(image.file(i));
  TypeBody body;
  for (uint32_t i = 0; i < image.typeCount(); i++) {
    if (!image.readType(i, &body)) return bad("type", i);
    out->types.push_back(typeDef(body));
  }
  for (uint32_t i = 0; i < image.globalCount(); i++) {
    GlobalBody g;
    GlobalHead head = image.global(i);
    if (!head.external && !image.readGlobal(i, &g)) return bad("global", i);
    out->globals.push_back(globalDef(head, g));
  }
  for (uint32_t i = 0; i < image.funcCount(); i++) {
    FuncDef f;
    if (!image.readFunc(i, true, &f) && !f.external) return bad("function", i);
    out->funcs.push_back(std::move(f));
  }
  return true;
}

}  // namespace hood::bytecode
