# The two commands of the README. Everything else is CMake: cmake --preset dev|release|asan|tsan|stress.
#   make run FILE=prog.go    build hood and run a Go program (default: a showy concurrent one)
#   make test                build with assertions and run all tests
#   make install PREFIX=…    put the self-contained hood binary under a prefix

FILE ?= testdata/ch06_sched/showcase.go
PREFIX ?= /usr/local
PACKAGES = g++ cmake ninja-build libantlr4-runtime-dev libcli11-dev libgtest-dev libxxhash-dev libboost-dev libfmt-dev lld
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
JOBS ?= $(shell nproc)

.PHONY: run test install deps build

run: build
	@build/release/hood run $(FILE) $(ARGS)

build: deps
	@[ -f build/release/build.ninja ] || cmake --preset release
	@cmake --build build/release --target hood -j $(JOBS)

test: deps
	@[ -f build/dev/build.ninja ] || cmake --preset dev
	cmake --build build/dev -j $(JOBS)
	ctest --test-dir build/dev --output-on-failure -j $(JOBS)

install: build
	cmake --install build/release --prefix $(PREFIX) --strip

# Installs the Debian packages that are missing, and says so.
deps:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing missing Debian packages:$$missing"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; fi
