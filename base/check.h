// Assertions in three tiers, and the end of the line for a broken VM.
//   HOOD_CHECK        always on: the cost is nothing beside what it protects.
//   HOOD_ASSERT       dev builds (HOOD_DEBUG).
//   HOOD_SLOW_ASSERT  stress builds (HOOD_STRESS): walks whole structures.
// One condition each. A failure is a bug in hood, never in the user's program: it prints one line that asks for
// a report and exits with status 70.
#pragma once

namespace hood {

[[noreturn]] void internalError(const char* file, int line, const char* what);

}  // namespace hood

#define HOOD_CHECK(cond)                                                                \
  do {                                                                                  \
    if (__builtin_expect(!(cond), 0)) ::hood::internalError(__FILE__, __LINE__, #cond); \
  } while (0)
#define HOOD_UNREACHABLE(what) ::hood::internalError(__FILE__, __LINE__, what)

#ifdef HOOD_DEBUG
#define HOOD_ASSERT(cond) HOOD_CHECK(cond)
#else
#define HOOD_ASSERT(cond) \
  do {                    \
  } while (0)
#endif
#ifdef HOOD_STRESS
#define HOOD_SLOW_ASSERT(cond) HOOD_CHECK(cond)
#else
#define HOOD_SLOW_ASSERT(cond) \
  do {                         \
  } while (0)
#endif
