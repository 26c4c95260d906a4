package book

import (
	"fmt"
	"slices"
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/register/retention"
)

// soon is how far ahead the book looks for what comes round often.
const soon = 31

// keeping adds what is to be deleted within a month, and the footage that is
// still there; what should have gone is a finding.
func (b *Book) keeping(c comune.Comune) error {
	k := c.Keeping
	if k == nil {
		return nil
	}
	schedule, err := retention.NewSchedule(k.Rules...)
	if err != nil {
		return gdpr.At("keeping", err)
	}
	sweep, err := schedule.On(b.On)
	if err != nil {
		return gdpr.At("keeping", err)
	}
	found, err := k.Policy.Check()
	if err != nil {
		return gdpr.At("keeping.policy", err)
	}
	b.Findings = append(b.Findings, found.Below("keeping.policy")...)
	b.Findings = append(b.Findings, retention.Check(k.Rules).Below("keeping.rules")...)
	b.Findings = append(b.Findings, sweep.Check(slices.Values(k.Items)).Below("keeping.items")...)
	plan, err := k.Conservation()
	if err != nil {
		return gdpr.At("keeping.plan", err)
	}
	b.Findings = append(b.Findings, plan.Check(k.Rules).Below("keeping.rules")...)
	for i, d := range k.Discards {
		b.discard(fmt.Sprintf("keeping.discards[%d]", i), d, sweep, k.Items)
	}
	for item, d := range schedule.Expiring(slices.Values(k.Items), b.On, b.On+soon) {
		rule, _ := schedule.Rule(item.Rule)
		todo, law := say(b.Tag, ": da cancellare", ": to be deleted"), gdpr.Provision("GDPR 5(1)(e)")
		switch {
		case rule.Fate == retention.Archive:
			todo = say(b.Tag, ": da versare all'archivio storico", ": to be transferred to the historical archive")
			law = "D.Lgs. 42/2004 30(4)"
		case rule.Archival == gdpr.Yes:
			todo = say(b.Tag, ": da proporre per lo scarto", ": to be proposed for discard")
			law = "D.Lgs. 42/2004 21(1)(d)"
		}
		b.add("keeping.items "+item.ID, item.ID+" · "+rule.Text+todo, sweep.State(item).Label(b.Tag), d.By(law))
	}
	for i, r := range k.Recordings {
		if err := b.recording(fmt.Sprintf("keeping.recordings[%d]", i), r, k.Policy); err != nil {
			return err
		}
	}
	return nil
}

// discard adds what is wrong with a discard of documents, and names it.
func (b *Book) discard(ref string, d retention.Discard, sweep retention.Sweep, items []retention.Item) {
	b.names[ref] = d.ID + say(b.Tag, ", prossimo passo: ", ", next step: ") + d.Next().Label(b.Tag)
	b.Findings = append(b.Findings, d.Check(sweep, slices.Values(items)).Below(ref)...)
}

func (b *Book) recording(ref string, r retention.Recording, p retention.Policy) error {
	d, err := r.Expiry(p)
	if err != nil {
		return gdpr.At(ref, err)
	}
	state, err := r.State(b.now, p)
	if err != nil {
		return gdpr.At(ref, err)
	}
	b.addHours(Row{
		Key: "recording/" + r.ID + "/" + r.Recorded.UTC().Format(time.RFC3339), Ref: ref, What: r.ID + say(b.Tag, " · ripresa: da cancellare", " · footage: to be deleted"),
		State: state.Label(b.Tag), Late: state == retention.Expired,
	}, d)
	return nil
}
