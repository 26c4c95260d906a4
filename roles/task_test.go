package roles_test

import (
	"encoding"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/roles"
)

// Each row of the matrix has one role that answers and one at least that does
// it; each assignment cites the law and stands once.
func TestMatrixIsSound(t *testing.T) {
	seen := map[[2]int]bool{}
	for a := range roles.Assignments() {
		key := [2]int{int(a.Task), int(a.Role)}
		require.False(t, seen[key], "%v %v twice", a.Task, a.Role)
		seen[key] = true
		_, err := gdpr.ParseProvision(string(a.Provision))
		require.NoError(t, err, a.Task)
		if a.Also != "" {
			_, err := gdpr.ParseProvision(string(a.Also))
			require.NoError(t, err, a.Task)
			require.NotEqual(t, a.Provision, a.Also)
		}
		if a.InAct {
			require.NotEqual(t, roles.Consulted, a.Part, "%v", a.Task)
			require.NotEqual(t, roles.Informed, a.Part, "%v", a.Task)
		}
	}
	rows, assigned := 0, 0
	last := roles.Task(0)
	for row := range roles.Matrix(0) {
		rows++
		require.Equal(t, last+1, row.Task, "in order, each task once")
		last = row.Task
		answers, does := 0, 0
		for role := roles.AsController; role <= roles.AsBreachTeam; role++ {
			switch row.Part(role) {
			case roles.Owns:
				answers++
				does++
			case roles.Answers:
				answers++
			case roles.Does:
				does++
			}
			if row.Part(role) != 0 {
				assigned++
			}
		}
		require.Equal(t, 1, answers, row.Task)
		require.Positive(t, does, row.Task)
	}
	require.Equal(t, int(roles.KeepBreachRegister), rows)
	require.Len(t, seen, assigned)
	require.Zero(t, roles.Row{}.Part(0))
	require.Zero(t, roles.Row{}.Part(99))
}

// Who does what, by the municipal regulation.
func TestWhoDoesWhat(t *testing.T) {
	tests := []struct {
		task roles.Task
		role roles.Role
		part roles.Part
		law  gdpr.Provision
	}{
		{roles.NotifyGarante, roles.AsController, roles.Owns, "Regolamento 37(3)"},
		{roles.NotifyGarante, roles.AsManager, roles.Helps, "Regolamento 5(4)"},
		{roles.ReportBreach, roles.AsManager, roles.Owns, "Regolamento 5(4)"},
		{roles.AskOpinion, roles.AsManager, roles.Does, "Regolamento 37(1)"},
		{roles.GiveOpinion, roles.AsOfficer, roles.Owns, "Regolamento 9(1)"},
		{roles.DecideRisk, roles.AsController, roles.Owns, "Regolamento 37(3)"},
		{roles.GiveNotice, roles.AsSubManager, roles.Does, "Regolamento 6(1)"},
		{roles.GiveNotice, roles.AsManager, roles.Does, "Regolamento 6(3)"},
		{roles.GiveNotice, roles.AsController, roles.Answers, "Regolamento 22(1)"}, // and GDPR 13(1): the controller's duty
		{roles.TellMayor, roles.AsManager, roles.Owns, "Regolamento 6(2)"},
		{roles.Supervise, roles.AsController, roles.Owns, "Regolamento 4(3)"},
		{roles.AppointOfficer, roles.AsManager, roles.Helps, "Regolamento 5(4)"},
		{roles.ConsultGarante, roles.AsOfficer, roles.Helps, "Regolamento 9(1)"},
		{roles.Assess, roles.AsOfficer, roles.Consulted, "Regolamento 28(1)"},
		{roles.MonitorHalfYearly, roles.AsManager, roles.Does, "Regolamento 35(1)"},
		{roles.KeepRegister, roles.AsManager, roles.Does, "Regolamento 5(4)"},
		{roles.ResourceOfficer, roles.AsController, roles.Owns, "Regolamento 8(3)"},
		{roles.DistributeRegulation, roles.AsAuthorised, roles.Informed, "Regolamento 43(3)"},
	}
	for _, tt := range tests {
		all := slices.Collect(tt.task.Assignments())
		i := slices.IndexFunc(all, func(a roles.Assignment) bool { return a.Role == tt.role })
		require.GreaterOrEqual(t, i, 0, tt.task)
		require.Equal(t, tt.part, all[i].Part, tt.task)
		require.Equal(t, tt.law, all[i].Provision, tt.task)
	}
}

func TestBothWays(t *testing.T) {
	var words []string
	for a := range roles.AsManager.Assignments(roles.MatterBreach) {
		require.Equal(t, roles.AsManager, a.Role)
		words = append(words, a.Task.String()+": "+a.Part.String())
	}
	require.Equal(t, []string{"report_breach: owns", "ask_opinion: does", "decide_risk: helps", "notify_garante: helps",
		"tell_people: helps", "keep_breach_register: helps"}, words)

	var who []string
	for a := range roles.NotifyGarante.Assignments() {
		who = append(who, a.Role.String()+" "+a.Part.Letter())
	}
	require.Equal(t, []string{"controller A/R", "manager S", "processor S"}, who)

	// By role or by task, it is the same table.
	byRole, byTask := 0, 0
	for role := roles.AsController; role <= roles.AsBreachTeam; role++ {
		byRole += len(slices.Collect(role.Assignments(0)))
	}
	for task := roles.Demonstrate; task <= roles.KeepBreachRegister; task++ {
		byTask += len(slices.Collect(task.Assignments()))
	}
	require.Equal(t, len(slices.Collect(roles.Assignments())), byRole)
	require.Equal(t, byRole, byTask)
	require.Len(t, slices.Collect(roles.Matrix(roles.MatterRegister)), 3)
	for range roles.Matrix(0) {
		break
	}
	for range roles.Assignments() {
		break
	}
}

// What an act lists is what the regulation says of the role, no more.
func TestTasksInActs(t *testing.T) {
	for role, want := range map[roles.Role]int{roles.AsManager: 11, roles.AsSubManager: 2, roles.AsOfficer: 8, roles.AsController: 0, roles.AsProcessor: 0} {
		require.Len(t, slices.Collect(role.InAct()), want, role)
	}
	for a := range roles.AsManager.InAct() {
		require.Equal(t, gdpr.Provision("Regolamento 5(4)"), a.Provision)
	}
	for a := range roles.AsSubManager.InAct() {
		require.Equal(t, gdpr.Provision("Regolamento 6(1)"), a.Provision)
	}
	for a := range roles.AsManager.Assignments(0) {
		require.Equal(t, a.Provision == "Regolamento 5(4)", a.InAct, a.Task)
	}
}

// Under a regime the matrix has what binds there: one role answers in each row,
// one at least does it, and nothing cites another layer.
func TestMatrixUnderRegimes(t *testing.T) {
	require.Equal(t, slices.Collect(roles.Matrix(0)), slices.Collect(roles.MatrixUnder(gdpr.Template, 0)))
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		tasks := map[roles.Task]bool{}
		for row := range roles.MatrixUnder(r, 0) {
			tasks[row.Task] = true
			answers, does := 0, 0
			for role := roles.AsController; role <= roles.AsOfficer; role++ {
				switch row.Part(role) {
				case roles.Owns:
					answers++
					does++
				case roles.Answers:
					answers++
				case roles.Does:
					does++
				}
			}
			require.Equal(t, 1, answers, "%v %v", r, row)
			require.Positive(t, does, "%v %v", r, row)
			require.Zero(t, row.Part(roles.AsManager), row)
			require.Zero(t, row.Part(roles.AsSubManager), row)
		}
		for _, own := range []roles.Task{roles.TellMayor, roles.MonitorHalfYearly, roles.DistributeRegulation, roles.TellStaffOfficer} {
			require.False(t, tasks[own], "%v: the template's own", own)
		}
		for _, all := range []roles.Task{roles.NotifyGarante, roles.TellPeople, roles.AnswerRequests, roles.KeepRegister, roles.Assess, roles.GiveNotice, roles.IdentifyRequester, roles.PrepareStaff} {
			require.True(t, tasks[all], "%v: of the GDPR", all)
		}
		for a := range roles.Assignments() {
			if b, ok := a.Under(r); ok {
				require.True(t, r.Binds(b.Provision), b)
				require.True(t, b.Also == "" || r.Binds(b.Also) && b.Also != b.Provision, b)
				require.False(t, b.InAct)
			}
		}
	}
	require.Len(t, slices.Collect(roles.MatrixUnder(gdpr.UnionLaw, roles.MatterRegister)), 3)
	for range roles.MatrixUnder(gdpr.UnionLaw, 0) {
		break
	}
}

// Art. 5 binds external processors so far as compatible.
func TestCarriesOver(t *testing.T) {
	for task, want := range map[roles.Task]roles.Part{
		roles.PrepareStaff: roles.Does, roles.ReportBreach: roles.Does, roles.NotifyGarante: roles.Helps, roles.TellPeople: roles.Helps,
		roles.AnswerRequests: roles.Helps, roles.ApplyMeasures: roles.Does, roles.Assess: roles.Helps,
	} {
		a, ok := roles.CarriesOver(task)
		require.True(t, ok, task)
		require.Equal(t, want, a.Part, task)
		require.Equal(t, gdpr.Provision("Regolamento 7(2)"), a.Provision)
		require.Equal(t, "GDPR", a.Also.Act())
	}
	for _, task := range []roles.Task{roles.AppointOfficer, roles.ResourceOfficer, roles.InvolveOfficer, roles.KeepRegister, roles.FollowInstructions, 0, 99} {
		_, ok := roles.CarriesOver(task)
		require.False(t, ok, task)
	}
}

func TestMatters(t *testing.T) {
	for task, want := range map[roles.Task]roles.Matter{
		0: 0, 99: 0, roles.Demonstrate: roles.MatterOrganisation, roles.DistributeRegulation: roles.MatterOrganisation,
		roles.AppointOfficer: roles.MatterOfficer, roles.ShowRegister: roles.MatterRegister, roles.AnswerRequests: roles.MatterRequests,
		roles.DisplaySigns: roles.MatterNotices, roles.Assess: roles.MatterAssessment, roles.CorrectMeasures: roles.MatterSecurity,
		roles.ReportBreach: roles.MatterBreach, roles.KeepBreachRegister: roles.MatterBreach,
	} {
		require.Equal(t, want, task.Matter(), task)
	}
}

func TestLimits(t *testing.T) {
	require.Equal(t, "without undue delay, within the term of GDPR art. 33 in force on the day of the breach", roles.NotifyGarante.Limit(language.English))
	require.Empty(t, roles.AppointManagers.Limit(language.Italian))
	require.Empty(t, roles.Task(0).Limit(language.Italian))
	// A sentence for each limit, and a limit for each sentence.
	limits := 0
	for row := range roles.Matrix(0) {
		if l := row.Task.Limit(language.Italian); l != "" {
			require.NotEqual(t, "roles.limit."+row.Task.String(), l)
			require.NotRegexp(t, `package|72|30 |8 sett`, l, "a figure is the package's that counts it, by its day")
			limits++
		}
		require.Equal(t, catalog.Has("roles.limit."+row.Task.String()), row.Task.Limit(language.Italian) != "", row.Task)
	}
	require.Equal(t, 16, limits)
}

// enumeration is what every enumeration of the package can do.
type enumeration interface {
	encoding.TextMarshaler
	String() string
	Label(language.Tag) string
}

func TestEnumerations(t *testing.T) {
	words(t, roles.AsBreachTeam, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Role(i); return v, new(roles.Role) })
	words(t, roles.MatterBreach, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Matter(i); return v, new(roles.Matter) })
	words(t, roles.KeepBreachRegister, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Task(i); return v, new(roles.Task) })
	words(t, roles.Informed, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Part(i); return v, new(roles.Part) })
	words(t, roles.ByEmployment, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Form(i); return v, new(roles.Form) })
	words(t, roles.ClauseWarning, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Clause(i); return v, new(roles.Clause) })
	words(t, roles.ToGiveOpinion, func(i int) (enumeration, encoding.TextUnmarshaler) { v := roles.Action(i); return v, new(roles.Action) })
	words(t, roles.Certification, func(i int) (enumeration, encoding.TextUnmarshaler) {
		v := roles.AdherenceKind(i)
		return v, new(roles.AdherenceKind)
	})
	require.Equal(t, "A/R", roles.Owns.Letter())
	require.Empty(t, roles.Part(0).Letter())
}

// words holds an enumeration, from 1 to last, against its words: each has one, of
// its own, that reads back, and a name in both languages.
func words[T ~uint8](t *testing.T, last T, value func(int) (enumeration, encoding.TextUnmarshaler)) {
	t.Helper()
	seen := map[string]bool{}
	for i := 1; i <= int(last); i++ {
		v, back := value(i)
		word := v.String()
		require.NotEmpty(t, word, i)
		require.False(t, seen[word], word)
		seen[word] = true
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.NoError(t, back.UnmarshalText(text))
		again, err := back.(encoding.TextMarshaler).MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, again)
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotEmpty(t, v.Label(tag))
			require.NotContains(t, v.Label(tag), "roles.", "%s has no name", word)
		}
	}
	none, _ := value(0)
	require.Empty(t, none.String())
	require.Empty(t, none.Label(language.Italian))
	over, back := value(int(last) + 1)
	_, err := over.MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	require.ErrorIs(t, back.UnmarshalText([]byte("nonsense")), gdpr.FaultName)
}

// An assignment cites what binds under the regime, first what it cited first.
func TestAssignmentsCite(t *testing.T) {
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for a := range roles.Assignments() {
			if a.Role == roles.AsManager || a.Role == roles.AsSubManager {
				continue
			}
			var want []gdpr.Provision
			for _, p := range []gdpr.Provision{a.Provision, a.Also} {
				if cited, ok := r.Cite(p); p != "" && ok && !slices.Contains(want, cited) {
					want = append(want, cited)
				}
			}
			b, ok := a.Under(r)
			require.Equal(t, len(want) > 0, ok, "%v %v", r, a)
			require.Equal(t, append(want, "", "")[:2], []gdpr.Provision{b.Provision, b.Also}, "%v %v", r, a)
		}
	}
}
