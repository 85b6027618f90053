// Packages crypto/… and math/rand/v2: the window side of digest.h.
#include "stdlib/native/digest.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

namespace {

// func block(h *[n]T, p []byte)
template <class T>
Outcome blocks(Slot* w, void (*f)(T*, std::string_view)) {
  Params in(w, 1);
  f(static_cast<T*>(w[0].p), in.bytes());
  return Outcome::Done;
}

}  // namespace

Outcome md5Block(G*, Slot* w) { return blocks<uint32_t>(w, md5Blocks); }
Outcome sha1Block(G*, Slot* w) { return blocks<uint32_t>(w, sha1Blocks); }
Outcome sha256Block(G*, Slot* w) { return blocks<uint32_t>(w, sha256Blocks); }
Outcome sha512Block(G*, Slot* w) { return blocks<uint64_t>(w, sha512Blocks); }

// func chachaBlock(seed *[4]uint64, buf *[32]uint64, counter uint32)
Outcome randChachaBlock(G*, Slot* w) {
  chacha8Block(static_cast<uint64_t*>(w[0].p), static_cast<uint64_t*>(w[1].p), static_cast<uint32_t>(w[2].u));
  return Outcome::Done;
}

}  // namespace hood::stdlib
