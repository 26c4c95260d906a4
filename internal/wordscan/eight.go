package wordscan

// load returns eight bytes of text, the first as the lowest.
func load[Text ~string | ~[]byte](text Text, i int) uint64 {
	b := text[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const lows, tops = 0x0101010101010101, 0x8080808080808080

// hasByte reports whether one of eight bytes is c.
func hasByte(eight uint64, c byte) bool {
	x := eight ^ lows*uint64(c)
	return (x-lows)&^x&tops != 0
}

// blanks returns the top bit of each of eight bytes that is a blank or a
// control character.
func blanks(eight uint64) uint64 {
	return ^((eight&^tops + lows*(0x7f-' ')) | eight) & tops
}
