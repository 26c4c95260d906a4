package informativa

import (
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Layer is which part of the information a text is. The zero value is a notice
// that says all of it; the others are first layers, which say what matters most
// and refer to a whole notice.
//
// Law: GDPR 12(1); WP260 35-36; EDPB 3/2019 110-114.
type Layer uint8

// The layers.
//
//words:label informativa.part
const (
	WholeNotice Layer = iota // whole: all the information in one text
	FirstLayer               // first_layer: a short notice that refers to the whole one
	AreaSign                 // sign: a sign at the edge of an area under cameras
	SiteBanner               // banner: what a site shows on the first visit, on its cookies
	FormNote                 // form: the lines at the foot of a form, which refer to the whole notice
)

// The findings of [Reading.Check] on a first layer.
const (
	CodeLayerController gdpr.Code = "informativa.layer.controller" // warning: the short notice doesn't name the controller
	CodeLayerPurposes   gdpr.Code = "informativa.layer.purposes"   // warning: the short notice doesn't tell the purposes
	CodeLayerRights     gdpr.Code = "informativa.layer.rights"     // warning: the short notice doesn't mention the rights of the person
	CodeLayerCookies    gdpr.Code = "informativa.layer.cookies"    // warning: the banner doesn't mention cookies
	CodeLayerWhole      gdpr.Code = "informativa.layer.whole"      // warning: it isn't said where the whole notice is to be found
)

// What guidance wants a first layer to hold is a warning: the law wants the
// information given, in one text or in two.
var (
	rowLayerController = find.Warning(CodeLayerController, "GDPR 12(1)", "WP260 36")
	rowLayerPurposes   = find.Warning(CodeLayerPurposes, "GDPR 12(1)", "WP260 36")
	rowLayerRights     = find.Warning(CodeLayerRights, "GDPR 12(1)", "WP260 36")
	rowLayerCookies    = find.Warning(CodeLayerCookies, "Codice 122(1)")
	rowLayerWhole      = find.Warning(CodeLayerWhole, "GDPR 12(1)", "WP260 35")
)

// layered says what a first layer lacks: who the controller is, for what data are
// processed, that there are rights, and where the rest is told; of a banner, the
// cookies and where the rest is told.
func (c *checker) layered(r Reading) {
	lacks := func(there bool, row find.Row, where string) {
		if there {
			return
		}
		if c.in.Layer == AreaSign {
			row = row.By("GDPR 12(1)", "EDPB 3/2019 114")
		}
		c.Add(row, where)
	}
	if c.in.Layer == SiteBanner {
		lacks(r.Has(Cookies), rowLayerCookies, Cookies.String())
	} else {
		lacks(r.Has(Controller), rowLayerController, Controller.String())
		lacks(r.Has(Purposes), rowLayerPurposes, Purposes.String())
		lacks(r.rights || r.namesRight() || len(r.rightsByArticle()) > 0, rowLayerRights, RightAccess.String())
	}
	lacks(r.refers, rowLayerWhole, "")
}

// rightElements are the elements that are rights of the person.
var rightElements = [...]Element{RightAccess, RightRectification, RightErasure, RightRestriction, RightObjection, RightPortability}

// namesRight reports whether the text names one of the rights.
func (r Reading) namesRight() bool {
	return slices.ContainsFunc(rightElements[:], r.Has)
}
