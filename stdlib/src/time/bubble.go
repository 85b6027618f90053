package time

import "internal/bubble"

// fakeTimer returns the timer that does the work of another in a bubble of testing/synctest, nil outside of bubbles.
// It sends the time on c or runs f.
func fakeTimer(when, period int64, c chan Time, f func()) bubble.Timer {
	if bubble.Current == nil {
		return nil
	}
	clock := bubble.Current()
	if clock == nil {
		return nil
	}
	if f != nil {
		return clock.NewTimer(when, period, func() { go f() })
	}
	return clock.NewTimer(when, period, func() {
		select {
		case c <- Now():
		default: // the receiver is late: one time is as good as two
		}
	})
}

// drain takes back a time that was sent and not received.
func drain(c <-chan Time) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}
