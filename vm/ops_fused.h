// Handlers: fused pairs (fused.def). The first instruction's work, then its partner's handler without a dispatch. Part of
// loop.h.
// Laid out by hand, as the tables they are.
// clang-format off

#define HOOD_FUSED(first, words, second) \
  L_##first##_##second : {               \
    DO_##first;                          \
    pc += (words);                       \
    goto L_##second;                     \
  }
#include "vm/fused.def"
