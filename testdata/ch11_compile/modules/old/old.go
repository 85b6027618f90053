package old

func Each() (all []int) {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { all = append(all, i) })
	}
	for _, f := range fs {
		f()
	}
	return all
}
