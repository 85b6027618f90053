// What hood heap shows: the heap in numbers, gathered while the world rests, printed later.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hood::rt {
struct VM;
}

namespace hood::cli {

struct HeapQuery {
  std::string why;   // a type, "0x…" or file:line: explain objects of it
  size_t most = 10;  // rows of the tables
};

struct HeapReport {
  struct Class {
    uint64_t size = 0;  // of an object; 0: large objects, of any size
    uint64_t spans = 0, bytes = 0, slots = 0, live = 0, liveBytes = 0;
  };
  struct Row {
    std::string name;
    uint64_t objects = 0, bytes = 0;      // alive
    uint64_t allocs = 0, allocBytes = 0;  // ever (lines only)
    std::vector<std::string> why;         // the way to one of them (types only)
  };
  struct Span {
    uint64_t pages = 0;
    double alive = 0;  // of its objects, 0 … 1
    bool noscan = false, large = false;
  };
  struct Path {
    std::string object;
    std::vector<std::string> steps;
    uint64_t alike = 0;  // other objects that are kept in the same way
  };

  std::string moment;                  // "at exit", "at its largest, after collection 12"
  uint64_t live = 0, liveObjects = 0;  // bytes in blocks; reachable
  uint64_t inuse = 0, idle = 0, released = 0, spansInUse = 0;
  uint64_t allocs = 0, allocBytes = 0, unknownObjects = 0;
  std::vector<Class> classes;
  std::vector<Row> types, lines;  // by live bytes
  std::vector<Span> spans;        // by address
  std::vector<Path> paths;        // what HeapQuery::why asked for
};

// REQUIRES that no goroutine runs.
HeapReport gatherHeap(rt::VM* vm, const HeapQuery& query);

// Text for a terminal; a page with pictures for a browser.
std::string heapText(const HeapReport& r, const HeapQuery& query);
std::string heapPage(const HeapReport& r, const std::string& program);

}  // namespace hood::cli
