// The VM's own functions: runtime.goexit, runtime.gopanic, runtime.reflectcall (frame.h says what their frames hold).
#pragma once

namespace hood::vm {

class Engine;

// Loads them and notes their addresses in the engine's program.
void addStubs(Engine& engine);

}  // namespace hood::vm
