package wordscan

// word reads on the word that began at start, from i on, and returns where it
// ends. A word broken by a hyphen at the end of a line is one.
func (s *reader[Text]) word(start, i int, state uint16) int {
	m, text := s.machine, s.text
	marks, accent := 0, false
	for {
		for i < len(text) {
			symbol := byteKinds[text[i]]
			if symbol >= symbols {
				break
			}
			state = m.on(state, symbol)
			i++
		}
		if i == len(text) {
			break
		}
		switch byteKinds[text[i]] {
		case kindHyphen:
			if on := s.broken(i + 1); on > 0 {
				i = on // to a letter: the word is longer than one, however marks count
				continue
			}
		case kindHigh:
			r, size := s.rune(i)
			f := fold(r)
			switch f.glyph {
			case glyphNothing:
				accent = accent || r != softHyphen
				on := i + size
				if next := s.broken(on); r == softHyphen && next > 0 {
					on = next
				}
				marks += on - i
				i = on
				continue
			case glyphLetters:
				accent = true
				for _, symbol := range f.letters[:f.n] {
					state = m.on(state, symbol)
				}
				marks += size - int(f.n)
				i += size
				continue
			}
		}
		break
	}
	if i < len(text) && s.scheme(start, i) {
		return s.url(start, i)
	}
	if i < len(text) && text[i] != ' ' && s.inMailbox(i) && m.states[state].word.flag&flagMailbox == 0 {
		return i // the address is one word
	}
	one := i-start-marks == 1
	if one && state == m.on(0, 'e'-'a') && (accent || s.apostropheAccent(i)) {
		state = m.on(0, symbolVerb)
	}
	s.take(m.states[state].word, start, i, one)
	return i
}

// take notes a word; of a single letter a stop makes an initial. What no pattern
// knows is written as a token too, and then overwritten: a branch costs more.
func (s *reader[Text]) take(word wordInfo, start, end int, single bool) {
	s.marked[word.mark]++
	s.tick += uint32(word.width())
	s.last, s.open = end, single || word.flag&flagAbbreviation != 0
	t := &s.tokens[s.n%maxTokens]
	t.start, t.end, t.tick = uint32(start), uint32(end), s.tick
	t.word, t.kind = word, tokenWord
	known := uint(0)
	if uint(word.list)|uint(word.flag&flagBlank) != 0 {
		known = 1
	}
	s.n += known
}

// broken returns where a word goes on that a line's end at i breaks, or zero.
func (s *reader[Text]) broken(i int) int {
	if i < len(s.text) && s.text[i] == '\r' {
		i++
	}
	if i >= len(s.text) || s.text[i] != '\n' {
		return 0
	}
	for i++; i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t'); i++ {
	}
	if s.letter(i) {
		return i
	}
	return 0
}

// letter reports whether a letter stands at i.
func (s *reader[Text]) letter(i int) bool {
	if i >= len(s.text) {
		return false
	}
	kind := byteKinds[s.text[i]]
	if kind != kindHigh {
		return kind < symbols
	}
	r, _ := s.rune(i)
	return fold(r).glyph == glyphLetters
}

// apostropheAccent reports whether an apostrophe stands at i for the accent
// of the letter before: no letter follows it.
func (s *reader[Text]) apostropheAccent(i int) bool {
	if i >= len(s.text) {
		return false
	}
	switch byteKinds[s.text[i]] {
	case kindApostrophe:
		return !s.letter(i + 1)
	case kindHigh:
		r, size := s.rune(i)
		return fold(r).glyph == glyphApostrophe && !s.letter(i+size)
	}
	return false
}

// number takes the digits at i.
func (s *reader[Text]) number(i int) int {
	start, n := i, 0
	for i < len(s.text) && byteKinds[s.text[i]] == kindDigit {
		n = min(n*10+int(s.text[i]-'0'), 1<<20)
		i++
	}
	word := s.machine.number
	if s.text[start] != '0' {
		if known := s.machine.numbers; n < len(known) {
			word = known[n]
		} else if n >= maxSmall {
			for _, year := range s.machine.years {
				if int(year.n) == n {
					word = year.word
				}
			}
		}
	}
	s.take(word, start, i, s.tick == s.began)
	return i
}

// stops reports whether the stop before i ends a sentence: a blank or a mark
// follows it, and it closes neither an abbreviation, an initial nor the
// number of an item.
func (s *reader[Text]) stops(c byte, i int) bool {
	if i < len(s.text) {
		switch kind := byteKinds[s.text[i]]; {
		case kind < symbols, kind == kindDigit, kind == kindStop:
			return false
		case kind == kindHigh && s.letter(i):
			return false
		}
	}
	return c != '.' || s.last != i-1 || !s.open
}
