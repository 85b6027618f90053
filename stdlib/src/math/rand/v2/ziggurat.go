package rand

import (
	"math"
	"sync"
)

// The ziggurat of Marsaglia and Tsang: the area under a falling density is cut into layers of equal area. A
// random layer and a random place in it are mostly under the curve; the wedge at the end of a layer is decided
// by the density, the tail beyond the lowest layer by its own formula.
type ziggurat struct {
	once  sync.Once
	inner []uint32  // for each layer, what is below times width lies under the curve for sure
	width []float32 // of a layer, per unit of the random number
	fall  []float32 // the density at the layer's end
}

// build cuts n layers of the given area; the lowest ends at end. Random numbers are below scale.
func (z *ziggurat) build(n int, scale, end, area float64, density, inverse func(float64) float64) {
	z.inner = make([]uint32, n)
	z.width = make([]float32, n)
	z.fall = make([]float32, n)
	x, previous := end, end
	q := area / density(x)
	z.inner[0] = uint32(x / q * scale)
	z.inner[1] = 0
	z.width[0] = float32(q / scale)
	z.width[n-1] = float32(x / scale)
	z.fall[0] = 1
	z.fall[n-1] = float32(density(x))
	for i := n - 2; i >= 1; i-- {
		x = inverse(area/x + density(x))
		z.inner[i+1] = uint32(x / previous * scale)
		previous = x
		z.fall[i] = float32(density(x))
		z.width[i] = float32(x / scale)
	}
}

var normal, exponential ziggurat

const (
	normalEnd      = 3.442619855899
	exponentialEnd = 7.69711747013104972
)

func buildNormal() {
	normal.build(128, 1<<31, normalEnd, 9.91256303526217e-3,
		func(x float64) float64 { return math.Exp(-0.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
}

func buildExponential() {
	exponential.build(256, 1<<32, exponentialEnd, 3.9496598225815571993e-3,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
}

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	normal.once.Do(buildNormal)
	for {
		u := r.Uint64()
		j := int32(u) // may be negative
		i := u >> 32 & 0x7F
		x := float64(j) * float64(normal.width[i])
		size := uint32(j)
		if j < 0 {
			size = uint32(-j)
		}
		if size < normal.inner[i] {
			return x
		}
		if i == 0 {
			tail := 0.0
			for {
				tail = -math.Log(r.Float64()) * (1.0 / normalEnd)
				if y := -math.Log(r.Float64()); y+y >= tail*tail {
					break
				}
			}
			if j > 0 {
				return normalEnd + tail
			}
			return -normalEnd - tail
		}
		if normal.fall[i]+float32(r.Float64())*(normal.fall[i-1]-normal.fall[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number with rate 1.
func (r *Rand) ExpFloat64() float64 {
	exponential.once.Do(buildExponential)
	for {
		u := r.Uint64()
		j, i := uint32(u), uint8(u>>32)
		x := float64(j) * float64(exponential.width[i])
		if j < exponential.inner[i] {
			return x
		}
		if i == 0 {
			return exponentialEnd - math.Log(r.Float64())
		}
		if exponential.fall[i]+float32(r.Float64())*(exponential.fall[i-1]-exponential.fall[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}
