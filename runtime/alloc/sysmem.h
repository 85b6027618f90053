// Memory from the OS: the whole surface.
// Mirrors:    src/runtime/mem.go, mem_linux.go. Book: 4.2.
// Differs:    two states instead of four: reserved (no access) and mapped (readable, writable, zero until written).
#pragma once

#include <cstddef>
#include <cstdint>

namespace hood::rt {

// Address space without memory, at `hint` if that is free (0: anywhere). nullptr when the OS refuses. Multiple of the OS's
// page size.
void* sysReserve(uintptr_t hint, size_t bytes);
// Reserved -> mapped. false: out of memory.
[[nodiscard]] bool sysMap(void* p, size_t bytes);
// Zeroed memory that takes no space until it is touched; for tables indexed by address. nullptr when the OS refuses.
void* sysAllocSparse(size_t bytes);
// The contents vanish (reads give zeros): gives memory back without giving up the address range.
void sysUnused(void* p, size_t bytes);
// Asks that memory which has not been touched yet come in huge pages, as far as whole ones fit in.
void sysHugePage(void* p, size_t bytes);
void sysFree(void* p, size_t bytes);
// The memory that the process has, pages of its executable included. 0: unknown.
size_t sysResidentBytes();

}  // namespace hood::rt
