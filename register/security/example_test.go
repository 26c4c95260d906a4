package security_test

import (
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

func ExampleCredential_Status() {
	c := security.Credential{ID: "bneri", Length: 9, Issued: date.New(2025, time.March, 3), Used: date.New(2026, time.November, 20), Changed: date.New(2026, time.April, 30)}
	s, err := c.Status(date.New(2026, time.November, 22), security.Policy{})
	fmt.Println(s.Condition, err)
	fmt.Println("to be changed by", s.Change.Due)
	// Output:
	// outdated <nil>
	// to be changed by 2026-10-30
}

func ExampleCheck() {
	fs, err := security.Check([]security.Credential{
		{ID: "bneri", Length: 7, Issued: date.New(2026, time.March, 3), Used: date.New(2026, time.November, 20), Changed: date.New(2026, time.September, 1)},
		{ID: "stagista", Length: 12, Issued: date.New(2026, time.January, 7), Used: date.New(2026, time.April, 1), Changed: date.New(2026, time.January, 7)},
	}, date.New(2026, time.November, 22), security.Policy{})
	fmt.Println(fs.Report(language.Italian), err)
	// Output:
	// 2 rilievi
	//   violazione [0].length: bneri: la parola chiave ha meno di 8 caratteri [security.credential.short; Regolamento 30(1)]
	//   violazione [1].used: stagista: non usata oltre il 1º ottobre 2026, va disattivata [security.credential.disused; Regolamento 30(1)] <nil>
}

func ExampleChecklist_Check() {
	list := security.Checklist{Paper: gdpr.No, Video: gdpr.No}
	for m := range security.Measures() {
		if m != security.Restore {
			list.Entries = append(list.Entries, security.Entry{Measure: m, State: security.Adopted, Since: date.New(2026, time.July, 1), Evidence: "D.G.C. 31/2026"})
		}
	}
	fs, err := list.Check(date.New(2026, time.November, 22), security.Policy{}, gdpr.Italy())
	fmt.Println(fs.Report(language.English), err)
	// Output:
	// 1 finding
	//   violation entries: measures to restore data in time after an incident are missing [security.missing.restore; GDPR 32(1)(c), Regolamento 30(1)] <nil>
}
