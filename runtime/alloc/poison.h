// Under AddressSanitizer free Go memory is poisoned, so that C++ code that touches it is caught in the act.
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define HOOD_POISON(p, n) ASAN_POISON_MEMORY_REGION(reinterpret_cast<void*>(p), (n))
#define HOOD_UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(reinterpret_cast<void*>(p), (n))
#else
#define HOOD_POISON(p, n) (static_cast<void>(p), static_cast<void>(n))
#define HOOD_UNPOISON(p, n) (static_cast<void>(p), static_cast<void>(n))
#endif
