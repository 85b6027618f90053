package fmt

import "errors"

// wrapError is an error with a text of its own around another one.
type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

// wrapErrors is the same around several.
type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf returns an error with the formatted text. It wraps the operands of the verb %w, which must be errors and
// are formatted as by %v.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrs = true
	p.printf(format, a)
	s := string(p.buf)
	var wrapped []error
	seen := make([]bool, len(a))
	for _, i := range p.wrapped {
		seen[i] = true
	}
	for i, is := range seen {
		if err, ok := a[i].(error); is && ok {
			wrapped = append(wrapped, err)
		}
	}
	p.free()
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		return &wrapError{s, wrapped[0]}
	}
	return &wrapErrors{s, wrapped}
}
