// Handlers: loads and stores through pointers, of globals, of parts of frame values, of elements; slicing. Part of loop.h.
// Laid out by hand, as the tables they are.
// clang-format off

// ---- through a pointer ----
#define LOAD(type, field)                        \
  do {                                           \
    char* p = static_cast<char*>(RB.p);          \
    NIL_CHECK(p);                                \
    RA.field = MEM(const type, p + C);           \
  } while (0)
#define STORE(type, value)                       \
  do {                                           \
    char* p = static_cast<char*>(RA.p);          \
    NIL_CHECK(p);                                \
    MEM(type, p + C) = static_cast<type>(value); \
  } while (0)
OP(Ld8U) { LOAD(uint8_t, u); NEXT(1); }
OP(Ld8S) { LOAD(int8_t, i); NEXT(1); }
OP(Ld16U) { LOAD(uint16_t, u); NEXT(1); }
OP(Ld16S) { LOAD(int16_t, i); NEXT(1); }
OP(Ld32U) { LOAD(uint32_t, u); NEXT(1); }
OP(Ld32S) { LOAD(int32_t, i); NEXT(1); }
#define DO_Ld64                         \
  do {                                  \
    char* p = static_cast<char*>(RB.p); \
    NIL_CHECK(p);                       \
    RA = LOOSE(p + C);                  \
  } while (0)
OP(Ld64) { DO_Ld64; NEXT(1); }
#define DO_Ld128                               \
  do {                                         \
    char* p = static_cast<char*>(RB.p);        \
    NIL_CHECK(p);                              \
    PUT2(&RA, LOOSE(p + C), LOOSE(p + C + 8)); \
  } while (0)
OP(Ld128) { DO_Ld128; NEXT(1); }
#define DO_Ld192                               \
  do {                                         \
    char* p = static_cast<char*>(RB.p);        \
    NIL_CHECK(p);                              \
    PUT3(&RA, LOOSE(p + C), LOOSE(p + C + 8), LOOSE(p + C + 16)); \
  } while (0)
OP(Ld192) { DO_Ld192; NEXT(1); }
OP(LdN) {
  char* p = static_cast<char*>(RB.p);
  NIL_CHECK(p);
  slow::loadBytes(&RA, p + C, K1);
  NEXT(2);
}
OP(St8) { STORE(uint8_t, RB.u); NEXT(1); }
OP(St16) { STORE(uint16_t, RB.u); NEXT(1); }
OP(St32) { STORE(uint32_t, RB.u); NEXT(1); }
#define DO_St64 STORE(uint64_t, RB.u)
OP(St64) { DO_St64; NEXT(1); }
#define DO_StP                                      \
  do {                                              \
    char* p = static_cast<char*>(RA.p);             \
    NIL_CHECK(p);                                   \
    WRITE_POINTER(&MEM(void*, p + C), RB.p); \
  } while (0)
OP(StP) { DO_StP; NEXT(1); }
OP(StStr) {
  char* p = static_cast<char*>(RA.p);
  NIL_CHECK(p);
  WRITE_POINTER(&MEM(void*, p + C), RB.p);
  MEM(int64_t, p + C + 8) = R(B + 1).i;
  NEXT(1);
}
OP(StIface) {
  char* p = static_cast<char*>(RA.p);
  NIL_CHECK(p);
  MEM(void*, p + C) = RB.p;
  WRITE_POINTER(&MEM(void*, p + C + 8), R(B + 1).p);
  NEXT(1);
}
#define DO_StSlice                                  \
  do {                                              \
    char* p = static_cast<char*>(RA.p);             \
    NIL_CHECK(p);                                   \
    const Slot* s = &RB;                            \
    Slot* m = &MEM(Slot, p + C);                    \
    WRITE_POINTER(&m[0].p, s[0].p);          \
    m[1] = s[1];                                    \
    m[2] = s[2];                                    \
  } while (0)
OP(StSlice) { DO_StSlice; NEXT(1); }
OP(StN) {
  char* p = static_cast<char*>(RA.p);
  NIL_CHECK(p);
  std::memcpy(p + C, &RB, K1);
  NEXT(2);
}
OP(StT) {
  char* p = static_cast<char*>(RA.p);
  NIL_CHECK(p);
  BARRIER_PC();
  rt::typedmemmove(gp, TYPE1, p + C, &RB);
  NEXT(2);
}
OP(StI8) { STORE(uint8_t, SB); NEXT(1); }
OP(StI32) { STORE(uint32_t, SB); NEXT(1); }
OP(StI64) {
  char* p = static_cast<char*>(RA.p);
  NIL_CHECK(p);
  if (HOOD_UNLIKELY(rt::writeBarrierEnabled(gp)) && SB == 0) {  // nil, perhaps
    SAVE(1);
    rt::writeBarrierZero(gp, p + C);
  }
  MEM(int64_t, p + C) = SB;
  NEXT(1);
}
#define DO_AddrOf     \
  NIL_CHECK(RB.p);    \
  RA.p = static_cast<char*>(RB.p) + C
OP(AddrOf) { DO_AddrOf; NEXT(1); }
OP(AddrOfK) {
  char* p = static_cast<char*>(RB.p);
  NIL_CHECK(p);
  RA.p = p + K1;
  NEXT(2);
}
OP(NilCheck) {
  NIL_CHECK(RA.p);
  NEXT(1);
}
OP(MoveMem) {
  NIL_CHECK(RB.p);
  NIL_CHECK(RA.p);
  BARRIER_PC();
  rt::typedmemmove(gp, TYPE1, RA.p, RB.p);
  NEXT(2);
}
OP(ZeroMem) {
  NIL_CHECK(RA.p);
  BARRIER_PC();
  rt::typedmemclr(gp, TYPE1, RA.p);
  NEXT(2);
}

// ---- globals ----
OP(LdG) { RA = MEM(const Slot, K1); NEXT(2); }
OP(LdG2) {
  const Slot* m = &MEM(const Slot, K1);
  PUT2(&RA, m[0], m[1]);
  NEXT(2);
}
OP(LdG3) {
  const Slot* m = &MEM(const Slot, K1);
  PUT3(&RA, m[0], m[1], m[2]);
  NEXT(2);
}
OP(StG) { MEM(Slot, K1) = RA; NEXT(2); }
OP(StGP) { WRITE_POINTER(&MEM(void*, K1), RA.p); NEXT(2); }

// ---- parts of values in the frame ----
#define FRAME(byte) (reinterpret_cast<char*>(fp) + (byte))
OP(LdL8U) { RA.u = MEM(const uint8_t, FRAME(B)); NEXT(1); }
OP(LdL8S) { RA.i = MEM(const int8_t, FRAME(B)); NEXT(1); }
OP(LdL16U) { RA.u = MEM(const uint16_t, FRAME(B)); NEXT(1); }
OP(LdL16S) { RA.i = MEM(const int16_t, FRAME(B)); NEXT(1); }
OP(LdL32U) { RA.u = MEM(const uint32_t, FRAME(B)); NEXT(1); }
OP(LdL32S) { RA.i = MEM(const int32_t, FRAME(B)); NEXT(1); }
OP(LdLN) { slow::loadBytes(&RA, FRAME(B), C); NEXT(1); }
OP(StL8) { MEM(uint8_t, FRAME(A)) = static_cast<uint8_t>(RB.u); NEXT(1); }
OP(StL16) { MEM(uint16_t, FRAME(A)) = static_cast<uint16_t>(RB.u); NEXT(1); }
OP(StL32) { MEM(uint32_t, FRAME(A)) = static_cast<uint32_t>(RB.u); NEXT(1); }
OP(StLN) { std::memmove(FRAME(A), &RB, C); NEXT(1); }
#undef FRAME
OP(LdLX64) {
  uint64_t i = RC.u;
  BOUNDS(i, K1);
  RA = R(B + i);
  NEXT(2);
}
OP(StLX64) {
  uint64_t i = RB.u;
  BOUNDS(i, K1);
  R(A + i) = RC;
  NEXT(2);
}
OP(LdLX) {
  uint64_t i = RC.u;
  BOUNDS(i, K2);
  rt::loadSlots(TYPE1, &RA, reinterpret_cast<char*>(&RB) + i * TYPE1->size);
  NEXT(3);
}
OP(StLX) {
  uint64_t i = RB.u;
  BOUNDS(i, K2);
  std::memmove(reinterpret_cast<char*>(&RA) + i * TYPE1->size, &RC, TYPE1->size);
  NEXT(3);
}

// ---- elements of slices and strings ----
#define LOAD_X(type, field)                                \
  do {                                                     \
    uint64_t i = RC.u;                                     \
    BOUNDS(i, R(B + 1).u);                                 \
    RA.field = static_cast<const type*>(RB.p)[i];          \
  } while (0)
#define STORE_X(type)                                      \
  do {                                                     \
    uint64_t i = RB.u;                                     \
    BOUNDS(i, R(A + 1).u);                                 \
    static_cast<type*>(RA.p)[i] = static_cast<type>(RC.u); \
  } while (0)
#define DO_LdX8U LOAD_X(uint8_t, u)
OP(LdX8U) { DO_LdX8U; NEXT(1); }
OP(LdX8S) { LOAD_X(int8_t, i); NEXT(1); }
OP(LdX16U) { LOAD_X(uint16_t, u); NEXT(1); }
OP(LdX16S) { LOAD_X(int16_t, i); NEXT(1); }
OP(LdX32U) { LOAD_X(uint32_t, u); NEXT(1); }
OP(LdX32S) { LOAD_X(int32_t, i); NEXT(1); }
#define DO_LdX64 LOAD_X(uint64_t, u)
OP(LdX64) { DO_LdX64; NEXT(1); }
OP(LdX128) {
  uint64_t i = RC.u;
  BOUNDS(i, R(B + 1).u);
  const Slot* e = static_cast<const Slot*>(RB.p) + i * 2;
  PUT2(&RA, e[0], e[1]);
  NEXT(1);
}
OP(LdX192) {
  uint64_t i = RC.u;
  BOUNDS(i, R(B + 1).u);
  const Slot* e = static_cast<const Slot*>(RB.p) + i * 3;
  PUT3(&RA, e[0], e[1], e[2]);
  NEXT(1);
}
OP(LdXI8U) {
  BOUNDS(C, R(B + 1).u);
  RA.u = static_cast<const uint8_t*>(RB.p)[C];
  NEXT(1);
}
#define DO_LdXI64                           \
  do {                                      \
    BOUNDS(C, R(B + 1).u);                  \
    RA = static_cast<const Slot*>(RB.p)[C]; \
  } while (0)
OP(LdXI64) { DO_LdXI64; NEXT(1); }
#define DO_StX8 STORE_X(uint8_t)
OP(StX8) { DO_StX8; NEXT(1); }
OP(StX16) { STORE_X(uint16_t); NEXT(1); }
OP(StX32) { STORE_X(uint32_t); NEXT(1); }
#define DO_StX64 STORE_X(uint64_t)
OP(StX64) { DO_StX64; NEXT(1); }
#define DO_StXP                                                \
  do {                                                         \
    uint64_t i = RB.u;                                         \
    BOUNDS(i, R(A + 1).u);                                     \
    WRITE_POINTER(static_cast<void**>(RA.p) + i, RC.p); \
  } while (0)
OP(StXP) { DO_StXP; NEXT(1); }
OP(StXStr) {
  uint64_t i = RB.u;
  BOUNDS(i, R(A + 1).u);
  Slot* e = static_cast<Slot*>(RA.p) + i * 2;
  WRITE_POINTER(&e[0].p, RC.p);
  e[1] = R(C + 1);
  NEXT(1);
}
OP(StXIface) {
  uint64_t i = RB.u;
  BOUNDS(i, R(A + 1).u);
  Slot* e = static_cast<Slot*>(RA.p) + i * 2;
  e[0] = RC;
  WRITE_POINTER(&e[1].p, R(C + 1).p);
  NEXT(1);
}
#define DO_AddrX                              \
  do {                                        \
    uint64_t i = RC.u;                        \
    BOUNDS(i, R(B + 1).u);                    \
    RA.p = static_cast<char*>(RB.p) + i * K1; \
  } while (0)
OP(AddrX) { DO_AddrX; NEXT(2); }
#define DO_AddrXA                             \
  do {                                        \
    char* p = static_cast<char*>(RB.p);       \
    NIL_CHECK(p);                             \
    uint64_t i = RC.u;                        \
    BOUNDS(i, K1);                            \
    RA.p = p + i * K2;                        \
  } while (0)
OP(AddrXA) { DO_AddrXA; NEXT(3); }
OP(LdXX64) {
  uint64_t i = RC.u, j = R(K1).u;
  BOUNDS(i, R(B + 1).u);
  const Slot* row = static_cast<const Slot*>(RB.p) + i * 3;
  BOUNDS(j, row[1].u);
  RA = static_cast<const Slot*>(row[0].p)[j];
  NEXT(2);
}
OP(BoundsCheck) {
  BOUNDS(RA.u, RB.u);
  NEXT(1);
}

// ---- slicing ----
OP(SliceS) {
  const Slot* s = &RB;
  uint64_t lo = C & bytecode::kSliceLo ? R(K1 & 0xffff).u : 0;
  uint64_t hi = C & bytecode::kSliceHi ? R(K1 >> 16 & 0xffff).u : s[1].u, cap = s[2].u;
  if (HOOD_UNLIKELY(hi > cap || lo > hi || lo >= cap || C & bytecode::kSliceMax)) {
    CAN_PANIC(slow::sliceSlice(gp, fp, pc));
    NEXT(3);
  }
  Slot* out = &RA;
  out[0].p = static_cast<char*>(s[0].p) + lo * K2;
  out[1].u = hi - lo;
  out[2].u = cap - lo;
  NEXT(3);
}
OP(SliceStr) {
  const Slot* s = &RB;
  uint64_t lo = C & bytecode::kSliceLo ? R(K1 & 0xffff).u : 0;
  uint64_t hi = C & bytecode::kSliceHi ? R(K1 >> 16 & 0xffff).u : s[1].u;
  if (HOOD_UNLIKELY(hi > s[1].u || lo >= hi)) {
    CAN_PANIC(slow::sliceString(gp, fp, pc));
    NEXT(2);
  }
  Slot* out = &RA;
  out[0].p = static_cast<char*>(s[0].p) + lo;
  out[1].u = hi - lo;
  NEXT(2);
}
OP(SliceA) {
  CAN_PANIC(slow::sliceArray(gp, fp, pc));
  NEXT(3);
}
OP(SliceToArr) {
  CAN_PANIC(slow::sliceToArray(gp, K1, &RA, &RB));
  NEXT(2);
}
