// hood: run   needs: goroot
// A package without assembly of its own that uses what the assembly of another has: its portable half is chosen, too.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509/pkix"
	"fmt"
)

func main() {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	fmt.Println(err, key.Curve.Params().Name)
	sum := sha256.Sum256([]byte("message"))
	sig, err := ecdsa.SignASN1(rand.Reader, key, sum[:])
	fmt.Println(err, ecdsa.VerifyASN1(&key.PublicKey, sum[:], sig))
	sum[0]++
	fmt.Println(ecdsa.VerifyASN1(&key.PublicKey, sum[:], sig))
	x, y := elliptic.P256().ScalarBaseMult([]byte{2})
	fmt.Printf("%x\n%x\n", x, y)
	fmt.Println(pkix.Name{CommonName: "hood"})
}
