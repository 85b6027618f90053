package trace

// add adds an event of the runtime.
func (e *encoder) add(r *record) {
	if r.event > userLog {
		return
	}
	e.last = max(e.last, r.time)
	p := e.proc(int(r.p))
	switch r.event {
	case goCreate:
		e.runs(p, r.goid)
		e.create(p, uint64(r.args[0]), uintptr(r.args[1]))
	case goStart:
		e.start(p, e.goroutine(p, r.goid))
	case goReady:
		e.ready(p, e.known(p, uint64(r.args[0])))
	case goPark:
		e.leaves(p, r.goid, blockKind(r.args[0]), waiting)
	case goYield:
		e.leaves(p, r.goid, evGoSched, runnable)
	case goPreempt:
		e.leaves(p, r.goid, evGoPreempt, runnable)
	case goEnd:
		g := e.runs(p, r.goid)
		e.event(p, evGoEnd)
		g.state, p.running = dead, nil
		delete(e.gs, g.id)
	case goSyscall:
		g := e.runs(p, r.goid)
		e.event(p, evGoSysCall, noStack)
		g.maySyscall = true
	case gcStart, gcEnd:
		e.collection(p, r)
	default:
		e.user(p, r)
	}
}

func (e *encoder) collection(p *proc, r *record) {
	if r.event == gcStart && !e.inGC {
		e.inGC = true
		e.event(p, evHeapAlloc, uint64(r.args[1]))
		e.event(p, evGCStart, e.gcs, noStack)
		e.gcs++
	} else if r.event == gcEnd && e.inGC {
		e.inGC = false
		e.event(p, evGCDone)
		e.event(p, evHeapAlloc, uint64(r.args[1]))
		e.event(p, evHeapGoal, uint64(r.args[2]))
	}
}

func (e *encoder) user(p *proc, r *record) {
	e.runs(p, r.goid)
	a, b, c := uint64(r.args[0]), uint64(r.args[1]), uint64(r.args[2])
	switch r.event {
	case userTask:
		e.event(p, evUserTaskCreate, a, b, c, noStack)
	case userTaskEnd:
		e.event(p, evUserTaskEnd, a, noStack)
	case userRegion:
		e.event(p, evUserRegion, a, b, c, noStack)
	case userLog:
		e.event(p, evUserLog, a, b, noStack)
		message := ""
		if c > 0 {
			message = texts.after(int(c) - 1)[0]
		}
		p.batch = append(varint(p.batch, uint64(len(message))), message...)
	}
}

// create makes a goroutine known, which can run.
func (e *encoder) create(p *proc, id uint64, pc uintptr) *goroutine {
	g := &goroutine{id: id, seq: 1}
	e.gs[id] = g
	e.event(p, evGoCreate, id, e.stack(pc), noStack)
	return g
}

// goroutine returns a goroutine. It may have been made before the trace began: then it can run.
func (e *encoder) goroutine(p *proc, id uint64) *goroutine {
	if g := e.gs[id]; g != nil {
		return g
	}
	return e.create(p, id, 0)
}

// known is goroutine for one that waits.
func (e *encoder) known(p *proc, id uint64) *goroutine {
	if g := e.gs[id]; g != nil {
		return g
	}
	g := e.create(p, id, 0)
	e.event(p, evGoWaiting, id)
	g.state = waiting
	g.seq++
	return g
}

// ready makes a goroutine that waits, or is in the kernel without its P, one that can run.
func (e *encoder) ready(p *proc, g *goroutine) {
	switch g.state {
	case waiting:
		e.event(p, evGoUnblock, g.id, g.seq, noStack)
	case inSyscall:
		e.event(p, evGoSysExit, g.id, g.seq, uint64(e.last))
	default:
		return
	}
	g.seq++
	g.state = runnable
}

// start makes a goroutine the one that runs on p.
func (e *encoder) start(p *proc, g *goroutine) {
	if p.running == g {
		return
	}
	if g.state == running { // elsewhere, as far as is known
		e.displace(g.p)
	}
	e.displace(p)
	e.ready(p, g)
	e.event(p, evGoStart, g.id, g.seq)
	g.seq++
	g.state, g.p, g.maySyscall, p.running = running, p, false, g
}

// displace makes p run nothing. Who ran there is in the kernel, or has been made to stop.
func (e *encoder) displace(p *proc) {
	g := p.running
	if g == nil {
		return
	}
	if g.maySyscall {
		e.event(p, evGoSysBlock)
		g.state = inSyscall
	} else {
		e.event(p, evGoPreempt, noStack)
		g.state = runnable
	}
	p.running = nil
}

// runs returns the goroutine that an event on p is of, and makes sure that it runs there.
func (e *encoder) runs(p *proc, id uint64) *goroutine {
	if id == 0 {
		return nil
	}
	g := e.goroutine(p, id)
	e.start(p, g)
	g.maySyscall = false
	return g
}

// leaves makes a goroutine stop to run.
func (e *encoder) leaves(p *proc, id uint64, kind byte, to state) {
	g := e.runs(p, id)
	e.event(p, kind, noStack)
	g.state, p.running = to, nil
}
