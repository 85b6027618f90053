#!/usr/bin/env python3
"""Runs Go's own tests against hood and writes what came out: docs/CONFORMANCE.md.

    ./setup.sh && ./report.py --hood ../../build/release/hood -o ../../docs/CONFORMANCE.md
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKED = 'errorcheck|errorcheckdir|compile|compiledir|build|builddir'
RAN = 'runoutput|runindir|errorcheckandrundir|buildrundir|buildrun'

# Texts that Go 1.19's tests ask for and that gc words differently since: (what the test wants, what gc 1.22 says).
REWORDED = [
    (r'declared but not used', 'declared and not used: x'),
    (r'initialization loop|depends upon itself|refers to itself|loop', 'initialization cycle …'),
    (r'imported and not used', '"p" imported and not used'),
    (r'missing \w+ method|wrong type for \w+ method', 'missing method M, wrong type for method M'),
    (r'redeclared|redefinition', 'method T.m already declared at …'),
    (r'as type \w+ in|as type', 'cannot use x (…) as T value in …'),
    (r'expecting', 'expected …'),
    (r'unexpected (case|default|var|true)', 'unexpected keyword case, unexpected name true'),
    (r'invalid recursive type', 'invalid recursive type: T refers to itself'),
    (r"unknown field '", 'unknown field f in struct literal of type T'),
    (r'missing function body', 'func init must have a body'),
    (r'cannot convert', 'slices convert to arrays since Go 1.20'),
    (r'misplaced compiler directive', 'go:notinheap is no directive any more'),
    (r'in call to append|too many arguments to append', 'can only use ... with final argument in list'),
]

REASONS = [
    (r'package (\S+) is not in std', 'imports {0}, which hood does not ship'),
    (r'undefined: (syscall\.\w+)', 'needs {0}'),
    (r'(type parameters|type constraints|type sets).*not supported', 'generics: {0}'),
    (r'stack frame too large', 'gc limits frames when it generates code; hood vet only checks'),
    (r'HARNESS', 'harness'),
]

# Failures with a cause that the output does not tell.
KNOWN = {
    'escape.go': 'expects the loop variables of Go 1.19, one per loop; without a go.mod hood speaks Go 1.22',
    'abi/uglyfib.go': 'calls itself half a billion times; ten seconds are too few for an interpreter',
    'fixedbugs/issue31747.go': 'needs -lang=go1.12 of its recipe: hood vet --lang go1.12 reports all of it',
    'fixedbugs/issue34329.go': 'needs -lang=go1.13 of its recipe: hood vet --lang go1.13 reports it',
    'fixedbugs/issue14006.go': 'labels are looked at after the types, so not in a file with syntax errors',
    'fixedbugs/bug195.go': 'needs -lang=go1.17 of its recipe',
    'fixedbugs/issue10975.go': 'needs -lang=go1.17 of its recipe',
    'fixedbugs/issue51531.go': 'needs -lang=go1.17 of its recipe',
    'typeparam/issue47631.go': 'types may be declared in generic functions since Go 1.20',
    'fixedbugs/issue42401.go': 'links to a variable of another package by //go:linkname, which hood refuses by name',
    'convert2.go': 'slices convert to arrays since Go 1.20',
    'directive.go': 'go:notinheap is no directive any more since Go 1.20',
    'fixedbugs/issue22200b.go': 'gc limits frames when it generates code; hood vet only checks',
    'fixedbugs/issue25507.go': 'gc limits frames when it generates code; hood vet only checks',
}


def run(args, extra):
    out = tempfile.mktemp(suffix='.json')
    cmd = [sys.executable, os.path.join(HERE, 'conform.py'), '--json', out, '--jobs', str(args.jobs),
           '--scale', str(args.scale)] + extra
    subprocess.run(cmd, check=True, stdout=subprocess.DEVNULL)
    with open(out) as f:
        tests = json.load(f)['tests']
    os.unlink(out)
    return tests


def reason(t):
    if t['id'] in KNOWN:
        return KNOWN[t['id']]
    detail = re.sub(r'/\S*/conform-\w+/src/test/|/\S*/gotest(-canary)?/', '', t['detail'])
    for rx, text in REASONS:
        m = re.search(rx, detail)
        if m:
            return text.format(*m.groups())
    if t['class'] == 'timeout':
        return 'takes longer than the limit'
    first = detail.strip().split('\n')[0]
    return first[:160] or t['class']


def rows_of(tests):
    by = collections.OrderedDict()
    for t in tests:
        r = by.setdefault(t['kind'], [0, 0, 0])
        r[0] += 1
        if t['class'] != 'skip':
            r[1] += 1
            r[2] += t['class'] == 'pass'
    return by


def table(title, tests):
    out = ['| %s | tests | tried | pass | |' % title, '|---|---|---|---|---|']
    for kind, (n, tried, ok) in sorted(rows_of(tests).items()):
        if tried:
            out.append('| %s | %d | %d | %d | %.1f %% |' % (kind, n, tried, ok, 100.0 * ok / tried))
    return out + ['']


def failures(tests):
    groups = collections.defaultdict(list)
    for t in tests:
        if t['class'] not in ('pass', 'skip'):
            groups[reason(t)].append(t['id'])
    out = []
    if not groups:
        return ['None.', '']
    out += ['| reason | tests |', '|---|---|']
    for why, ids in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
        out.append('| %s | %s |' % (why.replace('|', '\\|'), ' '.join(sorted(ids))))
    return out + ['']


def wordings(tests):
    """Tests that pass by line and not by text, with what they want."""
    out = ['| test | wants | gc 1.22 says |', '|---|---|---|']
    known = 0
    for t in tests:
        if t['class'] != 'pass' or t.get('strict', True):
            continue
        misses = t.get('misses', [])
        want = misses[0].split('no match for ', 1)[-1][:90] if misses else 'nothing on a line that has a message'
        new = next((n for rx, n in REWORDED if misses and re.search(rx, want)), '')
        known += bool(new)
        out.append('| %s | %s | %s |' % (t['id'], want.replace('|', '\\|'), new.replace('|', '\\|')))
    return out + [''], known


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--hood', required=True)
    ap.add_argument('-o', '--out', required=True)
    ap.add_argument('--jobs', type=int, default=2)
    ap.add_argument('--scale', type=float, default=1)
    args = ap.parse_args()
    hood = os.path.abspath(args.hood)
    checked = run(args, ['--kind', CHECKED, '--check-cmd', hood + ' vet -e {file}'])
    ten = run(args, ['--kind', 'errorcheck|errorcheckdir', '--check-cmd', hood + ' vet {file}'])
    canary = run(args, ['--suite', 'gotest-canary', '--cmd', hood + ' run {file}'])
    other = run(args, ['--kind', RAN, '--cmd', hood + ' run {file}'])
    err = [t for t in checked if t['kind'].startswith('errorcheck') and 'lines_want' in t]
    total = {k: sum(t[k] for t in err) for k in ('lines_want', 'lines_hit', 're_want', 're_hit')}
    strict = sum(bool(t.get('strict')) for t in err)
    tenOk = sum(t['class'] == 'pass' for t in ten if t['class'] != 'skip')
    tenTried = sum(t['class'] != 'skip' for t in ten)
    words, known = wordings(err)
    doc = ['# Conformance', '',
           'What Go 1.19\'s own test tree says about hood: the half of it that development uses (by hash of the path).',
           'Written by `tests/conform/report.py`; do not edit.', '',
           '## Programs that run', '',
           'Each prints a mark at the end of main, so that silence is no success.', '']
    doc += table('kind', canary + other)
    doc += ['What fails:', ''] + failures(canary + other)
    doc += ['## Programs that are only checked', '',
            '`hood vet -e {file}`, as Go\'s own runner passes `-e`. An errorcheck test passes if every line that must have a',
            'message has one; it is strict if all texts match, too.', '']
    doc += table('kind', checked)
    doc += ['Of %d lines with errors %d are found, of %d texts %d match; %d of %d tests are strict (%.1f %%).'
            % (total['lines_want'], total['lines_hit'], total['re_want'], total['re_hit'], strict, len(err),
               100.0 * strict / max(1, len(err))),
            'Without `-e`, ten messages at most, %d of %d pass.' % (tenOk, tenTried), '',
            'What fails:', ''] + failures(checked)
    doc += ['## Other texts', '',
            'Right line, other text than Go 1.19\'s test wants. hood words messages as gc 1.22 does; %d of these differ for that '
            'reason.' % known, ''] + words
    with open(args.out, 'w', encoding='utf-8') as f:
        f.write('\n'.join(doc).rstrip() + '\n')
    return 0


if __name__ == '__main__':
    sys.exit(main())
