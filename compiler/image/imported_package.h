// One imported package: the lazy reader of its Export section (format.h). For this folder only.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/codec.h"
#include "compiler/image/importer.h"

namespace hood::compiler {

class ImportedPackage : public types::ScopeSource, public types::NamedSource {
 public:
  ImportedPackage(Importer& importer, types::Package* pkg, std::string_view bytes, Importer::GenericSource generic);

  types::Object* load(types::Scope* s, std::string_view name) override;
  void loadAll(types::Scope* s) override;
  void complete(types::Named* n) override;
  std::unique_ptr<ir::Func> body(ir::Program& prog, std::string_view symbol);

 private:
  struct TableRef {
    uint32_t count = 0, at = 0;
  };
  ByteReader record(Table t, uint64_t index) const;
  bool findByName(Table t, std::string_view name, uint32_t* at, std::string_view* stored = nullptr) const;
  uint32_t word(size_t at) const;

  std::string_view string(uint64_t index) const { return record(Table::Strings, index).str(); }
  types::Package* package(uint64_t ref);
  Pos pos(ByteReader& r);
  types::Type* type(uint64_t index);
  types::Tuple* tupleAt(uint64_t index);
  types::Type* signatureAt(uint64_t index);
  types::Type* decodeType(ByteReader& r, uint64_t index);
  types::Type* namedType(ByteReader& r);
  types::Type* localType(ByteReader& r, uint64_t index);
  types::Type* structType(ByteReader& r);
  types::Type* tuple(ByteReader& r);
  types::Type* signature(ByteReader& r);
  types::Type* interfaceType(ByteReader& r);
  std::vector<types::Type*> typeList(ByteReader& r);
  void declareGeneric();
  friend class Importer;
  types::Object* object(types::Scope* s, std::string_view name, uint32_t at);
  void funcRecord(ByteReader& r, types::Func* f);
  template <class T>
  T* newObject(std::string_view name, Pos p, types::Type* t);

  ir::Func* func(ir::Program& prog, uint64_t index);
  ir::Global* global(ir::Program& prog, uint64_t index);
  void instr(ByteReader& r, ir::Program& prog, ir::Instr* i);

  Importer& in_;
  types::Context& ctx_;
  types::Package* pkg_;
  std::string_view bytes_;
  Importer::GenericSource generic_;
  bool genericKnown_ = false;  // generic_.declareAll was called
  TableRef tables_[kTables];
  std::vector<types::Package*> packages_;
  struct FileRef {
    const SourceFile* file = nullptr;
    bool own = false;  // of the program: its text is loaded
  };
  std::vector<FileRef> files_;
  std::vector<types::Type*> types_;
  std::unordered_map<types::Named*, uint32_t> unresolved_;  // where the rest of it is; local types: their underlying's index
};

}  // namespace hood::compiler
