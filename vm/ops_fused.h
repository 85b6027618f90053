// Handlers: fused pairs (fused.def). The first instruction's work is repeated here; its partner's follows without a
// dispatch: in place when it is short, else by a jump to its handler. Part of loop.h.

#define PAIR(first, second) L_##first##_##second:
// Goes on with the handler of the second instruction, `words` further.
#define THEN(words, second) \
  do {                      \
    pc += (words);          \
    goto L_##second;        \
  } while (0)
#define RETURN()                                                   \
  do {                                                             \
    pc = static_cast<const Word*>(fp[-1].p);                       \
    fp -= *(reinterpret_cast<const uint16_t*>(pc - 1) + 1);        \
    DISPATCH();                                                    \
  } while (0)

PAIR(AddI, Call) {
  RA.u = RB.u + static_cast<uint64_t>(int64_t{SC});
  pc += 1;
  Slot* window = fp + A;
  const Word* ret = pc + 1;
  ENTER(window, ret + IMM, ret);
}
PAIR(Mov, AddI) {
  RA = RB;
  pc += 1;
  RA.u = RB.u + static_cast<uint64_t>(int64_t{SC});
  NEXT(1);
}
PAIR(Mov, Ret) {
  RA = RB;
  RETURN();
}
PAIR(Add, Ret) {
  RA.u = RB.u + RC.u;
  RETURN();
}

#undef PAIR
#undef THEN
#undef RETURN
