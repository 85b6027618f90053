#include "compiler/bundle.h"

#include "base/codec.h"
#include "bytecode/serialize.h"
#include "compiler/image/format.h"

namespace hood::compiler {

namespace {

using bytecode::ImageView;

uint32_t sectionOf(size_t package) { return static_cast<uint32_t>(SectionId::Package) + static_cast<uint32_t>(package); }

// What the Meta section of a bundle says.
struct Contents {
  std::string_view compilerId;
  std::vector<std::string_view> paths;
  std::vector<bool> inFile, goTree;
};

bool readContents(std::string_view bytes, Contents* c) {
  ByteReader r(bytes);
  if (r.str() != "bundle") return false;
  c->compilerId = r.str();
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    c->paths.push_back(r.str());
    c->inFile.push_back(r.flag());
    c->goTree.push_back(r.flag());
  }
  return r.ok();
}

}  // namespace

std::string writeBundle(const Compilation& c, std::string_view compilerId) {
  ByteWriter w;
  w.str("bundle");
  w.str(compilerId);
  w.num(c.images.size() + 1);
  std::vector<bytecode::Section> sections(1);
  auto put = [&](std::string_view path, bool inFile, bool goTree, std::string_view bytes) {
    w.str(path);
    w.flag(inFile);
    w.flag(goTree);
    if (inFile) sections.push_back({sectionOf(sections.size()), bytes});
  };
  std::string root = bytecode::writeImage(*c.module, {});
  for (const PackageBytes& p : c.images) put(p.path, !p.embedded, p.goTree, p.bytes);
  put(c.module->name, true, false, root);
  sections[0] = {static_cast<uint32_t>(SectionId::Meta), w.bytes};
  bytecode::Module none;
  none.name = "bundle";
  return bytecode::writeImage(none, sections);
}

bool readBundle(std::string_view bytes, std::string_view compilerId, std::span<const PackageBytes> standard,
                std::vector<PackageBytes>* out, std::string* problem) {
  ImageView file;
  if (!file.open(bytes, ImageView::Check::Sums, problem)) return false;
  Contents c;
  if (!readContents(file.section(static_cast<uint32_t>(SectionId::Meta)), &c)) {
    *problem = "is not a program built by hood build";
    return false;
  }
  if (c.compilerId != compilerId) {
    *problem = "was built by another version of hood: build it again";
    return false;
  }
  size_t inFile = 0;
  for (size_t k = 0; k < c.paths.size(); k++) {
    PackageBytes p;
    p.path = c.paths[k];
    if (c.inFile[k]) {
      p.bytes = file.section(sectionOf(++inFile));
      p.user = true;  // whoever wrote the file: it is verified
      p.goTree = c.goTree[k];
    }
    for (const PackageBytes& s : standard)
      if (!c.inFile[k] && s.path == p.path) p = s;
    if (p.bytes.empty()) {
      *problem = "lacks package " + p.path;
      return false;
    }
    out->push_back(std::move(p));
  }
  if (!out->empty()) return true;
  *problem = "holds no program";
  return false;
}

bool looksLikeImage(std::string_view bytes) { return bytes.starts_with("hoodimg\n"); }

}  // namespace hood::compiler
