package cmplx

// reducePi returns x minus the nearest multiple of Pi.
func reducePi(x float64) float64
