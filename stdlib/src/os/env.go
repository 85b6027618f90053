package os

import "syscall"

// Getenv returns the value of an environment variable, "" if there is none.
func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// LookupEnv is Getenv that tells an empty variable from none.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	return NewSyscallError("setenv", syscall.Setenv(key, value))
}

// Unsetenv deletes an environment variable.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv deletes all environment variables.
func Clearenv() { syscall.Clearenv() }

// Environ returns the environment as "key=value".
func Environ() []string { return syscall.Environ() }

// ExpandEnv replaces $name and ${name} in s by environment variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name} in s by what mapping returns for name.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		out = append(out, s[done:i]...)
		name, size := variableName(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case size == 0:
			out = append(out, '$') // nothing that could be a name follows
		}
		i += size
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

// isSpecial reports whether c alone is the name of a variable of the shell.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

// variableName returns the name that s starts with, maybe in braces, and how much of s that takes; "" and more than
// 0 for bad braces, which are dropped.
func variableName(s string) (name string, size int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for size < len(s) && (s[size] == '_' || '0' <= s[size] && s[size] <= '9' ||
		'a' <= s[size]|0x20 && s[size]|0x20 <= 'z') {
		size++
	}
	return s[:size], size
}
