// Package sig marks binaries by the crypto they were built with. There is no binary here to mark.
package sig

func BoringCrypto()   {}
func FIPSOnly()       {}
func StandardCrypto() {}
