package main

import (
	"fmt"
	"strings"

	"github.com/boombuler/barcode/qr"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// camera is the sign of the invented Comune's town gates.
func camera() informativa.Sign {
	return informativa.Sign{
		Controller: informativa.Party{Name: "Comune di Roccasilvana", Email: "protocollo@comune.roccasilvana.example"},
		DPO:        informativa.Party{Email: "rpd@comune.roccasilvana.example"},
		Purposes:   []string{"accertare le violazioni della zona a traffico limitato"},
		Recorded:   gdpr.Yes,
		Term:       gdpr.Term{N: 7, Unit: gdpr.Days},
		Impacts:    "Le telecamere leggono le targhe di tutti i veicoli; quelle autorizzate si cancellano subito.",
		Rights:     true,
		Exercise:   "protocollo@comune.roccasilvana.example",
		FullText:   "https://www.comune.roccasilvana.example/privacy/ztl",
	}
}

// coded draws a sign with a QR code of the address of its full text, in the room
// that the library leaves for it.
func coded(s informativa.Sign, tag language.Tag) (string, error) {
	svg, room := s.SVGWithRoom(tag)
	if room.Size == 0 || !strings.HasPrefix(s.FullText, "https://") {
		return s.SVG(tag), nil // a code of words leads nowhere
	}
	code, err := qr.Encode(s.FullText, qr.M, qr.Auto)
	if err != nil {
		return "", err
	}
	side := code.Bounds().Dx()
	var dark strings.Builder
	for y := range side {
		for x := range side {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				fmt.Fprintf(&dark, "M%d %dh1v1h-1z", x, y)
			}
		}
	}
	// A quiet zone of four modules around it (ISO/IEC 18004).
	drawn := fmt.Sprintf(`<svg x="%d" y="%d" width="%d" height="%[3]d" viewBox="-4 -4 %d %[4]d"><rect x="-4" y="-4" width="%[4]d" height="%[4]d" fill="#fff"/><path d="%s" fill="#000" shape-rendering="crispEdges"/></svg>`,
		room.X, room.Y, room.Size, side+8, dark.String())
	end := strings.LastIndex(svg, "</svg>")
	return svg[:end] + drawn + "\n" + svg[end:], nil
}
