// The kernel's wait queues, the only thing mutexes and notes need of the OS.
#pragma once

#include <cstdint>

namespace hood::rt {

// Sleeps while *addr == val, for at most ns nanoseconds (ns < 0: no limit). May wake for no reason.
void futexSleep(const void* addr, uint32_t val, int64_t ns);
void futexWakeup(const void* addr, uint32_t count);

}  // namespace hood::rt
