// Package errors makes error values and looks into chains and trees of them.
//
// An error e wraps others if it has a method Unwrap() error or Unwrap() []error. Is and As walk what e
// wraps in depth-first preorder, e itself first.
package errors

// ErrUnsupported says that an operation is not supported at all, whatever its operands.
var ErrUnsupported = New("unsupported operation")

// errorString is behind a pointer: two calls of New never give equal errors. %T and %#v show its name and field.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text, distinct from every other error.
func New(text string) error { return &errorString{text} }

// Unwrap returns what err.Unwrap() error returns, nil if there is no such method.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

// Is reports whether err or something that it wraps equals target, or says so through a method Is(error) bool.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return matches(err, target, isComparable(target))
}

func matches(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if m, ok := err.(interface{ Is(error) bool }); ok && m.Is(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range w.Unwrap() {
				if matches(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As finds the first error in err's tree that is assignable to *target, or whose method As(any) bool accepts
// target, stores it there and returns true. It panics unless target is a non-nil pointer to an interface type
// or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	switch checkTarget(err, target) {
	case targetNotPointer:
		panic("errors: target must be a non-nil pointer")
	case targetNotError:
		panic("errors: *target must be interface or implement error")
	}
	return findAs(err, target)
}

func findAs(err error, target any) bool {
	for err != nil {
		if assignTo(err, target) {
			return true
		}
		if m, ok := err.(interface{ As(any) bool }); ok && m.As(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range w.Unwrap() {
				if findAs(e, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// joinError is what Join returns.
type joinError struct {
	errs []error
}

// Join returns an error that wraps the non-nil ones of errs, nil if there are none. Its text is theirs, a line
// each.
func Join(errs ...error) error {
	n := 0
	for _, err := range errs {
		if err != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	joined := &joinError{make([]error, 0, n)}
	for _, err := range errs {
		if err != nil {
			joined.errs = append(joined.errs, err)
		}
	}
	return joined
}

func (e *joinError) Error() string {
	var text []byte
	for i, err := range e.errs {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, err.Error()...)
	}
	return string(text)
}

func (e *joinError) Unwrap() []error { return e.errs }
