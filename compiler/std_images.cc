#include "compiler/std_images.h"

#include <deque>

#include "compiler/package_image.h"
#include "compiler/packages.h"
#include "compiler/unit.h"

namespace hood::compiler {

std::string compileStdlib(std::vector<StdImage>* out) {
  SourceSet sources;
  Arena arena;
  Diagnostics diags(sources);
  LoadResult loaded = loadStdlib({}, sources, arena, diags);
  std::deque<UnitOutput> units;
  std::deque<CompiledPackage> compiled;
  for (const SourcePackage* p : compileOrder(loaded)) {
    if (diags.any()) break;
    UnitInput in;
    in.source = p;
    for (const CompiledPackage& o : compiled) in.others.push_back(&o);
    in.reparse = [&](const PackageMeta& m) { return parseAgain(m, loaded, sources, arena, diags); };
    UnitOutput& unit = units.emplace_back();
    if (!compileUnit(in, sources, diags, &unit)) break;
    compiled.push_back({unit.meta, unit.exported});
    out->push_back({unit.meta.path, packageImage(unit)});
  }
  return diags.any() ? diags.format(0) : "";
}

}  // namespace hood::compiler
