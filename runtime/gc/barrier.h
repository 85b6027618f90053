// The write barrier, as the collector sees it; core/heap_ptr.h is what the rest sees.
// Mirrors:    src/runtime/mwbbuf.go. Book: 8.2.
// Differs:    see barrier.cc.
#pragma once

#include <cstdint>

namespace hood::rt {

struct P;
struct VM;

// The knob `barrier`; in the order of its names.
enum class BarrierPolicy : uint8_t { Hybrid, Dijkstra, Yuasa, None };

// Greys what the buffer of pp holds. REQUIRES pp is ours, or the world is stopped.
void wbBufFlush(P* pp);
// REQUIRES a stopped world; goroutines see it when they run again. All buffers are empty.
void setWriteBarrier(VM* vm, bool on);

}  // namespace hood::rt
