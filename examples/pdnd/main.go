// Command pdnd checks and drafts the risk analyses (analisi del rischio) that a
// public body fills in on PagoPA's data platform, PDND.
//
//	go run ./examples/pdnd FORM.json                                    what the platform will say of a form, and what it won't
//	go run ./examples/pdnd -activity mensa                              a draft from the register of an invented Comune
//	go run ./examples/pdnd -activity mensa -file comune.json            a draft from your own register
//	go run ./examples/pdnd -activity mensa -file comune.json FORM.json  a form held against the register
//	go run ./examples/pdnd -model                                       the questionnaire in all its branches
//	go run ./examples/pdnd -vectors - < vectors.jsonl                   the platform's answer to each line
//
// FORM.json is of the platform's own shape, {"version": "3.1", "answers": {...}},
// and -json writes a draft in it, or
// with -model the questionnaire as data. With -check the program ends with status 3 if the
// platform refuses the form or a violation was found. Status 1 is a file that
// can't be read, 2 a wrong call.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/register/pdnd"
)

func main() { os.Exit(status(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, date.NewAt(time.Now()))) }

var (
	errUsage   = errors.New("usage")
	errRefused = errors.New("refused")
)

// status runs the program and returns how it ends.
func status(args []string, in io.Reader, out, errs io.Writer, today date.Date) int {
	tag := language.Italian
	err := run(args, in, out, errs, today, &tag)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errRefused):
		return 3
	case errors.Is(err, errUsage):
		return 2
	}
	var input *gdpr.InputError
	if errors.As(err, &input) {
		fmt.Fprintln(errs, "pdnd:", input.Message(tag))
	} else {
		fmt.Fprintln(errs, "pdnd:", err)
	}
	return 1
}

// call is what the program was asked.
type call struct {
	activity, file, form string
	purpose              int
	kind                 pdnd.Kind
	on                   date.Date
	personal             gdpr.Answer
	draft, json, check   bool
	tag                  language.Tag
}

func run(args []string, in io.Reader, out, errs io.Writer, today date.Date, tag *language.Tag) error {
	flags := flag.NewFlagSet("pdnd", flag.ContinueOnError)
	flags.SetOutput(errs)
	c := call{on: today}
	lines := flags.String("vectors", "", "`file` of vectors, a line each (- for standard input): write the platform's answer to each")
	model := flags.Bool("model", false, "write the questionnaire in all its branches")
	flags.StringVar(&c.activity, "activity", "", "`id` of the activity in the register: draft its analysis, or hold FORM.json against it")
	flags.IntVar(&c.purpose, "purpose", 0, "`number` of the activity's purpose, from 0")
	flags.StringVar(&c.file, "file", "", "JSON `file` of your Comune; without it, an invented one")
	flags.BoolVar(&c.json, "json", false, "write the draft as a form, the questionnaire as data")
	flags.BoolVar(&c.check, "check", false, "end with status 3 if the form is refused or a violation found")
	flags.TextVar(&c.kind, "kind", pdnd.PA, "`kind` of body: PA, PRIVATE, GSP or SCP")
	flags.BoolVar(&c.draft, "draft", false, "judge the form as a draft: neither conditions nor missing answers")
	on := flags.String("on", "", "look from this `day` (2026-03-01); today if not given")
	personal := flags.String("personal", "", "does the e-service declare personal data: `yes` or no")
	lang := flags.String("lang", "it", "`language`: it or en")
	if err := flags.Parse(args); err != nil || flags.NArg() > 1 {
		return errUsage
	}
	if *lang == "en" {
		*tag = language.English
	}
	c.tag = *tag
	if *on != "" {
		var err error
		if c.on, err = gdpr.ParseDate(*on); err != nil {
			return err
		}
	}
	switch *personal {
	case "yes":
		c.personal = gdpr.Yes
	case "no":
		c.personal = gdpr.No
	}
	c.form = flags.Arg(0)
	switch {
	case *lines == "-":
		return vectors(in, out)
	case *lines != "":
		f, err := os.Open(*lines)
		if err != nil {
			return err
		}
		defer f.Close()
		return vectors(f, out)
	case *model && c.json:
		return writeJSON(out, pdnd.Newest(c.kind, c.on).Sheet(c.tag))
	case *model:
		_, err := io.WriteString(out, questionnaire(pdnd.Newest(c.kind, c.on), c.tag))
		return err
	case c.form == "" && c.activity == "":
		flags.Usage()
		return errUsage
	}
	return c.answer(out)
}

// answer checks or drafts.
func (c *call) answer(out io.Writer) error {
	var form *pdnd.Form
	if c.form != "" {
		data, err := os.ReadFile(c.form)
		if err != nil {
			return err
		}
		read, err := pdnd.Parse(data)
		if err != nil {
			return err
		}
		form = &read
	}
	if c.activity == "" {
		return c.judge(out, *form)
	}
	k, err := c.matter()
	if err != nil {
		return err
	}
	s, err := k.Stand(form)
	if err != nil {
		return err
	}
	if c.json {
		return writeJSON(out, s.Form)
	}
	if _, err := io.WriteString(out, report(k, s, c.tag)); err != nil {
		return err
	}
	if c.check && (!s.Verdict.Valid() || s.Findings.Worst() == gdpr.Violation) {
		return errRefused
	}
	return nil
}

// judge tells of a form alone what the platform says and what it lets through.
func (c *call) judge(out io.Writer, form pdnd.Form) error {
	year, month, day := c.on.Date()
	v, err := pdnd.Platform{
		Kind: c.kind, SchemaOnly: c.draft, PersonalData: c.personal, At: time.Date(year, month, day, 12, 0, 0, 0, time.UTC),
	}.Validate(form)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(out, verdict(v, form.Look(c.kind, c.on), c.tag)); err != nil {
		return err
	}
	if c.check && !v.Valid() {
		return errRefused
	}
	return nil
}

// matter is the case of the activity: the access that the file has of it, or one
// of which nothing but the register is known.
func (c *call) matter() (pdnd.Case, error) {
	data := comune.Sample
	if c.file != "" {
		var err error
		if data, err = os.ReadFile(c.file); err != nil {
			return pdnd.Case{}, err
		}
	}
	host, err := comune.Parse(data)
	if err != nil {
		return pdnd.Case{}, err
	}
	if host.Register == nil {
		return pdnd.Case{}, &gdpr.InputError{Field: "register", Fault: gdpr.FaultMissing, Other: "activities"}
	}
	filing := pdnd.Filing{Activity: c.activity, Purpose: c.purpose}
	for _, f := range host.Platform {
		if f.Activity == c.activity && f.Purpose == c.purpose {
			filing = f
			break
		}
	}
	if c.personal.Known() {
		filing.Access.PersonalData = c.personal
	}
	k, err := filing.Case(*host.Register, c.kind, c.on)
	k.Policy = host.Policy.DPIA
	return k, err
}
