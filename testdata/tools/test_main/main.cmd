# TestMain, of package main.
hood test -v .
