// Handlers: moves, constants, integer and floating-point arithmetic, conversions, comparisons. Part of loop.h.
// Laid out by hand, as the tables they are.
// clang-format off

// ---- moves and constants ----
OP(Nop) { NEXT(1); }
#define DO_Mov RA = RB
OP(Mov) { DO_Mov; NEXT(1); }
OP(Mov2) {
  const Slot* from = &RB;
  PUT2(&RA, from[0], from[1]);
  NEXT(1);
}
#define DO_Mov3                        \
  do {                                 \
    const Slot* s = &RB;               \
    PUT3(&RA, s[0], s[1], s[2]);       \
  } while (0)
OP(Mov3) { DO_Mov3; NEXT(1); }
OP(MovN) { std::memmove(&RA, &RB, size_t{C} * 8); NEXT(1); }
OP(LdI) { RA.i = IMM; NEXT(1); }
OP(LdK) { RA.u = K1; NEXT(2); }
OP(LdStr) {
  Slot* to = &RA;
  to[0].u = K1;
  to[1].i = IMM;
  NEXT(2);
}
OP(LdType) { RA.u = K1; NEXT(2); }
OP(LdAddr) { RA.u = K1; NEXT(2); }
OP(LdTab) { RA.u = K1; NEXT(2); }
OP(LdFunc) { RA.u = K1; NEXT(2); }
#define DO_Zero RA.u = 0
OP(Zero) { DO_Zero; NEXT(1); }
OP(ZeroN) {
  Slot* d = &RA;
  size_t n = B;
  if (HOOD_UNLIKELY(n - 1 > 3)) {
    std::memset(d, 0, n * 8);
    NEXT(1);
  }
  // Two from either end: a call of memset would take longer than all of this.
  d[0].u = d[n - 1].u = 0;
  if (n > 2) d[1].u = d[n - 2].u = 0;
  NEXT(1);
}

// ---- 64-bit integers ----
#define DO_Add RA.u = RB.u + RC.u
OP(Add) { DO_Add; NEXT(1); }
#define DO_AddI RA.u = RB.u + static_cast<uint64_t>(int64_t{SC})
OP(AddI) { DO_AddI; NEXT(1); }
#define DO_Sub RA.u = RB.u - RC.u
OP(Sub) { DO_Sub; NEXT(1); }
OP(RsubI) { RA.u = static_cast<uint64_t>(int64_t{SC}) - RB.u; NEXT(1); }
#define DO_Mul RA.u = RB.u * RC.u
OP(Mul) { DO_Mul; NEXT(1); }
#define DO_MulI RA.u = RB.u * static_cast<uint64_t>(int64_t{SC})
OP(MulI) { DO_MulI; NEXT(1); }
OP(DivS) {
  int64_t y = RC.i;
  if (HOOD_UNLIKELY(y == 0)) goto dividePanic;
  RA.u = y == -1 ? 0 - RB.u : static_cast<uint64_t>(RB.i / y);
  NEXT(1);
}
OP(DivU) {
  if (HOOD_UNLIKELY(RC.u == 0)) goto dividePanic;
  RA.u = RB.u / RC.u;
  NEXT(1);
}
OP(RemS) {
  int64_t y = RC.i;
  if (HOOD_UNLIKELY(y == 0)) goto dividePanic;
  RA.i = y == -1 ? 0 : RB.i % y;
  NEXT(1);
}
OP(RemU) {
  if (HOOD_UNLIKELY(RC.u == 0)) goto dividePanic;
  RA.u = RB.u % RC.u;
  NEXT(1);
}
#define DO_DivSI RA.i = RB.i / SC
OP(DivSI) { DO_DivSI; NEXT(1); }
#define DO_RemSI RA.i = RB.i % SC
OP(RemSI) { DO_RemSI; NEXT(1); }
OP(DivUI) { RA.u = RB.u / C; NEXT(1); }
OP(RemUI) { RA.u = RB.u % C; NEXT(1); }
OP(And) { RA.u = RB.u & RC.u; NEXT(1); }
#define DO_AndI RA.u = RB.u & static_cast<uint64_t>(int64_t{SC})
OP(AndI) { DO_AndI; NEXT(1); }
OP(Or) { RA.u = RB.u | RC.u; NEXT(1); }
OP(OrI) { RA.u = RB.u | static_cast<uint64_t>(int64_t{SC}); NEXT(1); }
OP(Xor) { RA.u = RB.u ^ RC.u; NEXT(1); }
OP(XorI) { RA.u = RB.u ^ static_cast<uint64_t>(int64_t{SC}); NEXT(1); }
OP(AndNot) { RA.u = RB.u & ~RC.u; NEXT(1); }
OP(Shl) {
  uint64_t n = RC.u;
  RA.u = n < 64 ? RB.u << n : 0;
  NEXT(1);
}
OP(ShrU) {
  uint64_t n = RC.u;
  RA.u = n < 64 ? RB.u >> n : 0;
  NEXT(1);
}
OP(ShrS) {
  uint64_t n = RC.u;
  RA.i = RB.i >> (n < 64 ? n : 63);
  NEXT(1);
}
OP(ShlI) { RA.u = RB.u << (C & 63); NEXT(1); }
#define DO_ShrUI RA.u = RB.u >> (C & 63)
OP(ShrUI) { DO_ShrUI; NEXT(1); }
OP(ShrSI) { RA.i = RB.i >> (C & 63); NEXT(1); }
OP(ShiftCheck) {
  if (HOOD_UNLIKELY(RA.i < 0)) goto shiftPanic;
  NEXT(1);
}
OP(Neg) { RA.u = 0 - RB.u; NEXT(1); }
OP(Com) { RA.u = ~RB.u; NEXT(1); }
OP(LNot) { RA.u = RB.u ^ 1; NEXT(1); }

// ---- narrow integers ----
#define S32(x) static_cast<uint64_t>(static_cast<int64_t>(static_cast<int32_t>(x)))
#define U32(x) static_cast<uint64_t>(static_cast<uint32_t>(x))
#define U8(x) static_cast<uint64_t>(static_cast<uint8_t>(x))
OP(Ext8S) { RA.i = static_cast<int8_t>(RB.u); NEXT(1); }
OP(Ext8U) { RA.u = U8(RB.u); NEXT(1); }
OP(Ext16S) { RA.i = static_cast<int16_t>(RB.u); NEXT(1); }
OP(Ext16U) { RA.u = static_cast<uint16_t>(RB.u); NEXT(1); }
OP(Ext32S) { RA.u = S32(RB.u); NEXT(1); }
OP(Ext32U) { RA.u = U32(RB.u); NEXT(1); }
OP(Add32S) { RA.u = S32(RB.u + RC.u); NEXT(1); }
OP(AddI32S) { RA.u = S32(RB.u + static_cast<uint64_t>(int64_t{SC})); NEXT(1); }
OP(Sub32S) { RA.u = S32(RB.u - RC.u); NEXT(1); }
OP(Mul32S) { RA.u = S32(RB.u * RC.u); NEXT(1); }
OP(ShlI32S) { RA.u = S32(RB.u << (C & 31)); NEXT(1); }
#define DO_Add32U RA.u = U32(RB.u + RC.u)
OP(Add32U) { DO_Add32U; NEXT(1); }
OP(AddI32U) { RA.u = U32(RB.u + static_cast<uint64_t>(int64_t{SC})); NEXT(1); }
OP(Sub32U) { RA.u = U32(RB.u - RC.u); NEXT(1); }
#define DO_Mul32U RA.u = U32(RB.u * RC.u)
OP(Mul32U) { DO_Mul32U; NEXT(1); }
OP(ShlI32U) { RA.u = U32(RB.u << (C & 31)); NEXT(1); }
OP(Add8U) { RA.u = U8(RB.u + RC.u); NEXT(1); }
OP(AddI8U) { RA.u = U8(RB.u + static_cast<uint64_t>(int64_t{SC})); NEXT(1); }
OP(Sub8U) { RA.u = U8(RB.u - RC.u); NEXT(1); }

// ---- floating point: float32 lives in the low half of its slot ----
#define F32(slot) std::bit_cast<float>(static_cast<uint32_t>((slot).u))
#define SET_F32(slot, x) ((slot).u = std::bit_cast<uint32_t>(static_cast<float>(x)))
#define DO_AddF RA.f = RB.f + RC.f
OP(AddF) { DO_AddF; NEXT(1); }
#define DO_SubF RA.f = RB.f - RC.f
OP(SubF) { DO_SubF; NEXT(1); }
#define DO_MulF RA.f = RB.f * RC.f
OP(MulF) { DO_MulF; NEXT(1); }
#define DO_DivF RA.f = RB.f / RC.f
OP(DivF) { DO_DivF; NEXT(1); }
OP(MulAddF) { RA.f = RA.f + RB.f * RC.f; NEXT(1); }
OP(MulSubF) { RA.f = RA.f - RB.f * RC.f; NEXT(1); }
OP(NegF) { RA.u = RB.u ^ 1ull << 63; NEXT(1); }
OP(SqrtF) { RA.f = _mm_cvtsd_f64(_mm_sqrt_sd(_mm_setzero_pd(), _mm_set_sd(RB.f))); NEXT(1); }
OP(AbsF) { RA.u = RB.u & ~(1ull << 63); NEXT(1); }
OP(FloorF) { RA.f = slow::floorF(RB.f); NEXT(1); }
OP(CeilF) { RA.f = slow::ceilF(RB.f); NEXT(1); }
OP(TruncF) { RA.f = slow::truncF(RB.f); NEXT(1); }
OP(FmaF) { RA.f = slow::fmaF(RB.f, RC.f, RA.f); NEXT(1); }
OP(AddF32) { SET_F32(RA, F32(RB) + F32(RC)); NEXT(1); }
OP(SubF32) { SET_F32(RA, F32(RB) - F32(RC)); NEXT(1); }
OP(MulF32) { SET_F32(RA, F32(RB) * F32(RC)); NEXT(1); }
OP(DivF32) { SET_F32(RA, F32(RB) / F32(RC)); NEXT(1); }
OP(NegF32) { RA.u = RB.u ^ 1ull << 31; NEXT(1); }

// ---- complex numbers ----
OP(AddC) {
  double re = RB.f + RC.f, im = R(B + 1).f + R(C + 1).f;
  RA.f = re;
  R(A + 1).f = im;
  NEXT(1);
}
OP(SubC) {
  double re = RB.f - RC.f, im = R(B + 1).f - R(C + 1).f;
  RA.f = re;
  R(A + 1).f = im;
  NEXT(1);
}
OP(MulC) {
  double a = RB.f, b = R(B + 1).f, c = RC.f, d = R(C + 1).f;
  RA.f = a * c - b * d;
  R(A + 1).f = a * d + b * c;
  NEXT(1);
}
OP(DivC) { slow::divC(&RA, &RB, &RC); NEXT(1); }
OP(NegC) {
  Slot re = RB, im = R(B + 1);
  RA.f = -re.f;
  R(A + 1).f = -im.f;
  NEXT(1);
}
OP(C64To128) {
  uint64_t w = RB.u;
  RA.f = std::bit_cast<float>(static_cast<uint32_t>(w));
  R(A + 1).f = std::bit_cast<float>(static_cast<uint32_t>(w >> 32));
  NEXT(1);
}
OP(C128To64) {
  float re = static_cast<float>(RB.f), im = static_cast<float>(R(B + 1).f);
  RA.u = std::bit_cast<uint32_t>(re) | uint64_t{std::bit_cast<uint32_t>(im)} << 32;
  NEXT(1);
}
OP(PackC64) { RA.u = static_cast<uint32_t>(RB.u) | RC.u << 32; NEXT(1); }
OP(RealC64) { RA.u = static_cast<uint32_t>(RB.u); NEXT(1); }
OP(ImagC64) { RA.u = RB.u >> 32; NEXT(1); }

// ---- conversions ----
#define DO_I2F RA.f = static_cast<double>(RB.i)
OP(I2F) { DO_I2F; NEXT(1); }
OP(U2F) { RA.f = static_cast<double>(RB.u); NEXT(1); }
OP(F2I) { RA.i = _mm_cvttsd_si64(_mm_set_sd(RB.f)); NEXT(1); }
OP(F2I32) { RA.i = _mm_cvttsd_si32(_mm_set_sd(RB.f)); NEXT(1); }
OP(F2U) { RA.u = slow::floatToUint(RB.f); NEXT(1); }
OP(F2F32) { SET_F32(RA, RB.f); NEXT(1); }
OP(F32ToF) { RA.f = F32(RB); NEXT(1); }
OP(I2F32) { SET_F32(RA, RB.i); NEXT(1); }
OP(U2F32) { SET_F32(RA, RB.u); NEXT(1); }

// ---- comparisons ----
OP(Eq) { RA.u = RB.u == RC.u; NEXT(1); }
OP(Ne) { RA.u = RB.u != RC.u; NEXT(1); }
OP(LtS) { RA.u = RB.i < RC.i; NEXT(1); }
OP(LeS) { RA.u = RB.i <= RC.i; NEXT(1); }
OP(LtU) { RA.u = RB.u < RC.u; NEXT(1); }
OP(LeU) { RA.u = RB.u <= RC.u; NEXT(1); }
OP(EqI) { RA.u = RB.i == SC; NEXT(1); }
OP(NeI) { RA.u = RB.i != SC; NEXT(1); }
OP(LtSI) { RA.u = RB.i < SC; NEXT(1); }
OP(LeSI) { RA.u = RB.i <= SC; NEXT(1); }
OP(GtSI) { RA.u = RB.i > SC; NEXT(1); }
OP(GeSI) { RA.u = RB.i >= SC; NEXT(1); }
OP(EqF) { RA.u = RB.f == RC.f; NEXT(1); }
OP(NeF) { RA.u = RB.f != RC.f; NEXT(1); }
OP(LtF) { RA.u = RB.f < RC.f; NEXT(1); }
OP(LeF) { RA.u = RB.f <= RC.f; NEXT(1); }
OP(EqF32) { RA.u = F32(RB) == F32(RC); NEXT(1); }
OP(NeF32) { RA.u = F32(RB) != F32(RC); NEXT(1); }
OP(LtF32) { RA.u = F32(RB) < F32(RC); NEXT(1); }
OP(LeF32) { RA.u = F32(RB) <= F32(RC); NEXT(1); }
OP(EqC) { RA.u = (RB.f == RC.f) & (R(B + 1).f == R(C + 1).f); NEXT(1); }
OP(EqC64) {
  uint64_t x = RB.u, y = RC.u;
  auto part = [](uint64_t w) { return std::bit_cast<float>(static_cast<uint32_t>(w)); };
  RA.u = (part(x) == part(y)) & (part(x >> 32) == part(y >> 32));
  NEXT(1);
}
OP(EqStr) { RA.u = slow::stringEqual(&RB, &RC); NEXT(1); }
OP(NeStr) { RA.u = !slow::stringEqual(&RB, &RC); NEXT(1); }
OP(LtStr) { RA.u = rt::cmpstring(rt::asString(&RB), rt::asString(&RC)) < 0; NEXT(1); }
OP(LeStr) { RA.u = rt::cmpstring(rt::asString(&RB), rt::asString(&RC)) <= 0; NEXT(1); }
OP(EqEface) {
  bool equal;
  CAN_PANIC(rt::efaceeq(gp, &RB, &RC, &equal));
  RA.u = equal;
  NEXT(1);
}
OP(EqIface) {
  bool equal;
  CAN_PANIC(rt::ifaceeq(gp, &RB, &RC, &equal));
  RA.u = equal;
  NEXT(1);
}
OP(EqVal) {
  bool equal;
  CAN_PANIC(slow::valueEqual(gp, TYPE1, &RB, &RC, &equal));
  RA.u = equal;
  NEXT(2);
}
#undef F32
#undef SET_F32
