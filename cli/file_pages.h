// Memory that the executable's own pages take.
//
// The kernel maps the 16 pages around one of a file that is looked at, and counts them all as the process's memory. Hood is one
// file of compiler, library and interpreter: a small program touches some 200 of its pages all over the place, and would be
// charged for four times as many. So the executable asks, before its first constructor runs, that its pages come one by one. Linux
// leaves neighbours alone where userfaultfd tracks writes (asynchronously: since 6.7; on older kernels and where a sandbox forbids
// the call, nothing changes). No write is tracked in fact, and no other use is made of it. Sanitized builds do without.
#pragma once

namespace hood::cli {

// Gives up the pages of hood's code and constants that have been looked at so far: those that are needed again come back from
// the system's cache at some 2 microseconds each, the rest (the command line, a phase of the compiler, the linker's first pass)
// no longer counts as memory of the program that runs. No-op in builds with sanitizers.
void dropFilePages();

}  // namespace hood::cli
