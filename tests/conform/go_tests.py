#!/usr/bin/env python3
"""Runs the tests and examples that Go has for its own packages (from an installed Go tree) against the packages that hood
ships, and writes a table of what passes.

    tests/conform/go_tests.py --hood build/release/hood [--out docs/GO_TESTS.md] [package…]

A test that ends the whole binary (a panic, a timeout) counts as failed; the others are run again without it.
"""
import argparse
import os
import re
import subprocess
import sys

PACKAGES = """strings bytes strconv sort unicode/utf8 container/heap container/list container/ring errors bufio io math
math/bits path text/tabwriter encoding/hex encoding/base64 encoding/base32 encoding/csv encoding/json encoding/binary regexp
regexp/syntax time fmt reflect sync sync/atomic context flag unicode unicode/utf16 math/rand math/cmplx math/big path/filepath
io/fs io/ioutil hash/fnv hash/crc32 hash/crc64 hash/adler32 hash/maphash log os os/exec os/signal text/template
testing/quick testing/iotest testing/fstest html crypto/sha256 crypto/md5 crypto/sha1 crypto/sha512 crypto/hmac embed
runtime/debug""".split()

# Why a test fails that is expected to.
ALLOCATES = "counts allocations: in hood a variable whose address is taken is on the heap"
REASONS = {
    ("fmt", "TestErrorf"): "expects Go 1.19: since 1.20 there may be several %w",
    ("encoding/json", "TestUnsupportedValues"): "its data are made by an init function that is left out",
    ("encoding/binary", "TestBufferTooSmall"): "expects Go 1.19: since 1.20 half a number is an unexpected end",
    ("reflect", "TestNotInHeapDeref"): "go:notinheap types are gc's",
    ("reflect", "TestConvert"): "expects Go 1.19: since 1.20 slices convert to arrays",
    ("testing/fstest", "TestMapFSChmodDot"): "expects Go 1.19: later, folders that nobody wrote are r-xr-xr-x",
    ("time", "TestLocationNames"): "wants the zone of lib/time/zoneinfo.zip of Go's tree, which Debian leaves out",
    ("strings", "TestBuilderAllocs"): ALLOCATES,
    ("strings", "TestBuilderGrow"): ALLOCATES,
    ("reflect", "TestChanAlloc"): ALLOCATES,
    ("reflect", "TestDeepEqualAllocs"): ALLOCATES,
    ("reflect", "TestMapIterSet"): ALLOCATES,
    ("log", "TestDiscard"): ALLOCATES,
    ("crypto/sha1", "TestAllocations"): ALLOCATES,
    ("crypto/sha256", "TestAllocations"): ALLOCATES,
    ("crypto/sha512", "TestAllocations"): ALLOCATES,
    ("crypto/md5", "TestAllocations"): ALLOCATES,
    ("runtime/debug", "TestStack"): "wants the names of the files of Go's own package",
    ("runtime/debug", "TestWriteHeapDumpNonempty"): "hood heap has what a heap dump would",
}

# Go's tests of these set their own zone by what only Go's package has.
ENVIRONMENT = {"time": {"TZ": "America/Los_Angeles"}}

RESULT = re.compile(r"^--- (PASS|FAIL|SKIP): (\S+)")
RUN = re.compile(r"^=== RUN +(\S+)")
LEFT_OUT = re.compile(r"^# \S+: left out: (.*)")


def run(hood, package, skip, seconds):
    cmd = [hood, "test", "-v", "-short", f"-timeout={seconds}s"]
    if skip:
        cmd.append("-skip=^(%s)$" % "|".join(re.escape(s) for s in skip))
    cmd.append(package)
    try:
        p = subprocess.run(cmd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds + 90, errors="replace",
                           env={**os.environ, **ENVIRONMENT.get(package, {})})
        return p.stdout, p.stderr, p.returncode
    except subprocess.TimeoutExpired as e:
        return (e.stdout or b"").decode(errors="replace"), "", -1


class Package:
    def __init__(self, name):
        self.name = name
        self.results = {}  # of tests and examples at the top
        self.left_out = []
        self.problem = ""
        self.why = {}

    def count(self, examples):
        of = [r for n, r in self.results.items() if n.startswith("Example") == examples and r != "SKIP"]
        return sum(r == "PASS" for r in of), len(of)

    def failed(self):
        return sorted(n for n, r in self.results.items() if r == "FAIL")


def measure(hood, name, seconds):
    p = Package(name)
    skip = []
    for _ in range(25):
        out, err, status = run(hood, name, skip, seconds)
        p.left_out = [m.group(1) for m in map(LEFT_OUT.match, err.splitlines()) if m]
        if "[build failed]" in out or "[setup failed]" in out or "[no test files]" in out:
            p.problem = (err.strip().splitlines() or [out.strip()])[1 if err.startswith("#") and "\n" in err.strip() else 0]
            return p
        running, ended = None, False
        for line in out.splitlines():
            if m := RUN.match(line):
                if "/" not in m.group(1):
                    running = m.group(1)
            elif m := RESULT.match(line):
                if p.results.get(m.group(2)) != "FAIL":
                    p.results[m.group(2)] = m.group(1)
                if m.group(2) == running:
                    running = None
            elif line in ("PASS", "FAIL"):
                ended = True
        if ended:
            return p
        m = re.search(r"^running tests:\n\t([^\s/(]+)", out, re.M)
        guilty = m.group(1) if m else running
        if guilty is None or guilty in skip:
            # It ended in a test that had been reported already (a goroutine of a failed one), or before the first.
            failed = [n for n in p.failed() if n not in skip]
            if not failed:
                p.problem = p.problem or "ended early: " + (out.strip().splitlines() or ["no output"])[-1]
                return p
            guilty = failed[-1]
        p.results[guilty] = "FAIL"
        w = re.search(r"^(panic: .*|fatal error: .*)$", out, re.M)
        p.why[guilty] = w.group(1)[:150] if w else "ended the test binary"
        skip.append(guilty)
    p.problem = "too many tests end the binary"
    return p


def table(packages):
    rows = ["| package | tests | examples | failing |", "|---|---|---|---|"]
    tests = [0, 0]
    examples = [0, 0]
    for p in packages:
        if p.problem and not p.results:
            rows.append(f"| `{p.name}` | - | - | {p.problem} |")
            continue
        t, e = p.count(False), p.count(True)
        for total, one in ((tests, t), (examples, e)):
            total[0] += one[0]
            total[1] += one[1]
        names = ", ".join(p.failed()) + (" (" + p.problem + ")" if p.problem else "")
        rows.append(f"| `{p.name}` | {t[0]}/{t[1]} | {e[0]}/{e[1]} | {names} |")
    share = lambda x: f"{x[0]}/{x[1]} ({100 * x[0] / max(1, x[1]):.1f} %)"
    rows.append(f"| **all** | **{share(tests)}** | **{share(examples)}** | |")
    why = [f"- `{p.name}` {n}: {REASONS[p.name, n]}" for p in packages for n in p.failed() if (p.name, n) in REASONS]
    if why:
        rows += ["", "Known reasons:", ""] + why
    left = ["", "## Left out", "",
            "Tests that use what only Go's own package has inside do not compile and are left out, declaration by declaration:", ""]
    for p in packages:
        for line in p.left_out:
            left.append(f"- `{p.name}` {line}")
    return "\n".join(rows) + "\n" + ("\n".join(left) + "\n" if len(left) > 5 else "")


HEAD = """# Go's own tests of the packages that hood ships

Written by `tests/conform/go_tests.py`: the `_test.go` files of an installed Go 1.19 tree, run by `hood test -short` against
hood's own packages. Skipped tests are not counted.

"""


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--hood", required=True)
    a.add_argument("--out", help="the page to write; else the table goes to standard output")
    a.add_argument("--timeout", type=int, default=120, help="seconds for one package")
    a.add_argument("packages", nargs="*")
    o = a.parse_args()
    done = []
    for name in o.packages or PACKAGES:
        p = measure(o.hood, name, o.timeout)
        done.append(p)
        t, e = p.count(False), p.count(True)
        print(f"{name}: tests {t[0]}/{t[1]} examples {e[0]}/{e[1]} left out {len(p.left_out)} {p.problem}"
              f" {' '.join(p.failed())}", file=sys.stderr, flush=True)
        for n, w in p.why.items():
            print(f"    {n}: {w}", file=sys.stderr, flush=True)
    text = table(done)
    if o.out:
        with open(o.out, "w") as f:
            f.write(HEAD + text)
    else:
        print(text)


if __name__ == "__main__":
    main()
