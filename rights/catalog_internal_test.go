package rights

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/enum"
)

// rules are all rules of the package; the test below finds one left out by its
// sentences, which nobody would use.
var rules = []*rule{
	&access, &fullCopy, &portable, &safeguarded, &unidentified, &unable, &further, &sharing, &police, &byProcedure, &standingOfTheLiving, &toCourt, &remedyOfUnion, &courtOfUnion, &needsConsentOfPrivate,
	&doorPersonal, &doorDocuments, &doorSimple, &doorGeneral, &doorCouncil, &eraseWithdrawn, &transmit, &rectification, &erasure, &restriction, &restrictedUse, &portability, &objection, &automated,
	&standing, &identity, &abuse, &fee, &needsConsent, &remedy,
	&cooperate[ToAccess], &stopObjected, &stopWithdrawn, &tellRestricted, &tellBeforeLifting, &tellControllers, &tellRecipients, &nameRecipients, &answerGarante, &obeyGarante,
}

// TestCatalog holds everything that the package can say against its sentences:
// none is missing, none is left over, both languages are there.
func TestCatalog(t *testing.T) {
	said := map[string]bool{}
	for _, code := range constants(t) {
		said[code] = true
	}
	for _, r := range rules {
		for _, g := range slices.Concat(r.grounds, r.excepts, r.limited) {
			said[string(g.code)] = true
			_, err := gdpr.ParseProvision(string(g.law))
			require.NoError(t, err)
		}
		for _, q := range r.questions {
			said[string(q.Code)] = true
		}
		for _, reason := range []gdpr.Reason{r.yes, r.no} {
			if reason.Code != "" {
				said[string(reason.Code)] = true
				_, err := gdpr.ParseProvision(string(reason.Provision))
				require.NoError(t, err)
			}
		}
	}
	for _, table := range []enum.Table{rightWords, stateWords, dutyWords, extentWords, interestWords, groundWords, doorWords, silenceWords, matterWords, forumWords, extensionGroundWords, letterKindWords, itemWords, actingWords, capacityWords, endingWords, channelWords, formWords, causeWords, consentStateWords} {
		for _, word := range table.Words[1:] {
			said[table.Key+word] = true
		}
	}
	for _, code := range []string{"none", "disproportionate", "partial", "deferred", "excluded", "prejudice", "restricted"} {
		said["rights.limit."+code] = true
	}
	said["rights.restricted.prejudice.ask"] = true
	for key, sentence := range letterSentences(t) {
		if sentence {
			said[key] = true
		}
	}
	for e := range catalog.Entries() {
		if !strings.HasPrefix(e.Key, "rights.") {
			continue
		}
		require.True(t, said[e.Key], "%s is never said", e.Key)
		require.NotEmpty(t, e.Say[0].Other, e.Key)
		require.NotEmpty(t, e.Say[1].Other, e.Key)
		delete(said, e.Key)
	}
	require.Empty(t, said, "without a sentence")
}

// constants returns the values of all constants of type gdpr.Code in the
// package.
func constants(t *testing.T) (codes []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if of, ok := spec.Type.(*ast.SelectorExpr); ok && of.Sel.Name == "Code" {
				code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				codes = append(codes, code)
			}
			return true
		})
	}
	require.Greater(t, len(codes), 50)
	return codes
}

// letterSentences returns the keys of what letters say: their parts, and the
// words around them, which stand in the source as constants; a part that is a
// line with a label has the name of its item instead.
func letterSentences(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	tables := append([][]part{
		opening, free, contact, remedies, acknowledgedParts, identityParts, clarificationParts, extensionParts, leftOut, deniedParts, cantParts, nothingParts,
		feeParts, forwardedParts, forwardedToParts, recipientParts, controllerParts, liftingParts, garanteParts,
		outcomeParts(nil), policeOpening, policeFree, policeAcknowledged, policeThrough, policeContact, policeFee, policeNothing, policeToThem,
		policeRefusal(ToAccess).parts, policeRefusal(ToErasure).parts,
	}, append(append([][]part(nil), grantedParts[:]...), policeGranted[:]...)...)
	for _, table := range tables {
		for _, p := range table {
			keys["rights.part."+p.key] = !p.field
		}
	}
	for _, word := range []string{"body", "office", "name", "day", "protocol", "subject", "yours", "dear", "regards", "signed", "blank", "garante", "authority", "of", "yours_data", "law"} {
		keys["rights.sheet."+word] = true
	}
	for right := ToAccess; right.Valid(); right++ {
		keys["rights.sheet.asks."+right.String()] = true
	}
	for _, word := range actingWords.Words[1:] {
		keys["rights.sheet.acting."+word] = true
	}
	return keys
}
