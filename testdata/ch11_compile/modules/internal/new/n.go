//go:build go1.22

package new

func There() (all []int) {
	var fs []func()
	for i := range 3 {
		fs = append(fs, func() { all = append(all, i) })
	}
	for _, f := range fs {
		f()
	}
	return all
}
