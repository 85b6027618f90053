// Writes what importers need of a checked package: its objects, and the bodies that they may inline.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/codec.h"
#include "base/source.h"
#include "compiler/image/format.h"
#include "compiler/ir/ir.h"
#include "compiler/types/type.h"

namespace hood::compiler {

class PackageWriter {
 public:
  PackageWriter(types::Context& ctx, const types::Package* pkg, const SourceSet& sources)
      : ctx_(ctx), pkg_(pkg), sources_(sources) {}

  // A function as importers would inline it: after the passes, before those that are for code generation only.
  void addBody(const ir::Func& f);
  // The Export section. prog tells how functions without a body are bound; nullptr where no code was made.
  std::string finish(const ir::Program* prog);
  static bool isGeneric(const types::Package* pkg);  // has an object that is
  static bool isGeneric(const types::Object* o);

 private:
  using Record = std::string;

  uint32_t string(std::string_view s);
  uint32_t package(const types::Package* p);  // 0: none
  uint32_t file(std::string_view path, uint32_t line);
  uint32_t type(types::Type* t);
  uint32_t func(const ir::Func* f);
  uint32_t global(const ir::Global* g);

  void pos(ByteWriter& w, Pos p);
  void typeRecord(ByteWriter& w, types::Type* t);
  void named(ByteWriter& w, types::Named* n);
  void structType(ByteWriter& w, types::Struct* s);
  void interfaceType(ByteWriter& w, types::Interface* i);
  void signature(ByteWriter& w, types::Signature* s);
  void typeList(ByteWriter& w, const std::vector<types::Type*>& list);
  void object(types::Object* o, const ir::Program* prog);
  void funcRecord(ByteWriter& w, types::Func* f, const ir::Program* prog);
  void instr(ByteWriter& w, const ir::Instr& i);
  std::string layOut();

  types::Context& ctx_;
  const types::Package* pkg_;
  const SourceSet& sources_;
  std::vector<Record> records_[kTables];
  std::vector<std::pair<uint32_t, Record>> objects_, bodies_;
  std::unordered_map<std::string, uint32_t> strings_;
  std::unordered_map<const types::Package*, uint32_t> packages_;
  struct FileInfo {
    uint32_t index;
    uint32_t lines;
  };
  std::map<std::string, FileInfo, std::less<>> files_;
  std::unordered_map<types::Type*, uint32_t> types_;
  bool generic_ = false;  // a type parameter was met
  std::unordered_map<const ir::Func*, uint32_t> funcs_;
  std::unordered_map<const ir::Global*, uint32_t> globals_;
};

}  // namespace hood::compiler
