package wordscan

// work is what a scan works with. When the scan has ended it rests with the
// machine, for the next one to use: to make it anew would take longer than to read
// a short notice. Nothing that is left in it changes what the next scan finds: time
// goes on, so that all that was seen is long ago, and the words that are recent are
// the machine's.
type work struct {
	run    run
	tokens [maxTokens]token
	marked [1 + maxMarks]int // by mark, 0 for the words that bear none
	recent recent
}

// maxRested is how late it may be when a work is used again.
const maxRested = 1 << 30

// work returns a work in which no word has been read, and its time begins.
func (m *Machine) work() *work {
	w, rested := m.rested.Get().(*work)
	if !rested {
		w = &work{run: newRun(m)}
	}
	return w
}

// rest puts a work by after a scan that has read up to tick.
func (m *Machine) rest(w *work, tick uint32) {
	if tick > maxRested {
		return
	}
	w.run.reset(tick + firstTick)
	clear(w.marked[:])
	m.rested.Put(w)
}
