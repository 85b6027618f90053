package bits

// Len64 returns how many bits are needed to write x: 0 for 0.
func Len64(x uint64) int

// TrailingZeros64 returns the number of zero bits below the lowest one bit, 64 for 0.
func TrailingZeros64(x uint64) int

// OnesCount64 returns the number of one bits.
func OnesCount64(x uint64) int

// Mul64 returns the 128 bits of x * y.
func Mul64(x, y uint64) (hi, lo uint64)
