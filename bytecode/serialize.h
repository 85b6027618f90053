// Images on disk and in the executable: the format, and a module to and from it.
//
//   header     magic "hoodimg\n", version, number of sections, size of the image, checksum of header and section table
//   table      per section: id, place, size, XXH3 of its bytes
//   sections   each at a multiple of 16 bytes
//
//   Info       name of the module, entry function
//   Funcs      fixed records (ImageView::FuncRecord): names, hash of the symbol, flags, slots, place of the body
//   Globals    fixed records: names, size, type, place of the body
//   Types      fixed records: key and its hash, what the verifier and an external's user ask, place of the body
//   Symbols    a hash table over the three: 32-bit slots, a power of two, linear probing from the low bits of the hash
//   Bodies     what is decoded when it is first needed; integers are base-128 unless said otherwise
//     function   code, 64-bit words at a multiple of 8, their number is in the record; then frame slots, recover pc + 1,
//                file, line; relocations (kind, distance to the one before, index, index2, addend as the kind wants);
//                number and bytes of mask bytes; pointer maps (distance, mask, bytes); lines (distance, file, line
//                difference, (inlined call + 1) << 3 | unsigned index); inlined calls (name, parent + 1, file, line)
//     global     number of bytes; the bytes at a multiple of 16 (trailing zeros left out unless it is read-only);
//                relocations as above
//     type       string, name, package, hash, length, mask, fields, methods, parameters, results
//   Names      bytes that all names are in; a name is a place and a size
//   Strings    bytes of the string constants
//   Files      places of the file names
//   ids from kFirstForeignSection on: other layers' (export data, bodies to inline, source text)
//
// Numbers in records are little-endian. An image has no addresses: it is used where it lies. Files are checked against their sums as a
// whole when they are read; an image in the executable is not, as its code is not. Decoding is bounds-checked always.
#pragma once

#include <span>
#include <string>

#include "bytecode/image.h"
#include "bytecode/module.h"

namespace hood::bytecode {

// The image of a module. REQUIRES that it verifies.
std::string writeImage(const Module& m, std::span<const Section> foreign = {});

// The whole module back. False: damaged, *problem says what.
bool readModule(const ImageView& image, Module* out, std::string* problem);

}  // namespace hood::bytecode
