#include "compiler/package_image.h"

#include "base/codec.h"
#include "bytecode/serialize.h"
#include "compiler/syntax/parse.h"

namespace hood::compiler {

namespace {

uint32_t idOf(SectionId id) { return static_cast<uint32_t>(id); }

}  // namespace

std::string packageImage(const UnitOutput& unit, const Dependencies* deps) {
  std::string meta = writeMeta(unit.meta);
  ByteWriter w;
  std::vector<bytecode::Section> sections{{idOf(SectionId::Meta), meta}, {idOf(SectionId::Export), unit.exported}};
  if (deps != nullptr) {
    w.str(deps->key);
    w.num(deps->imports.size());
    for (auto& [path, identity] : deps->imports) {
      w.str(path);
      w.num(identity);
    }
    sections.push_back({idOf(SectionId::Dependencies), w.bytes});
  }
  return bytecode::writeImage(*unit.module, sections);
}

bool readDependencies(std::string_view image, Dependencies* out) {
  bytecode::ImageView view;
  std::string problem;
  if (!view.open(image, bytecode::ImageView::Check::None, &problem)) return false;
  ByteReader r(view.section(idOf(SectionId::Dependencies)));
  out->key = r.str();
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    std::string path(r.str());
    out->imports.emplace_back(std::move(path), r.num());
  }
  return r.ok() && !out->key.empty();
}

bool readPackage(std::string_view image, CompiledPackage* out) {
  bytecode::ImageView view;
  std::string problem;
  if (!view.open(image, bytecode::ImageView::Check::None, &problem)) return false;
  out->exported = view.section(idOf(SectionId::Export));
  out->image = image;
  return readMeta(view.section(idOf(SectionId::Meta)), &out->meta);
}

std::vector<ast::File*> parseAgain(const PackageMeta& m, const LoadResult& loaded, SourceSet& sources, Arena& arena,
                                   Diagnostics& diags) {
  std::vector<ast::File*> files;
  for (auto& p : loaded.packages) {
    if (p->path != m.path) continue;
    if (p->texts.empty()) return parseStandard(m.path, sources, arena, diags);
    for (const SourceFile* text : p->texts)
      if (ast::File* f = parseSource(text, p->stdlib, p->goMinor, arena, diags)) files.push_back(f);
  }
  return files;
}

}  // namespace hood::compiler
