package register_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/roles"
)

// agreeing returns a register and an organisation that name the same people.
func agreeing() (register.Register, roles.Organisation) {
	r := register.Register{
		Officer:    register.Party{Name: "Avv. Bianca Neri"},
		Joint:      []register.Party{{Name: "Comune di Montelieto"}},
		Processors: []register.Party{{Name: "InfoNuvola S.p.A."}},
		Offices:    []register.Office{{Name: "Tributi", Manager: "Pietro  riva"}, {Name: "Stato civile", Manager: "Carla Ferri"}},
	}
	o := roles.Organisation{
		People:       []roles.Person{{ID: "n", Name: "Bianca Neri"}, {ID: "r", Name: "Pietro Riva"}, {ID: "f", Name: "Carla Ferri"}, {ID: "m", Name: "Aldo Monti"}},
		Areas:        []roles.Area{{ID: "t", Name: "Area tributi"}, {ID: "d", Name: "Demografici", Sectors: []roles.Sector{{ID: "s", Name: "Stato civile"}, {ID: "e", Name: "Elettorale"}}}},
		Managers:     []roles.Manager{{Person: "r", Area: "t"}, {Person: "m", Area: "d"}},
		SubManagers:  []roles.SubManager{{Person: "f", Sector: "s"}, {Person: "n", Sector: "e"}},
		Processors:   []roles.Processor{{ID: "i", Name: "InfoNuvola S.p.A."}, {Name: "Sub S.r.l.", EngagedBy: "i"}},
		Arrangements: []roles.Arrangement{{Partners: []string{"Provincia", "Comune di Montelieto"}}},
		Officer:      roles.Officer{Person: "n", Firm: "Studio Dati"},
	}
	return r, o
}

func TestCheckRoles(t *testing.T) {
	type R = register.Register
	type O = roles.Organisation
	for _, c := range []struct {
		want   string
		change func(*R, *O)
	}{
		{"", func(*R, *O) {}},
		{"", func(r *R, _ *O) { r.Officer.Name = "Studio Dati" }},
		{"", func(r *R, _ *O) { r.Offices[1].Manager = "Aldo Monti" }},
		{"", func(r *R, _ *O) { r.Offices[1].Manager = " " }},
		{"", func(r *R, _ *O) { r.Offices[1].Name = "demografici"; r.Offices[1].Manager = "Aldo Monti" }},
		{"", func(r *R, _ *O) {
			r.Officer.Name = ""
			r.Offices = append(r.Offices, register.Office{})
			r.Joint = append(r.Joint, register.Party{})
			r.Processors = append(r.Processors, register.Party{})
		}},
		{"warning register.roles.officer officer.name", func(_ *R, o *O) { o.Officer.Person = "r" }},
		{"warning register.roles.officer officer.name", func(_ *R, o *O) { o.Officer = roles.Officer{} }},
		{"warning register.roles.joint joint[0].name", func(_ *R, o *O) { o.Arrangements = nil }},
		{"warning register.roles.processor processors[1].name", func(r *R, _ *O) { r.Processors = append(r.Processors, register.Party{Name: "Altri S.r.l."}) }},
		{"warning register.roles.unlisted processors", func(_ *R, o *O) { o.Processors[1].EngagedBy = "" }},
		{"warning register.roles.office offices[2].name", func(r *R, _ *O) { r.Offices = append(r.Offices, register.Office{Name: "Cultura"}) }},
		{"warning register.roles.manager offices[0].manager", func(r *R, _ *O) { r.Offices[0].Manager = "Aldo Monti" }},
		{"warning register.roles.manager offices[1].manager", func(r *R, _ *O) { r.Offices[1].Manager = "Bianca Neri" }},
		{"warning register.roles.manager offices[0].manager", func(_ *R, o *O) { o.Managers = o.Managers[1:] }},
		{"warning register.roles.area offices", func(r *R, _ *O) { r.Offices = r.Offices[:1] }},
	} {
		r, o := agreeing()
		c.change(&r, &o)
		fs := r.CheckRoles(o)
		if c.want == "" {
			require.Empty(t, fs)
			continue
		}
		require.Equal(t, []string{c.want}, lines(fs))
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotContains(t, fs[0].Message(tag), "%!")
			require.NotEqual(t, string(fs[0].Code), fs[0].Message(tag))
		}
	}
	require.Empty(t, register.Register{}.CheckRoles(roles.Organisation{}))
}
