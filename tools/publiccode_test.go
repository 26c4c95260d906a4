package tools

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// publiccode holds the keys of the publiccode.yml standard, version 0.7, that
// this repository uses. Any other key is an error: it is either none of the
// standard's, or deprecated, or has to be added here with its check.
type publiccode struct {
	SoftwareVersion   string   `yaml:"softwareVersion"`
	ReleaseDate       string   `yaml:"releaseDate"`
	Version           string   `yaml:"publiccodeYmlVersion"`
	Name              string   `yaml:"name"`
	URL               string   `yaml:"url"`
	DevelopmentStatus string   `yaml:"developmentStatus"`
	SoftwareType      string   `yaml:"softwareType"`
	Platforms         []string `yaml:"platforms"`
	Categories        []string `yaml:"categories"`
	IntendedAudience  struct {
		Scope     []string `yaml:"scope"`
		Countries []string `yaml:"countries"`
	} `yaml:"intendedAudience"`
	Supports []struct {
		ID string `yaml:"id"`
	} `yaml:"supports"`
	Description map[string]description `yaml:"description"`
	Legal       struct {
		License            string `yaml:"license"`
		MainCopyrightOwner string `yaml:"mainCopyrightOwner"`
	} `yaml:"legal"`
	Maintenance struct {
		Type     string `yaml:"type"`
		Contacts []struct {
			Name string `yaml:"name"`
		} `yaml:"contacts"`
	} `yaml:"maintenance"`
	Localisation struct {
		LocalisationReady  *bool    `yaml:"localisationReady"`
		AvailableLanguages []string `yaml:"availableLanguages"`
	} `yaml:"localisation"`
}

type description struct {
	ShortDescription string   `yaml:"shortDescription"`
	LongDescription  string   `yaml:"longDescription"`
	Documentation    string   `yaml:"documentation"`
	Features         []string `yaml:"features"`
}

const (
	home    = "https://github.com/b58db29f/gdpr"
	license = "BSD-3-Clause"
	owner   = "the gdpr authors"
)

// check reads a publiccode.yml and returns what is wrong with it: against the
// standard, or against what this repository is.
func check(data []byte) error {
	var p publiccode
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&p); err != nil {
		return err
	}

	var faults []error
	fault := func(ok bool, key string, value any) {
		if !ok {
			faults = append(faults, fmt.Errorf("%s: %v", key, value))
		}
	}
	oneOf := func(key, value string, allowed ...string) {
		fault(slices.Contains(allowed, value), key, value)
	}
	length := func(key, s string, least, most int) {
		n := utf8.RuneCountInString(strings.TrimSpace(s))
		fault(least <= n && n <= most, key, fmt.Sprintf("%d characters, not %d to %d", n, least, most))
	}
	tag := func(key, s string) {
		_, err := language.Parse(s)
		fault(err == nil, key, s)
	}
	link := func(key, s string) {
		u, err := url.Parse(s)
		fault(err == nil && u.Scheme == "https" && u.Host != "", key, s)
	}

	oneOf("publiccodeYmlVersion", p.Version, "0.7", "0.7.0")
	oneOf("name", p.Name, "gdpr")
	oneOf("url", p.URL, home)
	oneOf("developmentStatus", p.DevelopmentStatus, "concept", "development", "beta", "stable", "obsolete")
	oneOf("softwareType", p.SoftwareType, "library")

	fault(len(p.Platforms) > 0, "platforms", "none")
	for _, s := range p.Platforms {
		oneOf("platforms", s, "web", "windows", "mac", "linux", "ios", "android")
	}
	// Of the standard's vocabularies only the words that could fit this library.
	for _, s := range p.Categories {
		oneOf("categories", s, "application-development", "compliance-management", "it-development", "regulations-and-directives")
	}
	for _, s := range p.IntendedAudience.Scope {
		oneOf("intendedAudience.scope", s, "government", "justice", "local-authorities", "society")
	}
	for _, s := range p.IntendedAudience.Countries {
		oneOf("intendedAudience.countries", s, "IT")
	}
	for _, s := range p.Supports {
		if alias, ok := strings.CutPrefix(s.ID, "alias:"); ok {
			oneOf("supports", alias, "gdpr", "eidas", "nis2", "cra")
			continue
		}
		link("supports", s.ID)
	}

	fault(len(p.Description) > 0, "description", "none")
	for lang, text := range p.Description {
		key := "description." + lang
		tag(key, lang)
		length(key+".shortDescription", text.ShortDescription, 1, 150)
		fault(!strings.Contains(strings.TrimSpace(text.ShortDescription), "\n"), key+".shortDescription", "more than one line")
		length(key+".longDescription", text.LongDescription, 150, 10_000)
		link(key+".documentation", text.Documentation)
		fault(len(text.Features) > 0, key+".features", "none")
		for _, feature := range text.Features {
			length(key+".features", feature, 1, 150)
		}
	}

	oneOf("legal.license", p.Legal.License, license)
	oneOf("legal.mainCopyrightOwner", p.Legal.MainCopyrightOwner, owner)

	oneOf("maintenance.type", p.Maintenance.Type, "internal", "community")
	fault(len(p.Maintenance.Contacts) > 0, "maintenance.contacts", "none")
	for _, contact := range p.Maintenance.Contacts {
		fault(contact.Name != "", "maintenance.contacts", "without a name")
	}

	fault(p.Localisation.LocalisationReady != nil, "localisation.localisationReady", "not given")
	for _, lang := range []string{"it", "en"} {
		fault(slices.Contains(p.Localisation.AvailableLanguages, lang), "localisation.availableLanguages", "without "+lang)
		_, described := p.Description[lang]
		fault(described, "description", "without "+lang)
	}
	for _, lang := range p.Localisation.AvailableLanguages {
		tag("localisation.availableLanguages", lang)
	}
	return errors.Join(faults...)
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPubliccode(t *testing.T) {
	if err := check(read(t, "../publiccode.yml")); err != nil {
		t.Error(err)
	}
}

func TestPubliccodeAgreesWithTheRepository(t *testing.T) {
	text := string(read(t, "../LICENSE"))
	for _, want := range []string{"BSD 3-Clause License", owner} {
		if !strings.Contains(text, want) {
			t.Errorf("LICENSE doesn't say %q", want)
		}
	}
	module, _, _ := strings.Cut(string(read(t, "../go.mod")), "\n")
	if want := "module " + strings.TrimPrefix(home, "https://"); module != want {
		t.Errorf("go.mod begins with %q, not %q", module, want)
	}
}

// TestCheckFindsFaults breaks the file in one place at a time; the check must
// say where.
func TestCheckFindsFaults(t *testing.T) {
	data := string(read(t, "../publiccode.yml"))
	long := data[strings.Index(data, "    longDescription:"):strings.Index(data, "    documentation:")]
	for _, c := range []struct{ old, broken, says string }{
		{`publiccodeYmlVersion: "0.7"`, `publiccodeYmlVersion: "7"`, "publiccodeYmlVersion"},
		{"name: gdpr\n", "name: \"\"\n", "name"},
		{"name: gdpr\n", "name: gdpr\nsurname: gdpr\n", "surname"},
		{"url: \"" + home, "url: \"http://example.org", "url"},
		{"developmentStatus: beta", "developmentStatus: ready", "developmentStatus"},
		{"softwareType: library", "softwareType: addon", "softwareType"},
		{"  - linux", "  - amiga", "platforms"},
		{"  - compliance-management", "  - compliance", "categories"},
		{"    - local-authorities", "    - comuni", "intendedAudience.scope"},
		{"    - IT\n", "    - it\n", "intendedAudience.countries"},
		{"alias:gdpr", "alias:rgpd", "supports"},
		{"https://eur-lex", "eur-lex", "supports"},
		{"  en:\n", "  english_:\n", "description.english_"},
		{"  en:\n", "  fr:\n", "description: without en"},
		{"shortDescription: Libreria", "shortDescription: " + strings.Repeat("a", 150) + " Libreria", "description.it.shortDescription"},
		{long, "    longDescription: breve\n", "description.it.longDescription"},
		{"documentation: \"https:", "documentation: \"ftp:", "description.it.documentation"},
		{"license: BSD-3-Clause", "license: BSD", "legal.license"},
		{"mainCopyrightOwner: the", "mainCopyrightOwner: some", "legal.mainCopyrightOwner"},
		{"type: community", "type: contract", "maintenance.type"},
		{"    - name: the gdpr authors", "    []", "maintenance.contacts"},
		{"    - name: the gdpr authors", "    - name: \"\"", "maintenance.contacts"},
		{"localisationReady: true", "localisationReady: null", "localisation.localisationReady"},
		{"    - it\n    - en", "    - en", "localisation.availableLanguages"},
		{"    - it\n    - en", "    - it\n    - en\n    - lingua_", "localisation.availableLanguages"},
	} {
		if !strings.Contains(data, c.old) {
			t.Errorf("publiccode.yml doesn't have %q", c.old)
			continue
		}
		err := check([]byte(strings.Replace(data, c.old, c.broken, 1)))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("with %q for %q the check says %v, nothing of %s", c.broken, c.old, err, c.says)
		}
	}
}
