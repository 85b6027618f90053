// Memory that the executable's own pages take.
#pragma once

namespace hood::cli {

// Gives up the pages of hood's code and constants that have been looked at so far: those that are needed again come back from
// the system's cache at a microsecond or two per 64 KB, the rest (the command line, a phase of the compiler, the linker's first
// pass) no longer counts as memory of the program that runs. No-op in builds with sanitizers.
void dropFilePages();

}  // namespace hood::cli
