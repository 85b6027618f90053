package testing

import (
	"math"
	"math/rand"
)

// mutate returns a copy of the input with one to a few changes in one of its values.
func mutate(r *rand.Rand, values []any, corpus []seed) []any {
	out := append([]any(nil), values...)
	i := r.Intn(len(out))
	other := corpus[r.Intn(len(corpus))].values[i]
	for n := 1 + r.Intn(4); n > 0; n-- {
		out[i] = mutateValue(r, out[i], other)
	}
	return out
}

func mutateValue(r *rand.Rand, v, other any) any {
	switch v := v.(type) {
	case []byte:
		o, _ := other.([]byte)
		return mutateBytes(r, append([]byte(nil), v...), o)
	case string:
		o, _ := other.(string)
		return string(mutateBytes(r, []byte(v), []byte(o)))
	case bool:
		return !v
	case int:
		return int(mutateInt(r, int64(v), 64))
	case int8:
		return int8(mutateInt(r, int64(v), 8))
	case int16:
		return int16(mutateInt(r, int64(v), 16))
	case int32:
		return int32(mutateInt(r, int64(v), 32))
	case int64:
		return mutateInt(r, v, 64)
	case uint:
		return uint(mutateInt(r, int64(v), 64))
	case uint8:
		return uint8(mutateInt(r, int64(v), 8))
	case uint16:
		return uint16(mutateInt(r, int64(v), 16))
	case uint32:
		return uint32(mutateInt(r, int64(v), 32))
	case uint64:
		return uint64(mutateInt(r, int64(v), 64))
	case float32:
		return float32(mutateFloat(r, float64(v)))
	case float64:
		return mutateFloat(r, v)
	}
	return v
}

// Numbers where programs go wrong.
var interestingInts = []int64{0, 1, -1, 2, 7, 8, 10, 16, 31, 32, 63, 64, 100, 127, -128, 128, 255, 256, 1000, 1024, 4096,
	32767, -32768, 65535, 65536, math.MaxInt32, math.MinInt32, 1 << 32, math.MaxInt64, math.MinInt64}

func mutateInt(r *rand.Rand, v int64, bits int) int64 {
	switch r.Intn(4) {
	case 0:
		return interestingInts[r.Intn(len(interestingInts))]
	case 1:
		return v + int64(r.Intn(64))
	case 2:
		return v - int64(r.Intn(64))
	}
	return v ^ 1<<uint(r.Intn(bits))
}

func mutateFloat(r *rand.Rand, v float64) float64 {
	switch r.Intn(6) {
	case 0:
		special := []float64{0, math.Copysign(0, -1), 1, -1, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64}
		return special[r.Intn(len(special))]
	case 1:
		return v + float64(r.Intn(100))
	case 2:
		return v - r.Float64()
	case 3:
		return v * float64(1+r.Intn(10))
	case 4:
		return v / float64(1+r.Intn(10))
	}
	return -v
}

// mutateBytes makes one change: takes out, puts in, doubles, swaps or sets bytes, or mixes two inputs.
func mutateBytes(r *rand.Rand, b, other []byte) []byte {
	part := func(b []byte) (from, to int) {
		from = r.Intn(len(b))
		return from, from + 1 + r.Intn(min8(len(b)-from))
	}
	if len(b) == 0 {
		if len(other) > 0 && r.Intn(2) == 0 {
			return append(b, other...)
		}
		return append(b, randomByte(r))
	}
	switch r.Intn(10) {
	case 0:
		from, to := part(b)
		return append(b[:from], b[to:]...)
	case 1:
		at := r.Intn(len(b) + 1)
		return insert(b, at, randomByte(r))
	case 2:
		from, to := part(b)
		return insert(b, r.Intn(len(b)+1), append([]byte(nil), b[from:to]...)...)
	case 3:
		i, j := r.Intn(len(b)), r.Intn(len(b))
		b[i], b[j] = b[j], b[i]
	case 4:
		b[r.Intn(len(b))] ^= 1 << uint(r.Intn(8))
	case 5:
		b[r.Intn(len(b))] += byte(1 + r.Intn(16))
	case 6:
		b[r.Intn(len(b))] -= byte(1 + r.Intn(16))
	case 7:
		if len(other) > 0 {
			from, to := part(other)
			return insert(b, r.Intn(len(b)+1), other[from:to]...)
		}
		b[r.Intn(len(b))] = randomByte(r)
	case 8:
		from, to := part(b)
		for i := from; i < to; i++ {
			b[i] = randomByte(r)
		}
	default:
		b[r.Intn(len(b))] = randomByte(r)
	}
	return b
}

// randomByte prefers what texts are made of.
func randomByte(r *rand.Rand) byte {
	if r.Intn(2) == 0 {
		return byte(r.Intn(256))
	}
	const common = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n\"'`\\/()[]{}<>.,:;+-*%&|!?#$@^_=~\x00"
	return common[r.Intn(len(common))]
}

func min8(n int) int {
	if n > 8 {
		return 8
	}
	return n
}

func insert(b []byte, at int, more ...byte) []byte {
	tail := append([]byte(nil), b[at:]...)
	return append(append(b[:at], more...), tail...)
}

// shorter returns inputs with something taken out, big pieces first.
func shorter(v any) []any {
	var out []any
	switch v := v.(type) {
	case string:
		for _, b := range shorterBytes([]byte(v)) {
			out = append(out, string(b))
		}
	case []byte:
		for _, b := range shorterBytes(v) {
			out = append(out, b)
		}
	}
	return out
}

func shorterBytes(b []byte) [][]byte {
	var out [][]byte
	for n := len(b) / 2; n > 0; n /= 2 {
		for from := 0; from+n <= len(b); from += n {
			out = append(out, append(append([]byte(nil), b[:from]...), b[from+n:]...))
		}
	}
	if len(b) == 1 {
		out = append(out, nil)
	}
	for i, c := range b {
		if c != '0' && (c < 'a' || c > 'z') {
			next := append([]byte(nil), b...)
			next[i] = '0'
			out = append(out, next)
		}
	}
	return out
}
