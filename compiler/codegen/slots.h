// Which frame slot each register lives in, and where each call's window lies.
//
// A linear scan over the function in layout order. Every register has one home for its whole life (so a panic or a
// safepoint never has to ask where it is). A register that is an argument of a call is put straight into the call's
// window if its life ends there; a result stays in the window's slot; a returned value is computed in the result slot.
// All of these are hopes: where one fails, the emitter moves the value.
#pragma once

#include <unordered_map>

#include "compiler/codegen/prepare.h"
#include "compiler/codegen/window.h"

namespace hood::codegen {

constexpr uint32_t kNoSlot = ~0u;
constexpr uint32_t kScratchSlots = 4;

struct SlotMap {
  std::vector<uint32_t> home;  // by register; kNoSlot: never materialised
  struct Call {
    Window window;
    uint32_t base = kNoSlot;
  };
  std::unordered_map<const ir::Instr*, Call> calls;
  uint32_t resultSlots = 0, paramSlots = 0;
  uint32_t scratch = 0;  // first of kScratchSlots
  uint32_t frameSlots = 0;
};

SlotMap assignSlots(const ir::Func& f, const Prepared& p, Layouts& layouts, types::Context& ctx,
                    const std::vector<bool>& fusedAway);

}  // namespace hood::codegen
