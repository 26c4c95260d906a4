// Package wordscan finds patterns of words in running text, in one pass, in
// time linear in the length of the text whatever the patterns and the text.
//
// # Rule files
//
// A rule set is a number of files, read in the order of their names. A line that begins with a blank goes on with the line before.
// What follows "# " at the start of a line, or "  # " within it, is a comment.
// The lines are:
//
//	skip il lo la         words of no width: no gap counts them, and a pattern
//	                      leaves them out or demands them in quotes
//	abbreviation art par  words whose full stop ends no sentence
//	mark italian il della words that are counted under a name
//	NAME = pattern        a pattern that later lines may use by its name
//	[output]              the rules that follow speak for this output
//	[output body]         the same, but what ends in a heading doesn't count
//	[output whole]        a value, which means the same with a blank behind it, and
//	                      of which every place is wanted, not the first hundred
//	blank xxx             words that stand for what was to be written
//	label titolare        words that labels begin with
//	fill inserire         words that, first in brackets, ask for what is to be written
//	field nome            words that, first in square brackets, name it
//	mailbox dpo           words of an address of mail that are read; the others aren't
//	+ pattern             says that the output is there
//	- pattern             takes back what ends within it, and keeps off what
//	                      would begin within it
//
// # Patterns
//
//	word          the word; case and accents don't matter, but è isn't e
//	größe         also written groesse: German letters may be written apart
//	word*         a word that begins so
//	"di"          a word of no width, demanded all the same
//	a b           one after the other, with words of no width between them
//	a ..5 b       up to five words between them, in the same sentence
//	a >>40 b      up to forty, over the ends of sentences too
//	a | b, (a b)  either; a group
//	[a]           a or nothing
//	~(a | b)3 c   c, unless a or b ended within the three words before it, in
//	              the same sentence
//	&(a | b)3 c   c, only if a or b ended so
//	^ a           a as the first word of a sentence, an item or a line
//	# a           a in a heading
//	<num>         a number in digits; <email>, <pec> (certified mail), <url>
//	<blank>       what was to be filled in and isn't: "____", "[NOME ENTE]"
//	<item>        where what was announced begins: after a colon, at an item of a
//	              list, a cell of a table, the text below a heading; of no width
//	NAME          a pattern defined before
//
// # Text
//
// Text is plain or Markdown, in UTF-8; other bytes end words. Letters are
// compared without case and accents, composed or not; a letter's accent may be
// written as an apostrophe after it (e', puo'), and an apostrophe between
// letters parts two words (l'utente). Soft hyphens, and hyphens that break a
// word at the end of a line, are not seen. The address of a link is a <url>,
// whatever words are in it.
//
// Sentences end with a stop, an empty line, a heading or an item of a list. A
// heading is a line that begins with #, or a short line alone without a closing
// stop. A semicolon ends no sentence, but what it parts doesn't stand side by
// side.
//
// A blank is no content: what was found by the words just before it, or around
// it, isn't found. It may be a row of lines or dots, a template in brackets, a
// dash or "n/d" alone behind a colon or in a cell, or nothing at all behind a
// label. A line is no heading if the text goes on in the next, by a small letter
// or after a word that wants another.
//
// # Machine
//
// A reader takes the text apart into tokens, some hundred at a time: the words
// that patterns know, with their time, counted in words, and what stands between
// them. The words of all patterns make one automaton over bytes, which reads a
// word and says which it is.
//
// The places in all patterns make a graph without circles, those that begin alike
// sharing their beginning. For each place the machine keeps when it was last
// reached: the latest time is all that matters, because a gap
// sets only an upper limit. So nothing is ever tried twice, and the work per
// word is bounded by the patterns that the word stands in. A set of bits tells
// which places were reached of late, so that most of what a word might go on
// with is passed over, sixty-four places at once.
//
// # Speed
//
// What a scan costs is neither instructions nor memory. Over the same few kilobytes
// again and again, when the processor foresees every branch, it goes more than twice
// as fast as through a long text: some five branches a word go one way or the other as
// the text has it, most of them where a pattern may go on. To count what is live
// instead of asking for it was tried, and to load ahead, and smaller tables: none
// gained what can be told from noise. A scan gets slower with the rules that the
// commonest words begin: fewer places there is what would help.
package wordscan
