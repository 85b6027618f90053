// Package greet is the part of the program that the standard library does not have.
package greet

import "strings"

var greetings = map[string]string{"en": "hello", "de": "hallo"}

func Hello(lang, who string) string { return strings.ToUpper(greetings[lang]) + ", " + who }
