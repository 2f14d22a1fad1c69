# The command menu. `make` alone shows it.
.PHONY: help setup build release demo test check fuzz bench format

help:
	@echo "setup   install what is missing from Debian (a prerequisite of the others)"
	@echo "build   debug build of everything but the tests"
	@echo "release .build/release/daihuo, the binary to use"
	@echo "demo    Henan's winter of 2022 from nothing to a report, figure by figure"
	@echo "test    all tests (RECORD=1 rewrites the golden files)"
	@echo "check   format, import rules, warnings as errors"
	@echo "fuzz    mutated inputs for every reader: hours (RUNS=1000: minutes; READERS=\"csv json\")"
	@echo "bench   release build against the neutral endpoint and its peers"
	@echo "format  format all Swift files in place"

# One set of flags for building, checking and testing, and one for the release, so that nothing is compiled twice.
build test check: export WARNINGS_AS_ERRORS = 1
RELEASE = env -u WARNINGS_AS_ERRORS swift build -c release --product daihuo --static-swift-stdlib

# Says what a first build is about to do: $(call first,what it makes,minutes on two cores).
first = @[ -e $1 ] || printf '%s\n' \
    "The first build fetches about 50 MB of packages and compiles them and daihuo: about $2 minutes on 2 cores." \
    "Later builds compile only what changed. What follows is Swift's own progress; warnings of packages do no harm."

# openssl serves TLS to a test; the import rules, the benchmark and a server of the tests are Python; systemd-analyze
# judges the units of docs/operations.
PACKAGES = libarchive-dev libcurl4-openssl-dev libexpat1-dev libsimdjson-dev libsqlite3-dev libssl-dev libxlsxwriter-dev \
    libxxhash-dev libzstd-dev openssl pkg-config python3 systemd
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PROMTOOL = .build/tools/promtool

setup:
	@command -v swift >/dev/null || { \
	    echo "Swift 6.3 is missing: install it from https://www.swift.org/install/linux/ and run make again." >&2; exit 1; }
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	    echo "Installing from Debian:" $$missing; \
	    $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

build: setup
	$(call first,.build/debug/daihuo,2)
	swift build

# Release: a hundred thousand orders should not make anyone wait.
release: setup
	$(call first,.build/release/daihuo,4)
	$(RELEASE)

demo: release
	.build/release/daihuo demo

# The end-to-end tests wait for processes and hold Swift's few threads meanwhile: beside them a server of the others would
# not get to answer.
test: release $(PROMTOOL)
	swift test --skip EndToEndTests
	swift test --skip-build --filter EndToEndTests

# Judges what /metrics shows; taken out of its package, which would start a server.
$(PROMTOOL):
	mkdir -p $(@D)
	cd $(@D) && { apt-get download -qq prometheus || { $(SUDO) apt-get update -qq && apt-get download -qq prometheus; } } && \
	    dpkg --fsys-tarfile prometheus_*.deb | tar -x --strip-components=3 ./usr/bin/promtool && rm prometheus_*.deb

check: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	Tests/Rules/imports
	swift build --build-tests

# libFuzzer comes with the toolchain; `make test` plays a few mutations without it.
fuzz: setup
	Tests/Fuzz/run $(if $(RUNS),--runs $(RUNS)) $(READERS)

bench: setup
	Tests/Bench/run

format:
	swift format --in-place --recursive Sources Tests Package.swift
