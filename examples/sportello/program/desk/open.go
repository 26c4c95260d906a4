package desk

import (
	"context"
	"crypto/rand"
	"fmt"
	"iter"
	"time"

	"github.com/alexedwards/argon2id"

	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/retention"
)

// Key is a login with the password that was made for it.
type Key struct{ Login, Password, Name string }

// HashPassword digests a password by argon2id: 19 MiB, two passes, one lane.
func HashPassword(password string) (string, error) {
	return argon2id.CreateHash(password, &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32})
}

// beganSetting is the real instant at which a sample began to live; beganOn the
// day on which it did.
const (
	beganSetting = "sample began"
	beganOn      = "sample day"
)

// Open fills an empty database: with the sample Comune, or with a body that has a
// name alone. It returns the logins that it made, whose passwords are nowhere
// else, and none where the database was in use already.
func Open(ctx context.Context, s *store.Store, sample bool, name string, real time.Time) ([]Key, error) {
	people, err := s.People(ctx)
	if err != nil || len(people) > 0 {
		return nil, err
	}
	c, at := comune.Comune{Name: name, Calendar: "italy", Register: &register.Register{}}, real
	c.Register.Controller.Name = name
	if sample {
		if c, err = comune.Parse(comune.Sample); err != nil {
			return nil, err
		}
		year, month, day := c.On.Date()
		at = time.Date(year, month, day, 9, 0, 0, 0, Rome)
	}
	by := store.By{Who: "sportello", At: at, Action: "opened"}
	keys, ids, err := persons(ctx, s, sample, by)
	if err != nil {
		return nil, err
	}
	if sample {
		if err := s.Set(ctx, beganSetting, real.UTC().Format(time.RFC3339), by); err != nil {
			return nil, err
		}
		if err := s.Set(ctx, beganOn, at.Format(time.RFC3339), by); err != nil {
			return nil, err
		}
	}
	return keys, file(ctx, s, c, ids, by)
}

// persons adds the first persons.
func persons(ctx context.Context, s *store.Store, sample bool, by store.By) (keys []Key, ids []int64, err error) {
	first := []store.Someone{{Login: "admin", Name: "Amministratrice", Role: store.Admin, Language: "it"}}
	if sample {
		first = []store.Someone{
			{Login: "admin", Name: "Ada Conti", Role: store.Admin, Language: "it"},
			{Login: "carla", Name: "Carla Ferri", Role: store.Clerk, Office: "Servizi demografici", Language: "it"},
			{Login: "marta", Name: "Marta Leone", Role: store.Clerk, Office: "Servizi sociali", Language: "it"},
			{Login: "rpd", Name: "Bianca Neri", Role: store.Officer, Language: "it"},
		}
	}
	for _, p := range first {
		password := rand.Text()[:16]
		if p.Password, err = HashPassword(password); err != nil {
			return nil, nil, err
		}
		id, err := s.AddPerson(ctx, p, by)
		if err != nil {
			return nil, nil, err
		}
		keys, ids = append(keys, Key{p.Login, password, p.Name}), append(ids, id)
	}
	return keys, ids, nil
}

// file puts the parts of the body's file where the desk keeps them.
func file(ctx context.Context, s *store.Store, c comune.Comune, people []int64, by store.By) error {
	var requests []store.Paper[Request]
	offices := []string{"Servizi demografici", "Servizi sociali", "Tributi"}
	for i, r := range c.Requests {
		p := store.Paper[Request]{Kind: store.Request, Name: r.ID, Office: r.Office, Person: people[(1+i)%len(people)], Document: Request{Request: r.Request}}
		if p.Office == "" {
			p.Office = offices[i%len(offices)]
		}
		if p.Person == people[len(people)-1] {
			p.Person = 0 // the officer answers none
		}
		requests = append(requests, p)
	}
	if err := store.AddAll(ctx, s, requests, by); err != nil {
		return err
	}
	if c.Breaches != nil {
		for _, e := range c.Breaches.Entries {
			p := store.Paper[breach.Entry]{Kind: store.Breach, Name: fmt.Sprintf("n. %d", e.Number), Office: e.Office, Document: e}
			if _, err := store.Add(ctx, s, p, by); err != nil {
				return err
			}
		}
	}
	for i, a := range c.Assessments {
		name := fmt.Sprintf("trattamento %d", i+1)
		if a.Assessment != nil {
			name = a.Assessment.Processing
		}
		if _, err := store.Add(ctx, s, store.Paper[comune.Impact]{Kind: store.Assessment, Name: name, Document: a}, by); err != nil {
			return err
		}
	}
	if c.Register != nil {
		var activities []store.Paper[register.Activity]
		for _, a := range c.Register.Activities {
			activities = append(activities, store.Paper[register.Activity]{Kind: store.Activity, Name: a.Name, Office: a.Office, Document: a})
		}
		if err := store.AddAll(ctx, s, activities, by); err != nil {
			return err
		}
	}
	if c.Keeping != nil {
		if _, err := s.PutItems(ctx, itemsOf(c.Keeping.Items), by); err != nil {
			return err
		}
	}
	return New(s, nil).WriteBody(ctx, body(c), by)
}

// body returns the file without what is kept as papers.
func body(c comune.Comune) Body {
	b := Body{Comune: c}
	b.Requests, b.Breaches, b.Assessments, b.On = nil, nil, nil, 0
	if c.Register != nil {
		head := *c.Register
		head.Activities = nil
		b.Register = &head
		b.Sender.Address, b.Sender.Officer = head.Controller.Address, head.Officer.Email
	}
	if c.Keeping != nil {
		plan := *c.Keeping
		plan.Items, plan.Discards = nil, nil // the desk has no proposals of discard
		b.Keeping = &plan
	}
	b.Sender.Body = c.Name
	return b
}

// Clock returns the clock of a desk: the real one, or, of a sample, one that began
// on the sample's own day and runs on from there.
func Clock(ctx context.Context, s *store.Store, real func() time.Time) (clock func() time.Time, sample bool, err error) {
	began, err := s.Setting(ctx, beganSetting)
	if err != nil || began == "" {
		return real, false, err
	}
	on, err := s.Setting(ctx, beganOn)
	if err != nil {
		return real, false, err
	}
	from, err := time.Parse(time.RFC3339, began)
	if err != nil {
		return real, false, err
	}
	to, err := time.Parse(time.RFC3339, on)
	if err != nil {
		return real, false, err
	}
	return func() time.Time { return to.Add(real().Sub(from)) }, true, nil
}

func itemsOf(items []retention.Item) iter.Seq2[retention.Item, error] {
	return func(yield func(retention.Item, error) bool) {
		for _, it := range items {
			if !yield(it, nil) {
				return
			}
		}
	}
}
