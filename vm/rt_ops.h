// The operations of opcode Rt (bytecode/rtops.def): each unpacks its window and calls the language runtime.
#pragma once

#include "bytecode/instr.h"
#include "runtime/core/outcome.h"
#include "runtime/core/type.h"
#include "runtime/core/value.h"
#include "runtime/sched/g.h"

namespace hood::vm {

using RtFn = rt::Outcome (*)(rt::G* gp, rt::Slot* w, const rt::Type* t, uint32_t flags);

#define HOOD_RTOP(name, meaning) rt::Outcome rt##name(rt::G* gp, rt::Slot* w, const rt::Type* t, uint32_t flags);
#include "bytecode/rtops.def"

constexpr RtFn kRtTable[] = {
#define HOOD_RTOP(name, meaning) rt##name,
#include "bytecode/rtops.def"
};

}  // namespace hood::vm
