package rand

// runtimeSeed is what the package's functions start with: from the runtime's stream of decisions.
func runtimeSeed() int64

// seedState fills the generator's state from a seed. REQUIRES: len(state) == stateLen.
func seedState(state []uint64, seed int64)
