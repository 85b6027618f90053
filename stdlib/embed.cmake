# Writes an assembly file that embeds every .go file below ROOT and an index of them, ordered by folder, then by name.
#   cmake -DROOT=stdlib/src -DOUT=stdlib_src.S -P embed.cmake
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.go)
set(keyed "")  # "dir!name": ! sorts before whatever a folder name may go on with
foreach(f IN LISTS files)
  get_filename_component(dir ${f} DIRECTORY)
  get_filename_component(name ${f} NAME)
  if(NOT name MATCHES "_test\\.go$")
    list(APPEND keyed "${dir}!${name}")
  endif()
endforeach()
list(SORT keyed)

set(data "")
set(index "")
set(n 0)
foreach(k IN LISTS keyed)
  string(REPLACE "!" ";" parts ${k})
  list(GET parts 0 dir)
  list(GET parts 1 name)
  string(APPEND data "dir${n}: .asciz \"${dir}\"\nname${n}: .asciz \"${name}\"\n"
                     "text${n}: .incbin \"${ROOT}/${dir}/${name}\"\nend${n}: .byte 0\n")
  string(APPEND index "  .quad dir${n}, name${n}, text${n}, end${n} - text${n}\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUT} "  .section .rodata\n${data}"
  "  .section .data.rel.ro, \"aw\"\n  .balign 8\n"
  "  .globl hood_stdlib_files\nhood_stdlib_files:\n${index}"
  "  .globl hood_stdlib_file_count\nhood_stdlib_file_count: .quad ${n}\n"
  "  .section .note.GNU-stack, \"\", @progbits\n")
