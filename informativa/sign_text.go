package informativa

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wrap breaks text into lines no wider than room at a size of the face. It
// breaks between words; a word wider than a line is broken within, after a mark
// such as those of an address if it can.
func wrap(text string, room, size int, face *[95]uint16) []string {
	most := room * 1000 / size
	var lines []string
	line, used := "", 0
	flush := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line, used = "", 0
	}
	for _, word := range strings.Fields(text) {
		w := width(word, face)
		space := int(face[0])
		if line != "" && used+space+w <= most {
			line += " " + word
			used += space + w
			continue
		}
		flush()
		for w > most {
			cut := breakAt(word, most, face)
			lines = append(lines, word[:cut])
			w -= width(word[:cut], face)
			word = word[cut:]
		}
		line, used = word, w
	}
	flush()
	return lines
}

// breakAt returns where to break a word that is wider than most: after the last
// mark that fits beyond the first third, or else after the last letter that
// fits. It is at least one rune.
func breakAt(word string, most int, face *[95]uint16) int {
	used, mark, cut := 0, 0, 0
	for i, r := range word {
		w := runeWidth(r, face)
		if i > 0 && used+w > most {
			break
		}
		used += w
		cut = i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(word[i:])
			cut = i + size
		}
		if strings.ContainsRune("/-._@?&=", r) && used*3 > most {
			mark = cut
		}
	}
	if mark > 0 {
		return mark
	}
	return cut
}

// width returns the width of a line of text in thousandths of its size.
func width(text string, face *[95]uint16) int {
	sum := 0
	for _, r := range text {
		sum += runeWidth(r, face)
	}
	return sum
}

func runeWidth(r rune, face *[95]uint16) int {
	switch {
	case r >= ' ' && r <= '~':
		return int(face[r-' '])
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	// A letter with an accent is as wide as the letter.
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if base, _ := utf8.DecodeRune(norm.NFD.Properties(buf[:n]).Decomposition()); base > ' ' && base <= '~' {
		return int(face[base-' '])
	}
	return 1000
}

// The widths of the printable ASCII characters in thousandths of the size,
// measured on DejaVu Sans: the widest of the usual faces without serifs, so that
// what fits in it fits in Arial and Liberation Sans too.
var (
	regular = &[95]uint16{
		318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
		636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
		603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
		634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
	}
	bold = &[95]uint16{
		348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696,
		696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
		733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716,
		712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
	}
)
