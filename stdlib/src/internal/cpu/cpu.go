// Package cpu says what the processor offers to packages that choose between assembly and Go. hood runs no assembly, so
// to them it offers nothing but the size of a cache line.
package cpu

const CacheLinePadSize = 64
const CacheLineSize = 64

// CacheLinePad keeps what stands before it and after it on different cache lines.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

var X86 struct {
	_            CacheLinePad
	HasAES       bool
	HasADX       bool
	HasAVX       bool
	HasAVX2      bool
	HasBMI1      bool
	HasBMI2      bool
	HasERMS      bool
	HasFMA       bool
	HasOSXSAVE   bool
	HasPCLMULQDQ bool
	HasPOPCNT    bool
	HasRDTSCP    bool
	HasSHA       bool
	HasSSE3      bool
	HasSSE41     bool
	HasSSE42     bool
	HasSSSE3     bool
	_            CacheLinePad
}

// Other processors are asked for too, by code that runs on all of them.

var ARM64 struct {
	_          CacheLinePad
	HasAES     bool
	HasPMULL   bool
	HasSHA1    bool
	HasSHA2    bool
	HasCRC32   bool
	HasATOMICS bool
	HasCPUID   bool
	_          CacheLinePad
}

var S390X struct {
	_         CacheLinePad
	HasAES    bool
	HasAESCBC bool
	HasAESCTR bool
	HasAESGCM bool
	HasGHASH  bool
	HasSHA1   bool
	HasSHA256 bool
	HasSHA512 bool
	HasSHA3   bool
	HasVX     bool
	HasVXE    bool
	HasKDSA   bool
	HasECDSA  bool
	HasEDDSA  bool
	_         CacheLinePad
}

func Initialize(env string) {}

func Name() string { return "" }
