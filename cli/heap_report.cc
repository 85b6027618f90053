// Gathers what hood heap shows.
#include "cli/heap_report.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "runtime/alloc/mheap.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/heap_snapshot.h"
#include "stdlib/source.h"

namespace hood::cli {

namespace {

using rt::HeapNode;
using rt::HeapSnapshot;
using rt::MemBucket;
using rt::VM;

constexpr size_t kMostPaths = 10;

std::string packageOf(const std::string& function) {
  size_t slash = function.rfind('/');
  size_t dot = function.find('.', slash == std::string::npos ? 0 : slash);
  return function.substr(0, dot);
}

std::string baseName(const std::string& file) { return file.substr(file.rfind('/') + 1); }

// "main.go:12 main.f"; of an allocation within the standard library the line of the program that asked for it, and then
// "in strings.Repeat".
class Lines {
 public:
  explicit Lines(VM* vm) : vm_(vm) {}

  const std::string& of(const MemBucket* b) {
    auto [it, fresh] = names_.try_emplace(b);
    if (fresh) it->second = name(*b);
    return it->second;
  }

 private:
  std::string name(const MemBucket& b) {
    std::string in;
    for (const void* pc : b.pcs) {
      for (const rt::CallSite& s : vm_->engine->sitesAt(pc)) {
        std::string here = baseName(s.file) + ":" + std::to_string(s.line) + " " + s.function;
        if (!isStandard(packageOf(s.function))) return in.empty() ? here : here + " (in " + in + ")";
        in = s.function;  // the outermost one of the library
      }
    }
    return in.empty() ? "the runtime" : in;
  }
  bool isStandard(const std::string& package) {
    auto [it, fresh] = standard_.try_emplace(package);
    if (fresh) it->second = package == "runtime" || !stdlib::find(package).empty();
    return it->second;
  }

  VM* vm_;
  std::unordered_map<const MemBucket*, std::string> names_;
  std::unordered_map<std::string, bool> standard_;
};

// ---- spans ---------------------------------------------------------------------------------------------------------

void gatherSpans(const HeapSnapshot& snapshot, HeapReport& r) {
  rt::Mheap* h = snapshot.vm->heap;
  std::unordered_map<uint32_t, uint64_t> alive;  // by first page
  for (const HeapNode& n : snapshot.nodes) alive[n.object.firstPage]++;
  r.classes.resize(rt::kNumSizeClasses);
  for (int c = 1; c < rt::kNumSizeClasses; c++) r.classes[static_cast<size_t>(c)].size = rt::kSizeClasses[c].size;
  h->forEachSpan([&](rt::Mspan* s) {
    auto it = alive.find(static_cast<uint32_t>(h->arena.pageIndex(s->base)));
    uint64_t live = it == alive.end() ? 0 : it->second;
    HeapReport::Class& c = r.classes[rt::sizeClassOf(s->spanclass)];
    c.spans++;
    c.bytes += s->npages * rt::kPageSize;
    c.slots += s->nelems;
    c.live += live;
    c.liveBytes += live * s->elemsize;
    double part = static_cast<double>(live) / static_cast<double>(s->nelems);
    r.spans.push_back({s->npages, part, rt::isNoscan(s->spanclass), rt::sizeClassOf(s->spanclass) == 0});
    r.spansInUse++;
  });
  rt::MemStats m;
  rt::readMemStats(h, m);
  r.inuse = m.heapInuse;
  r.idle = m.heapIdle;
  r.released = m.heapReleased;
}

// ---- types and lines -----------------------------------------------------------------------------------------------

std::vector<HeapReport::Row> sorted(std::map<std::string, HeapReport::Row>& rows) {
  std::vector<HeapReport::Row> list;
  for (auto& [name, row] : rows) {
    row.name = name;
    list.push_back(std::move(row));
  }
  std::stable_sort(list.begin(), list.end(), [](const HeapReport::Row& a, const HeapReport::Row& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.allocBytes > b.allocBytes;
  });
  return list;
}

void gatherTypes(const HeapSnapshot& snapshot, HeapReport& r) {
  std::map<std::string, HeapReport::Row> rows;
  for (uint32_t k = 0; k < snapshot.nodes.size(); k++) {
    const HeapNode& n = snapshot.nodes[k];
    HeapReport::Row& row = rows[snapshot.typeName(n)];
    if (row.objects++ == 0) row.why = snapshot.path(k);
    row.bytes += n.size;
    r.live += n.size;
    r.liveObjects++;
    r.unknownObjects += n.sample == nullptr;
  }
  r.types = sorted(rows);
}

void gatherLines(const HeapSnapshot& snapshot, Lines& lines, HeapReport& r) {
  std::map<std::string, HeapReport::Row> rows;
  for (const HeapNode& n : snapshot.nodes) {
    if (n.sample == nullptr) continue;
    HeapReport::Row& row = rows[lines.of(n.sample->bucket)];
    row.objects++;
    row.bytes += n.size;
  }
  for (const MemBucket& b : snapshot.vm->gc->profile.buckets()) {
    HeapReport::Row& row = rows[lines.of(&b)];
    row.allocs += b.allocs;
    row.allocBytes += b.allocs * b.size;
    r.allocs += b.allocs;
    r.allocBytes += b.allocs * b.size;
  }
  r.lines = sorted(rows);
}

// ---- why -----------------------------------------------------------------------------------------------------------

bool isAsked(const HeapSnapshot& snapshot, Lines& lines, const HeapNode& n, const std::string& why) {
  if (why.starts_with("0x")) {
    uint64_t address = std::strtoull(why.c_str(), nullptr, 16);
    return address - n.object.base < n.size;
  }
  if (snapshot.typeName(n) == why) return true;
  if (n.sample == nullptr) return false;
  const std::string& line = lines.of(n.sample->bucket);
  return line.size() > why.size() && line.starts_with(why) && line[why.size()] == ' ';
}

// Indices differ between objects that are kept in the same way.
std::string shapeOf(const std::vector<std::string>& steps) {
  std::string shape;
  const std::string* last = nullptr;
  for (const std::string& step : steps) {
    if (last != nullptr && *last == step) continue;  // a list has as many steps as it is long
    last = &step;
    for (char c : step) {
      if (c < '0' || c > '9') shape += c;
    }
    shape += '\n';
  }
  return shape;
}

void gatherPaths(const HeapSnapshot& snapshot, Lines& lines, const std::string& why, HeapReport& r) {
  std::map<std::string, size_t> shapes;
  for (uint32_t k = 0; k < snapshot.nodes.size(); k++) {
    const HeapNode& n = snapshot.nodes[k];
    if (!isAsked(snapshot, lines, n, why)) continue;
    std::vector<std::string> steps = snapshot.path(k);
    auto [it, fresh] = shapes.try_emplace(shapeOf(steps), r.paths.size());
    if (!fresh) {
      if (it->second < r.paths.size()) r.paths[it->second].alike++;
      continue;
    }
    if (r.paths.size() == kMostPaths) {
      it->second = SIZE_MAX;
      continue;
    }
    std::string object = snapshot.typeName(n) + ", " + std::to_string(n.size) + " bytes";
    if (n.sample != nullptr) object += ", made at " + lines.of(n.sample->bucket);
    r.paths.push_back({object, std::move(steps), 0});
  }
  // Short ways first, and those of one length always in the same order.
  std::stable_sort(r.paths.begin(), r.paths.end(), [](const HeapReport::Path& a, const HeapReport::Path& b) {
    return a.steps.size() != b.steps.size() ? a.steps.size() < b.steps.size() : a.steps < b.steps;
  });
}

}  // namespace

HeapReport gatherHeap(VM* vm, const HeapQuery& query) {
  HeapReport r;
  HeapSnapshot snapshot;
  snapshot.take(vm);
  Lines lines(vm);
  gatherTypes(snapshot, r);
  gatherLines(snapshot, lines, r);
  gatherSpans(snapshot, r);
  if (!query.why.empty()) gatherPaths(snapshot, lines, query.why, r);
  return r;
}

}  // namespace hood::cli
