package rand

import "math"

// Zipf draws numbers k in [0, imax] with probability proportional to (v + k) ** (-s), by rejection-inversion
// (Hörmann and Derflinger): the inverse of the integral h of the density is exact, rounding it to an integer is
// corrected by rejecting.
type Zipf struct {
	r         *Rand
	v         float64
	q         float64 // the exponent
	inv       float64 // 1 / (1 - q)
	hMax      float64 // h at the upper end
	hSpan     float64 // h from the lower to the upper end
	acceptGap float64 // k is accepted at once if it is rounded by no more
}

// NewZipf returns a Zipf of r; nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, q: s, inv: 1 / (1 - s)}
	z.hMax = z.h(float64(imax) + 0.5)
	z.hSpan = z.h(0.5) - math.Exp(math.Log(v)*(-s)) - z.hMax
	z.acceptGap = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) h(x float64) float64 { return math.Exp((1-z.q)*math.Log(z.v+x)) * z.inv }

func (z *Zipf) hInverse(x float64) float64 { return math.Exp(z.inv*math.Log((1-z.q)*x)) - z.v }

// Uint64 draws a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.hMax + z.r.Float64()*z.hSpan
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptGap || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
