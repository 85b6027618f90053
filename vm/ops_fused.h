// Handlers: fused pairs (fused.def). The first instruction's work, then its partner's handler without a dispatch. Part of
// loop.h.

#define HOOD_FUSED(first, words, second) \
  L_##first##_##second : {               \
    DO_##first;                          \
    pc += (words);                       \
    goto L_##second;                     \
  }
#include "vm/fused.def"
