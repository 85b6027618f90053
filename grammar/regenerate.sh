#!/bin/sh
# Regenerates compiler/syntax/generated from the grammar. Needs Debian's antlr4 (4.7.2). `regenerate.sh --check` only
# compares, and fails when the committed sources are stale or the parser has left strong LL(1).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dest=$here/../compiler/syntax/generated
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cd "$here"
antlr4 -Dlanguage=Cpp -no-listener -no-visitor -package hood::syntax -o "$out" GoLexer.g4
antlr4 -Dlanguage=Cpp -no-listener -no-visitor -package hood::syntax -lib "$out" -o "$out" GoParser.g4
cd "$out"

if grep -q adaptivePredict GoParser.cpp; then
  echo "GoParser.g4 is no longer strong LL(1): the parser calls adaptivePredict in" >&2
  awk '/^GoParser::[A-Za-z_]+Context\* GoParser::/ { rule = $2 } /adaptivePredict/ { print "  " rule }' GoParser.cpp | sort | uniq -c >&2
  exit 1
fi

# Start-up: the lexer decodes its ATN when the first lexer is made instead of before main(). The parser, being strong
# LL(1), never looks at its ATN, so it is not decoded at all.
sed -i -e '/^GoLexer::Initializer GoLexer::_init;$/d' \
       -e 's/^\(GoLexer::GoLexer(CharStream \*input) : Lexer(input) {\)$/\1\n  static Initializer init;/' GoLexer.cpp
sed -i -e '/^GoParser::Initializer GoParser::_init;$/d' GoParser.cpp
sed -i -e 's/[ \t]*$//' GoLexer.h GoLexer.cpp GoParser.h GoParser.cpp

# Token and rule numbers for the files that do not see ANTLR's headers.
{
  echo "// Made by grammar/regenerate.sh from GoParser.g4: the numbers of tokens and rules, without ANTLR's headers."
  echo "#pragma once"
  echo
  echo "#include <cstdint>"
  echo
  echo "namespace hood::syntax {"
  echo
  echo "enum class Tok : uint8_t {"
  awk -F= '/^[A-Z_]+=[0-9]+$/ { printf "  %s = %s,\n", $1, $2; n = $2 } END { printf "  Eof = %d,\n};\n", n + 1 }' GoParser.tokens
  echo
  echo "inline constexpr const char* kTokText[] = {"
  awk -F= '
    /^[A-Z_]+=[0-9]+$/ { name[$2] = $1; n = $2 }
    /^\x27/ { i = $NF; s = $0; sub(/=[0-9]+$/, "", s); text[i] = substr(s, 2, length(s) - 2) }
    END {
      print "    \"\","
      for (i = 1; i <= n; i++) printf "    \"%s\",\n", (i in text) ? text[i] : name[i]
      print "    \"EOF\",\n};"
    }' GoParser.tokens
  echo
  echo "enum class Rule : uint8_t {"
  sed -n '/^    RulePackageClause/,/^  };/p' GoParser.h | tr ',' '\n' | sed -n 's/^ *Rule\([A-Za-z_]*\) = \([0-9]*\).*/  \1 = \2,/p'
  echo "};"
  echo
  echo "}  // namespace hood::syntax"
} > symbols.h

# The lexer's states are a table of their own: after a change of GoLexer.g4 run HOOD_REBASE=1 hood_syntax_test.

mkdir -p "$dest"
status=0
for f in GoLexer.h GoLexer.cpp GoParser.h GoParser.cpp symbols.h; do
  if [ "${1-}" = --check ]; then
    cmp -s "$f" "$dest/$f" || { echo "stale: compiler/syntax/generated/$f (run grammar/regenerate.sh)" >&2; status=1; }
  else
    cp "$f" "$dest/$f"
  fi
done
exit $status
