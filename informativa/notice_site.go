package informativa

import (
	"github.com/b58db29f/gdpr"
)

// Site is what the notice of a web site says besides.
//
// Law: Web notice 1; Web notice 6; Web notice 7; Web notice 8; Web notice 12.
type Site struct {
	Address   string    `json:"address,omitempty"`   // the site for which the notice holds
	Links     bool      `json:"links"`               // does it say that it doesn't hold for other sites reached by links?
	Browsing  *Browsing `json:"browsing,omitempty"`  // data that browsing leaves
	Voluntary string    `json:"voluntary,omitempty"` // what happens with data sent by e-mail or forms
	CookieUse CookieUse `json:"cookie_use,omitempty"`
	Cookies   []Cookie  `json:"cookies,omitempty"`
	Mailing   *Mailing  `json:"mailing,omitempty"` // institutional e-mail to registered users
}

// Browsing is what a notice says of the data that browsing leaves: addresses,
// times, requests.
//
// Law: Web notice 6.
type Browsing struct {
	Data   []string  `json:"data,omitempty"` // "indirizzi IP"
	Use    string    `json:"use,omitempty"`  // "statistiche anonime e controllo del funzionamento"
	Term   gdpr.Term `json:"term,omitzero"`  // how long they are kept
	Crimes bool      `json:"crimes"`         // longer only to establish crimes against the site
}

// CookieUse tells what a notice says of cookies. The zero value is nothing.
//
// Law: Web notice 8; Codice 122(1).
type CookieUse uint8

// What a notice can say of cookies.
//
//words:label informativa.cookies
const (
	NoCookies   CookieUse = iota + 1 // none: that there are none
	WithCookies                      // some: that there are some, as listed
)

// Cookie is a kind of cookie that a site sets.
//
// Law: Web notice 8; Codice 122(1); Garante 231/2021.
type Cookie struct {
	Kind       CookieKind  `json:"kind,omitempty"`
	Use        string      `json:"use,omitempty"`      // "ricordare la lingua scelta"
	Persistent bool        `json:"persistent"`         // stays after the browser is closed
	Term       gdpr.Term   `json:"term,omitzero"`      // how long a persistent one stays
	Third      string      `json:"third,omitempty"`    // the third party that reads it, if any
	Masked     bool        `json:"masked,omitempty"`   // a third party gets aggregated or masked data alone
	Aggregate  gdpr.Answer `json:"aggregate,omitzero"` // statistics for its owner: aggregate, and of one site alone?
	Consent    bool        `json:"consent,omitempty"`
}

// CookieKind is what a cookie is for. The zero value is not given.
//
// Law: Garante 231/2021.
type CookieKind uint8

// The kinds of cookie.
//
//words:label informativa.cookie
const (
	Technical CookieKind = iota + 1 // technical: needed to give the service that was asked for
	Analytics                       // analytics: to measure the use of the site
	Profiling                       // profiling: to follow people and show them what fits
)

// needsConsent tells whether a cookie of the kind needs consent: not a technical
// one, and not one that counts as such because it measures the use of one site in
// the aggregate for its owner, or for a third party that gets masked data alone.
func (c Cookie) needsConsent() bool {
	if c.Kind == Analytics {
		return given(c.Third) && !c.Masked || c.Aggregate == gdpr.No
	}
	return c.Kind == Profiling
}

// Mailing is what a notice says of institutional e-mail to registered users.
//
// Law: Web notice 12.
type Mailing struct {
	Use    string `json:"use,omitempty"` // "avvisi su scadenze e servizi"
	OptOut bool   `json:"opt_out"`       // does it say that one can be taken off the list at any time?
	How    string `json:"how,omitempty"` // how: "con il collegamento in fondo a ogni messaggio"

	// Pixels: do the messages hold images that tell when they are opened? Then they
	// need consent, which can be withdrawn without leaving the list.
	Pixels       gdpr.Answer `json:"pixels,omitzero"`
	PixelConsent bool        `json:"pixel_consent,omitempty"` // is it asked for?
}
