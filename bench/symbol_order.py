#!/usr/bin/env python3
"""Write cli/symbol_order.txt: which functions and tables of the hood binary come first, in which order.

  bench/symbol_order.py --hood build/release/hood [PROGRAM.go ...]

The kernel maps the 16 pages around one that is touched, and all of them count as the process's memory. So what small
programs execute and read should lie together. Each program is run under valgrind twice, without a cache and with one; a
symbol's place is given by how many of the runs touch it, then by when the first of them does. The linker (ld.lld) takes
the list by --symbol-ordering-file; names it does not know any more do no harm, functions it does not name come behind.
Make the list anew when much has been renamed, or when bench/bench.py --metric rss says so.
"""
import argparse
import bisect
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DEFAULT = ["bench/go/hello.go"] + ["testdata/" + p for p in (
    "ch06_sched/showcase.go", "ch03_lang/structs.go", "ch03_lang/interfaces.go", "ch03_lang/maps.go",
    "ch03_lang/slices_ops.go", "ch03_lang/goroutines.go", "ch03_lang/panic_recover.go", "ch12_generics/functions.go",
    "ch05_sync/mutex.go")]


class Symbols:
    """Address to symbol, of what the executable holds; aliases of one address are all named."""

    def __init__(self, exe):
        at = {}
        for line in subprocess.run(["nm", "-n", exe], capture_output=True, text=True, check=True).stdout.splitlines():
            w = line.split(" ", 2)
            if len(w) == 3 and w[0] and w[1] in "tTrRwWvVdDuiI":
                at.setdefault(int(w[0], 16), []).append(w[2])
        self.addrs = sorted(at)
        self.names = [at[a] for a in self.addrs]
        self.low, self.high = self.sections(exe)

    @staticmethod
    def sections(exe):
        """The range of what can be ordered: code, read-only data, relocated read-only data."""
        lows, highs = [], []
        out = subprocess.run(["readelf", "-SW", exe], capture_output=True, text=True, check=True).stdout
        for m in re.finditer(r"\] (\S+)\s+\S+\s+([0-9a-f]{16}) [0-9a-f]+ ([0-9a-f]+)", out):
            if m[1] in (".text", ".rodata", ".data.rel.ro"):
                lows.append(int(m[2], 16))
                highs.append(int(m[2], 16) + int(m[3], 16))
        return min(lows), max(highs)

    def index(self, addr):
        return bisect.bisect_right(self.addrs, addr) - 1


def touched(symbols, hood, program, env):
    """The indices of the symbols that one run touches, in the order of first touch."""
    read, write = os.pipe()
    cmd = ["valgrind", "--tool=lackey", "--trace-mem=yes", "--log-fd=%d" % write, hood, "run", program]
    p = subprocess.Popen(cmd, pass_fds=[write], env=env, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL)
    os.close(write)
    order, seen, blocks = [], set(), set()
    with os.fdopen(read, "r", errors="replace") as trace:
        for line in trace:
            if line[:1] == "=" or len(line) < 6:
                continue
            try:
                addr = int(line[3:line.index(",")], 16)
            except ValueError:
                continue
            if not symbols.low <= addr < symbols.high or addr >> 3 in blocks:
                continue
            blocks.add(addr >> 3)
            i = symbols.index(addr)
            if i not in seen:
                seen.add(i)
                order.append(i)
    p.wait()
    return order


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--hood", required=True)
    ap.add_argument("--out", default=os.path.join(ROOT, "cli/symbol_order.txt"))
    ap.add_argument("programs", nargs="*", default=DEFAULT)
    a = ap.parse_args()
    hood = os.path.abspath(a.hood)
    symbols = Symbols(hood)
    count, first = {}, {}
    with tempfile.TemporaryDirectory() as cache:
        for program in a.programs:
            for use in ("off", cache, cache):
                if use == cache and program != a.programs[0]:
                    continue
                run = touched(symbols, hood, program, dict(os.environ, HOOD_CACHE=use))
                print("%6d symbols  %s" % (len(run), program), file=sys.stderr)
                for i in run:
                    count[i] = count.get(i, 0) + 1
                    first.setdefault(i, len(first))
    names = []
    for i in sorted(count, key=lambda i: (-count[i], first[i])):
        names += [n for n in symbols.names[i] if not re.fullmatch(r"(image|path|end)\d+", n)]
    with open(a.out, "w") as f:
        f.write("\n".join(dict.fromkeys(names)) + "\n")


if __name__ == "__main__":
    main()
