package main

this is not even Go
