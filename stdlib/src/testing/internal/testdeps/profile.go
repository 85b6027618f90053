package testdeps

import (
	"errors"
	"io"
)

// Profile is what a test binary needs of a profile of runtime/pprof.
type Profile interface {
	WriteTo(w io.Writer, debug int) error
}

// What packages runtime/pprof and runtime/trace have. Only the main of a binary that is to write profiles imports them.
var profiles struct {
	startCPU   func(io.Writer) error
	stopCPU    func()
	lookup     func(name string) Profile
	startTrace func(io.Writer) error
	stopTrace  func()
}

// Profiles takes the functions of runtime/pprof and runtime/trace.
func Profiles(startCPU func(io.Writer) error, stopCPU func(), lookup func(name string) Profile,
	startTrace func(io.Writer) error, stopTrace func()) {
	profiles.startCPU, profiles.stopCPU, profiles.lookup = startCPU, stopCPU, lookup
	profiles.startTrace, profiles.stopTrace = startTrace, stopTrace
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

func (TestDeps) StartTrace(w io.Writer) error {
	if profiles.startTrace == nil {
		return errNoProfiles
	}
	return profiles.startTrace(w)
}

func (TestDeps) StopTrace() {
	if profiles.stopTrace != nil {
		profiles.stopTrace()
	}
}

// WriteProfileTo writes a profile for go tool pprof.
func (TestDeps) WriteProfileTo(name string, w io.Writer) error {
	if profiles.lookup == nil {
		return errNoProfiles
	}
	return profiles.lookup(name).WriteTo(w, 0)
}
