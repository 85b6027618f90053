package testdeps

import (
	"errors"
	"io"
)

// Profile is what a test binary needs of a profile of runtime/pprof.
type Profile interface {
	WriteTo(w io.Writer, debug int) error
}

// What package runtime/pprof has. Only the main of a binary that is to write profiles imports it.
var profiles struct {
	startCPU func(io.Writer) error
	stopCPU  func()
	lookup   func(name string) Profile
}

// Profiles takes the functions of runtime/pprof.
func Profiles(startCPU func(io.Writer) error, stopCPU func(), lookup func(name string) Profile) {
	profiles.startCPU, profiles.stopCPU, profiles.lookup = startCPU, stopCPU, lookup
}

var errNoProfiles = errors.New("the test binary was made without: say which profiles to hood test")

func (TestDeps) StartCPUProfile(w io.Writer) error {
	if profiles.startCPU == nil {
		return errNoProfiles
	}
	return profiles.startCPU(w)
}

func (TestDeps) StopCPUProfile() {
	if profiles.stopCPU != nil {
		profiles.stopCPU()
	}
}

// WriteProfileTo writes a profile for go tool pprof.
func (TestDeps) WriteProfileTo(name string, w io.Writer) error {
	if profiles.lookup == nil {
		return errNoProfiles
	}
	return profiles.lookup(name).WriteTo(w, 0)
}
