package pprof

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"runtime"
	"time"
)

// A protoProfile is what becomes a message Profile of profile.proto.
type protoProfile struct {
	sampleTypes [][2]string // type and unit of each of a sample's values
	periodType  [2]string
	period      int64
	defaultType string
	samples     []sample
	blockSizes  []int64 // of each sample, a label "bytes"; or nil
	start       time.Time
	duration    time.Duration
}

// A message is the bytes of a protocol buffer under construction.
type message []byte

func (m *message) varint(x uint64) {
	for ; x >= 0x80; x >>= 7 {
		*m = append(*m, byte(x)|0x80)
	}
	*m = append(*m, byte(x))
}

// number writes field tag, unless it is 0, which is what a reader takes for granted.
func (m *message) number(tag int, x int64) {
	if x != 0 {
		m.varint(uint64(tag) << 3)
		m.varint(uint64(x))
	}
}

func (m *message) bytes(tag int, b []byte) {
	m.varint(uint64(tag)<<3 | 2)
	m.varint(uint64(len(b)))
	*m = append(*m, b...)
}

func (m *message) packed(tag int, xs []uint64) {
	var b message
	for _, x := range xs {
		b.varint(x)
	}
	m.bytes(tag, b)
}

// A builder numbers strings, functions and locations as they come.
type builder struct {
	out       message
	strings   map[string]int64
	list      []string
	functions map[string]uint64
	locations map[uintptr]uint64
}

func (b *builder) text(s string) int64 {
	id, ok := b.strings[s]
	if !ok {
		id = int64(len(b.list))
		b.strings[s] = id
		b.list = append(b.list, s)
	}
	return id
}

func (b *builder) valueType(tag int, t [2]string) {
	var m message
	m.number(1, b.text(t[0]))
	m.number(2, b.text(t[1]))
	b.out.bytes(tag, m)
}

func (b *builder) function(f runtime.Frame) uint64 {
	id, ok := b.functions[f.Function]
	if ok {
		return id
	}
	id = uint64(len(b.functions) + 1)
	b.functions[f.Function] = id
	var m message
	m.number(1, int64(id))
	m.number(2, b.text(f.Function))
	m.number(3, b.text(f.Function))
	m.number(4, b.text(f.File))
	b.out.bytes(5, m)
	return id
}

// location returns the number of one call. In hood each has a program counter of its own.
func (b *builder) location(pc uintptr) uint64 {
	id, ok := b.locations[pc]
	if ok {
		return id
	}
	id = uint64(len(b.locations) + 1)
	b.locations[pc] = id
	frame := runtime.Frame{Function: "runtime._System"} // what no goroutine did
	if pc != 0 {
		frame, _ = runtime.CallersFrames([]uintptr{pc}).Next()
	}
	var line, m message
	line.number(1, int64(b.function(frame)))
	line.number(2, int64(frame.Line))
	m.number(1, int64(id))
	m.number(2, 1) // the one mapping
	m.number(3, int64(pc))
	m.bytes(4, line)
	b.out.bytes(4, m)
	return id
}

func (b *builder) sample(s sample, blockSize int64) {
	var ids, values []uint64
	if len(s.stack) == 0 {
		ids = append(ids, b.location(0))
	}
	for _, pc := range s.stack {
		ids = append(ids, b.location(pc))
	}
	for _, v := range s.values {
		values = append(values, uint64(v))
	}
	var m message
	m.packed(1, ids)
	m.packed(2, values)
	if blockSize != 0 {
		var label message
		label.number(1, b.text("bytes"))
		label.number(3, blockSize)
		m.bytes(3, label)
	}
	b.out.bytes(2, m)
}

func (p *protoProfile) marshal() []byte {
	b := &builder{strings: map[string]int64{"": 0}, list: []string{""}, functions: map[string]uint64{}, locations: map[uintptr]uint64{}}
	for _, t := range p.sampleTypes {
		b.valueType(1, t)
	}
	for i, s := range p.samples {
		size := int64(0)
		if p.blockSizes != nil {
			size = p.blockSizes[i]
		}
		b.sample(s, size)
	}
	var mapping message
	mapping.number(1, 1)
	mapping.number(3, 1<<47)
	mapping.number(7, 1) // has_functions, and so on: nothing is left to look up
	mapping.number(8, 1)
	mapping.number(9, 1)
	mapping.number(10, 1)
	b.out.bytes(3, mapping)
	if p.start.IsZero() {
		p.start = time.Now()
	}
	b.out.number(9, p.start.UnixNano())
	b.out.number(10, int64(p.duration))
	if p.periodType[0] != "" {
		b.valueType(11, p.periodType)
		b.out.number(12, p.period)
	}
	if p.defaultType != "" {
		b.out.number(14, b.text(p.defaultType))
	}
	for _, s := range b.list {
		b.out.bytes(6, []byte(s))
	}
	return b.out
}

// writeProto writes the profile as gzip data whose blocks are stored as they are: profiles are small.
func writeProto(w io.Writer, p protoProfile) error {
	data := p.marshal()
	out := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255}
	for rest := data; ; {
		n := len(rest)
		if n > 0xffff {
			n = 0xffff
		}
		last := byte(0)
		if n == len(rest) {
			last = 1
		}
		out = append(out, last, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
		out = append(out, rest[:n]...)
		if rest = rest[n:]; last == 1 {
			break
		}
	}
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
	_, err := w.Write(out)
	return err
}
