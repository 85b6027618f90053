// Which instances of generic code are taken for the same.
#include "compiler/codegen/fold_instances.h"

#include <gtest/gtest.h>

#include <string>

#include "bytecode/serialize.h"

namespace hood::codegen {
namespace {

using bytecode::FuncDef;
using bytecode::Module;
using bytecode::RelocKind;

FuncDef instance(std::string name, std::string targ, uint64_t code, std::vector<uint32_t> calls = {}) {
  FuncDef f;
  f.name = name + "[...]";
  f.linkName = name + "[" + targ + "]";
  f.dupOk = true;
  f.code = {code};
  for (uint32_t callee : calls) f.relocs.push_back({.kind = RelocKind::CallRel, .at = 0, .index = callee});
  return f;
}

TEST(FoldInstances, TheSameCodeUnderTheSameName) {
  Module m;
  m.funcs = {instance("f", "int", 7), instance("f", "uint", 7), instance("f", "string", 8), instance("g", "int", 7)};
  m.funcs.push_back(instance("f", "bool", 7));
  m.funcs.back().relocs.push_back({.kind = RelocKind::Type, .index = 3});  // says something of its type
  EXPECT_EQ(foldInstances(m), 1u);
}

TEST(FoldInstances, CallersOfTheSameAreTheSame) {
  Module m;
  FuncDef plain;
  plain.name = "main";
  m.funcs = {plain,
             instance("f", "int", 1),
             instance("f", "uint", 1),
             instance("g", "int", 2, {1}),
             instance("g", "uint", 2, {2}),
             instance("h", "int", 3, {3}),
             instance("h", "uint", 3, {4}),
             instance("rec", "int", 4, {7}),
             instance("rec", "uint", 4, {8})};
  m.funcs[0].relocs.push_back({.kind = RelocKind::CallRel, .index = 6});
  EXPECT_EQ(foldInstances(m), 4u);
  EXPECT_EQ(m.funcs[0].relocs[0].index, 5u);
  EXPECT_EQ(m.funcs[6].relocs[0].index, 3u);
  EXPECT_EQ(m.funcs[8].relocs[0].index, 7u);

  // In the image each has its entry, and all of a kind one body.
  std::string bytes = bytecode::writeImage(m), problem;
  bytecode::ImageView view;
  ASSERT_TRUE(view.open(bytes, bytecode::ImageView::Check::Sums, &problem)) << problem;
  for (uint32_t i = 1; i < m.funcs.size(); i += 2) EXPECT_TRUE(view.sameCode(i, i + 1)) << i;
  EXPECT_FALSE(view.sameCode(1, 3));
  FuncDef back;
  ASSERT_TRUE(view.readFunc(8, true, &back));
  EXPECT_EQ(back.linkName, "rec[uint]");
  EXPECT_EQ(back.code, m.funcs[8].code);
}

TEST(FoldInstances, WhatIsNoInstanceStays) {
  Module m;
  m.funcs = {instance("f", "int", 7), instance("f", "uint", 7)};
  m.funcs[1].dupOk = false;
  EXPECT_EQ(foldInstances(m), 0u);
  m.funcs[1].dupOk = true;
  m.funcs[0].name = m.funcs[1].name = "wrapper";
  EXPECT_EQ(foldInstances(m), 0u);
}

}  // namespace
}  // namespace hood::codegen
