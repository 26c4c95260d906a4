package informativa

// Best returns the place that says best what e is about, and whether there is
// one: the first that holds what e asks for (a mailbox or a telephone for how
// someone is reached, a period for how long data are kept, an article for the
// ground), or the first of all if none does.
//
//	for e := range reading.Found() {
//		at, _ := reading.Best(e)
//		fmt.Println(e, text[at.Start:at.End])
//	}
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func (r Reading) Best(e Element) (Span, bool) {
	for s := range r.Evidence(e) {
		if r.holds(e, s) {
			return s, true
		}
	}
	for s := range r.Evidence(e) {
		return s, true
	}
	return Span{}, false
}

// holds reports whether the value that e asks for stands in s, or begins in it.
func (r Reading) holds(e Element, s Span) bool {
	within := func(v Span) bool { return s.Start <= v.Start && v.Start < s.End }
	switch e {
	case ControllerContact, DPO, Exercise:
		for _, m := range r.Mailboxes {
			if within(m.Span) {
				return true
			}
		}
		for _, p := range r.Phones {
			if within(p.Span) {
				return true
			}
		}
	case Retention, RetentionPeriod:
		for _, p := range r.Periods {
			if within(p.Span) {
				return true
			}
		}
	case LegalBasis, Norm:
		for _, c := range r.Citations {
			if within(c.Span) {
				return true
			}
		}
	}
	return false
}
