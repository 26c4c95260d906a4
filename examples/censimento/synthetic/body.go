package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Body is an invented body: neither it nor its region is on any map.
type Body struct {
	Code, Name, Kind, Region, Supplier string
	supplier                           int
}

var (
	regions = []string{"Altaluna", "Bassofiume", "Collechiaro", "Dunamara", "Erbanova", "Fontelunga", "Grandelago", "Isolavera", "Lagoscuro", "Montevento",
		"Nevesole", "Ombramare", "Pianalta", "Querciadoro", "Rivafredda", "Selvapiana", "Terraluce", "Valdacqua", "Ventoforte", "Zonacalma"}
	suppliers = []string{"in proprio", "Ardesia Web", "Basalto Servizi", "Calcare Digitale", "Diaspro Informatica", "Feldspato Software",
		"Granito Sistemi", "Marmo Enti", "Onice Pubblica", "Porfido Reti", "Quarzo Portali", "Tufo Soluzioni"}
	heads = []string{"Bru", "Calvo", "Dor", "Fel", "Gra", "Lumi", "Mor", "Nar", "Orbe", "Per", "Quer", "Rovi", "Sol", "Tru", "Urba", "Vel", "Zan", "Alve", "Cor", "Tem"}
	cores = []string{"ba", "cia", "do", "fe", "ghi", "la", "mo", "ne", "pi", "ra", "so", "ta", "va", "zo", "lu", "re", "mi", "gno", "sca", "tri"}
	tails = []string{"landa", "mera", "nello", "ponda", "rezza", "sogna", "tolla", "vezzo", "zanda", "brolo", "dino", "fossa", "gliate", "lussa", "monda", "nasca", "pago", "quado", "rupe", "stello"}
	roads = []string{"via del Mulino 4", "piazza del Municipio 1", "via Roma 12", "corso della Repubblica 30", "largo dei Tigli 7"}
)

// kindsOfBody are as frequent as their weight.
var kindsOfBody = []struct {
	kind, name string
	weight     int
}{
	{"comune", "Comune di %s", 76}, {"scuola", "Istituto comprensivo di %s", 10}, {"altro_pubblico", "Consorzio dei servizi di %s", 5},
	{"sanita", "Azienda sanitaria di %s", 3}, {"impresa", "%s Servizi S.r.l.", 3}, {"provincia", "Provincia di %s", 1}, {"universita", "Università di %s", 1}, {"associazione", "Pro Loco di %s", 1},
}

// BodyOf returns the body of that number: the same for the same seed. The names of
// the first 8,000 are all different.
func BodyOf(seed uint64, n int) Body {
	r := rand.New(rand.NewPCG(seed, uint64(n)<<1|1))
	place := heads[n%20] + cores[n/20%20] + tails[n/400%20]
	if n >= 8000 {
		place += fmt.Sprintf(" %d", n/8000+1)
	}
	kind := kindsOfBody[0]
	for w := r.IntN(100); w >= 0; {
		for _, kind = range kindsOfBody {
			if w -= kind.weight; w < 0 {
				break
			}
		}
	}
	s := r.IntN(len(suppliers)) * r.IntN(len(suppliers)) / len(suppliers) // a few have most of the bodies
	return Body{
		Code: fmt.Sprintf("e%06d", n), Name: fmt.Sprintf(kind.name, place), Kind: kind.kind,
		Region: regions[r.IntN(len(regions))], Supplier: suppliers[s], supplier: s,
	}
}

// fill puts the body's own words into a text.
func (b Body) fill(text string) string {
	host := strings.ToLower(strings.NewReplacer(" ", "-", ".", "", "à", "a").Replace(b.Name)) + ".example"
	return strings.NewReplacer(
		"{ente}", b.Name, "{via}", roads[len(b.Name)%len(roads)], "{tel}", "0123 45"+b.Code[len(b.Code)-4:],
		"{mail}", "privacy@"+host, "{pec}", "protocollo@pec."+host, "{rpd}", "rpd@"+host, "{sito}", "www."+host,
	).Replace(text)
}
