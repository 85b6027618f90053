package rand

// seedState fills the generator's state from a seed. REQUIRES: len(state) == stateLen.
func seedState(state []uint64, seed int64)
