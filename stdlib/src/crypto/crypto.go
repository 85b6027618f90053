// Package crypto holds what cryptographic packages have in common. Mirrors: src/crypto/crypto.go (Go 1.19).
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// Hash names a hash function whose package may or may not be part of the program.
type Hash uint

// HashFunc returns h: a Hash is a SignerOpts.
func (h Hash) HashFunc() Hash { return h }

const (
	MD4         Hash = 1 + iota // golang.org/x/crypto/md4
	MD5                         // crypto/md5
	SHA1                        // crypto/sha1
	SHA224                      // crypto/sha256
	SHA256                      // crypto/sha256
	SHA384                      // crypto/sha512
	SHA512                      // crypto/sha512
	MD5SHA1                     // none: both, for TLS RSA
	RIPEMD160                   // golang.org/x/crypto/ripemd160
	SHA3_224                    // golang.org/x/crypto/sha3
	SHA3_256                    // golang.org/x/crypto/sha3
	SHA3_384                    // golang.org/x/crypto/sha3
	SHA3_512                    // golang.org/x/crypto/sha3
	SHA512_224                  // crypto/sha512
	SHA512_256                  // crypto/sha512
	BLAKE2s_256                 // golang.org/x/crypto/blake2s
	BLAKE2b_256                 // golang.org/x/crypto/blake2b
	BLAKE2b_384                 // golang.org/x/crypto/blake2b
	BLAKE2b_512                 // golang.org/x/crypto/blake2b
	hashEnd
)

// known is what there is to know about each Hash: its name, and how many bytes a sum has.
var known = [hashEnd]struct {
	name string
	size int
}{
	MD4: {"MD4", 16}, MD5: {"MD5", 16}, SHA1: {"SHA-1", 20}, SHA224: {"SHA-224", 28}, SHA256: {"SHA-256", 32},
	SHA384: {"SHA-384", 48}, SHA512: {"SHA-512", 64}, MD5SHA1: {"MD5+SHA1", 36}, RIPEMD160: {"RIPEMD-160", 20},
	SHA3_224: {"SHA3-224", 28}, SHA3_256: {"SHA3-256", 32}, SHA3_384: {"SHA3-384", 48}, SHA3_512: {"SHA3-512", 64},
	SHA512_224: {"SHA-512/224", 28}, SHA512_256: {"SHA-512/256", 32}, BLAKE2s_256: {"BLAKE2s-256", 32},
	BLAKE2b_256: {"BLAKE2b-256", 32}, BLAKE2b_384: {"BLAKE2b-384", 48}, BLAKE2b_512: {"BLAKE2b-512", 64},
}

// makers are the functions of the packages that the program has.
var makers [hashEnd]func() hash.Hash

func (h Hash) String() string {
	if h > 0 && h < hashEnd {
		return known[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

// Size returns how many bytes a sum has.
func (h Hash) Size() int {
	if h > 0 && h < hashEnd {
		return known[h].size
	}
	panic("crypto: Size of unknown hash function")
}

// New returns a new hash. It panics if the function's package is not part of the program.
func (h Hash) New() hash.Hash {
	if h.Available() {
		return makers[h]()
	}
	panic("crypto: requested hash function #" + strconv.Itoa(int(h)) + " is unavailable")
}

// Available reports whether the function's package is part of the program.
func (h Hash) Available() bool { return h < hashEnd && makers[h] != nil }

// RegisterHash is called by the packages of hash functions when they are initialised.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h >= hashEnd {
		panic("crypto: RegisterHash of unknown hash function")
	}
	makers[h] = f
}

// PublicKey is a public key of any algorithm. Those of the standard library have a method Equal(crypto.PublicKey) bool.
type PublicKey any

// PrivateKey is a private key of any algorithm. Those of the standard library have methods Public() crypto.PublicKey and
// Equal(crypto.PrivateKey) bool.
type PrivateKey any

// Signer is a private key that is perhaps not in this process, and signs.
type Signer interface {
	Public() PublicKey
	// Sign signs digest, which opts.HashFunc made from the message; or the message itself, if that is 0.
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// SignerOpts are options of a signature.
type SignerOpts interface {
	HashFunc() Hash // of what is signed; 0 if that is no digest
}

// Decrypter is a private key that is perhaps not in this process, and decrypts.
type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// DecrypterOpts are options of a decryption.
type DecrypterOpts any
