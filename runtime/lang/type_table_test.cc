// The table of types: made types are found again, are laid out as Go lays them out, and are spelled as the compiler does.
#include "runtime/lang/type_table.h"

#include <gtest/gtest.h>

#include "runtime/lang/string.h"

namespace hood::rt {
namespace {

class TypeTableTest : public testing::Test {
 protected:
  // What the loader would have made of a compiled type.
  Type* known(std::string_view name, Kind kind, uint64_t size, const uint8_t* mask = nullptr) {
    LockGuard guard(table.lock);
    bool fresh;
    Type* t = table.addLocked(name, &fresh);
    EXPECT_TRUE(fresh);
    t->kind = kind;
    t->size = size;
    t->align = t->fieldAlign = static_cast<uint8_t>(size < 8 ? size : 8);
    t->ptrBytes = mask == nullptr ? 0 : 8;
    t->gcMask = mask;
    t->flags = kTypeNamed | kTypeComparable | (mask == nullptr ? kTypeMemEqual : 0);
    t->name = t->string = table.stringLocked(name);
    return t;
  }
  static GoString text(std::string_view s) {
    return {reinterpret_cast<const uint8_t*>(s.data()), static_cast<int64_t>(s.size())};
  }
  static StructField field(std::string_view name, Type* t, bool embedded = false) {
    return {text(name), {}, {}, t, 0, embedded};
  }

  static constexpr uint8_t kFirst[] = {1};
  TypeTable table;
  Type* byteType = known("uint8", Kind::Uint8, 1);
  Type* intType = known("int", Kind::Int, 8);
  Type* stringType = known("string", Kind::String, 16, kFirst);
};

TEST_F(TypeTableTest, OneDescriptorPerType) {
  Type* p = pointerTo(table, intType);
  EXPECT_EQ(p, pointerTo(table, intType));
  EXPECT_EQ(intType->ptrTo, p);
  EXPECT_TRUE(p->direct());
  EXPECT_EQ(mapOf(table, stringType, sliceOf(table, p)), mapOf(table, stringType, sliceOf(table, p)));
  EXPECT_NE(arrayOf(table, 2, intType), arrayOf(table, 3, intType));
  LockGuard guard(table.lock);
  EXPECT_EQ(table.findLocked("map[string][]*int")->key, stringType);
}

TEST_F(TypeTableTest, StructsHaveGosLayout) {
  const StructField fields[] = {field("A", byteType), field("S", stringType), field("B", byteType), field("N", intType)};
  Type* t = structOf(table, fields);
  EXPECT_EQ(t->size, 40u);
  EXPECT_EQ(t->fields[1].offset, 8);
  EXPECT_EQ(t->fields[3].offset, 32);
  EXPECT_EQ(t->ptrBytes, 16u);
  EXPECT_EQ(t->gcMask[0], 2);
  EXPECT_EQ(view(t->string), "struct { A uint8; S string; B uint8; N int }");
  EXPECT_EQ(view(t->identity), "struct{A uint8; S string; B uint8; N int}");
  EXPECT_TRUE(t->flags & kTypeComparable);
  EXPECT_FALSE(t->flags & kTypeMemEqual);
  // A zero-size field at the end makes room for its address.
  const StructField tail[] = {field("A", byteType), field("Z", arrayOf(table, 0, intType))};
  EXPECT_EQ(structOf(table, tail)->size, 16u);
  const StructField one[] = {field("P", pointerTo(table, intType))};
  EXPECT_TRUE(structOf(table, one)->direct());
}

TEST_F(TypeTableTest, SpellsAsTheCompiler) {
  Type* recv = chanOf(table, kChanRecv, intType);
  EXPECT_EQ(view(chanOf(table, kChanBoth, recv)->string), "chan (<-chan int)");
  Type* const in[] = {intType, sliceOf(table, stringType)};
  Type* const out[] = {intType, stringType};
  Type* f = funcOf(table, in, out, true);
  EXPECT_EQ(view(f->string), "func(int, ...string) (int, string)");
  EXPECT_EQ(view(f->identity), "func(int,...string) (int,string)");
  EXPECT_NE(f, funcOf(table, in, out, false));
}

TEST_F(TypeTableTest, FramesHaveTheWordsOfACall) {
  Type* const in[] = {byteType, stringType};
  Type* const out[] = {stringType};
  Type* f = funcOf(table, in, out, false);
  Type* plain = frameTypeOf(table, f, false);
  EXPECT_EQ(plain->size, 5u * 8);  // string | byte, string
  EXPECT_EQ(plain->gcMask[0], 0b1001);
  Type* method = frameTypeOf(table, f, true);
  EXPECT_EQ(method->size, 6u * 8);  // string | receiver, byte, string
  EXPECT_EQ(method->gcMask[0], 0b10101);
  EXPECT_EQ(plain, frameTypeOf(table, f, false));
}

}  // namespace
}  // namespace hood::rt
