// Package internal connects log and log/slog, of which only the second imports the other.
package internal

// DefaultOutput writes a line to the default logger of package log. pc is where it was logged.
var DefaultOutput func(pc uintptr, line []byte) error
