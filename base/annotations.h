// Thread-safety annotations (clang's -Wthread-safety reads them; g++ does not) and branch hints.
#pragma once

#if defined(__clang__)
#define HOOD_CAPABILITY(x) __attribute__((capability(x)))
#define HOOD_GUARDED_BY(x) __attribute__((guarded_by(x)))
#define HOOD_REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define HOOD_ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define HOOD_RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define HOOD_SCOPED_CAPABILITY __attribute__((scoped_lockable))
#else
#define HOOD_CAPABILITY(x)
#define HOOD_GUARDED_BY(x)
#define HOOD_REQUIRES(...)
#define HOOD_ACQUIRE(...)
#define HOOD_RELEASE(...)
#define HOOD_SCOPED_CAPABILITY
#endif

#define HOOD_LIKELY(x) __builtin_expect(!!(x), 1)
#define HOOD_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define HOOD_INLINE inline __attribute__((always_inline))
#define HOOD_NOINLINE __attribute__((noinline))
#define HOOD_COLD __attribute__((noinline, cold))
