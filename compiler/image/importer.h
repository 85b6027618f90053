// Packages imported in compiled form. An object is decoded when its name is looked up, a type when something mentions it,
// what is inside a named type (underlying type, methods) when somebody looks inside: importing a package costs what is
// used of it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/source.h"
#include "compiler/image/format.h"
#include "compiler/ir/ir.h"
#include "compiler/types/type.h"

namespace hood::compiler {

class ImportedPackage;

// The packages of one compilation (one types::Context) by path.
class Importer {
 public:
  Importer(types::Context& ctx, constant::Pool& consts, SourceSet& sources);
  ~Importer();

  // How declarations with type parameters come into a package: by checking its source.
  struct GenericSource {
    // Puts them into the package's scope; called once, when somebody asks for one.
    std::function<void(types::Package*)> declareAll;
    // Meanwhile: this one is needed at once.
    std::function<void(types::Package*, types::Object*)> declare;
  };

  // The package with this Export section, which stays alive.
  types::Package* add(const PackageMeta& meta, std::string_view exported, GenericSource generic = {});
  // The package that is being compiled: imported bodies may mention it.
  void setSelf(types::Package* p) { packages_[p->path] = p; }
  types::Package* find(std::string_view path);   // nullptr: not known
  types::Package* named(std::string_view path);  // one that knows nothing but its path, if need be

  // The body of an external function of prog if it is known and small; what it refers to is added to prog.
  const ir::Func* body(ir::Program& prog, ir::Func& external);

 private:
  friend class ImportedPackage;
  types::Context& ctx_;
  constant::Pool& consts_;
  SourceSet& sources_;
  std::unordered_map<std::string, types::Package*> packages_;
  std::unordered_map<const types::Package*, std::unique_ptr<ImportedPackage>> imported_;
  std::unordered_map<std::string, SourceFile*> foreign_;
  std::unordered_map<const ir::Func*, std::unique_ptr<ir::Func>> bodies_;
};

}  // namespace hood::compiler
