package suggest

import (
	"slices"
	"strings"
	"unicode"

	"standpoint/store/text"
)

// word is one word of a stretch of text, or one mark between words.
type word struct {
	text  string    // without a possessive ending
	fold  string    // of text
	span  text.Span // of text
	end   int       // of the word with its possessive ending
	owns  bool      // it has a possessive ending: “Norvia’s”
	mark  bool      // punctuation
	large bool      // it begins with a capital letter
	upper bool      // it is nothing but capital letters, two at least: “NATO”, “U.S.”
}

// span2 is a stretch of words, from the first to before the second.
type span2 [2]int

// wordsOf returns the words and marks of a stretch of a body, in order.
func wordsOf(b *text.Body, s text.Span) []word { return wordsFrom(b.Slice(s), s.Start) }

// wordsFrom returns the words and marks of a stretch of text that begins at a code point.
func wordsFrom(said string, start int) []word {
	runes := []rune(said)
	var all []word
	quoted := false // in ‘single marks’, of which the last looks as what a plural owns does
	for at := 0; at < len(runes); {
		switch {
		case unicode.IsSpace(runes[at]) || unicode.IsMark(runes[at]): // an accent is of the space or mark before it, and begins no word
			at++
		case isLetter(runes[at]):
			w, length := wordAt(runes[at:at+wordEnd(all, runes[at:])], start+at)
			at += length
			if !quoted && w.endsOnApostrophe(runes[at:]) {
				w.takeApostrophe(runes[at:])
				at++
			}
			all = append(all, w)
			if at < len(runes) && runes[at] == '.' && (w.isCutShort(runes[at+1:]) || isOrdinal(all, runes[at+1:])) {
				at++
			}
		default:
			if last := len(all) - 1; last >= 0 && !all[last].mark && isApart(runes, at) { // “Norvia 's fleet”
				all[last].owns, all[last].end = true, start+at+2
				at += 2
				continue
			}
			mark := string(runes[at])
			quoted = runes[at] == '‘' || runes[at] == '\'' && !quoted
			all = append(all, word{
				text: mark, fold: text.Fold(mark), span: text.Span{Start: start + at, End: start + at + 1}, end: start + at + 1, mark: true,
			})
			at++
		}
	}
	return all
}

// wordEnd is where the word must end at the latest with which runes begin: the number of what a news agency sends anew is not joined to the
// word after it, “UPDATE 2-Norvia says”.
func wordEnd(before []word, runes []rune) int {
	if last := len(before) - 1; last >= 0 && before[last].upper && english["sent anew"][before[last].fold] {
		if at := slices.Index(runes[:min(len(runes), mostOfShort)], '-'); at > 0 && unicode.IsDigit(runes[at-1]) {
			return at
		}
	}
	return len(runes)
}

// wordAt reads the word with which runes begin, and how many of them it has.
func wordAt(runes []rune, start int) (w word, length int) {
	length = wordLength(runes)
	written := runes[:length]
	own := ownEnding(written)
	w.owns = own > 0
	written = written[:length-own]
	w.text = string(written)
	w.fold = text.Fold(w.text)
	w.span = text.Span{Start: start, End: start + len(written)}
	w.end = start + length
	w.large = unicode.IsUpper(written[0]) || hasSmallArticle(written)
	w.upper = len(written) > 1 && w.large && !strings.ContainsFunc(w.text, unicode.IsLower)
	return w, length
}

// wordLength is how many runes the word has that they begin with: letters, with what joins two of them, and the stop of an
// abbreviation.
func wordLength(runes []rune) int {
	at := 0
	for at < len(runes) {
		r := runes[at]
		next := at+1 < len(runes) && isLetter(runes[at+1])
		if r == ',' && at > 0 && next && unicode.IsDigit(runes[at-1]) && unicode.IsDigit(runes[at+1]) { // 6,000
			at++
			continue
		}
		if !isLetter(r) && (!strings.ContainsRune("-‐‑'’ʼ.&", r) || !next) {
			break
		}
		at++
	}
	if at < len(runes) && runes[at] == '.' && abbreviates(string(runes[:at])) {
		at++
	}
	return at
}

// abbreviates reports whether a stop after a word belongs to it: after “U.S”, after “Mr”, after the initial of a name. “X” is none: a
// sentence may end on it.
func abbreviates(s string) bool {
	letters := []rune(s)
	fold := text.Fold(s)
	isTitle := courtesies[fold] && !courtesiesInFull[fold] || juniors[fold]
	return len(letters) == 1 && unicode.IsUpper(letters[0]) && s != "X" || strings.Contains(s, ".") || isTitle
}

// hasSmallArticle reports whether a name begins with an article that is joined to it: “al-Sisi”, “el-Sadr”.
func hasSmallArticle(written []rune) bool {
	at := slices.Index(written, '-')
	isJoined := at > 1 && at <= mostOfShort && at+1 < len(written) && unicode.IsUpper(written[at+1])
	return isJoined && arabicArticles[text.Fold(string(written[:at]))]
}

// isApart reports whether ’s stands by itself at a rune, as in texts that part it from its word.
func isApart(runes []rune, at int) bool {
	return isApostrophe(runes[at]) && at > 0 && runes[at-1] == ' ' && at+1 < len(runes) && (runes[at+1] == 's' || runes[at+1] == 'S') &&
		(at+2 == len(runes) || runes[at+2] == ' ')
}

// isCutShort reports whether the stop after a word ends no sentence, as one goes on after it: “Corp., which”, “Inc. in”, “Aug. 11”.
// It is no mark then.
func (w word) isCutShort(rest []rune) bool {
	if len(rest) == 0 || w.owns {
		return false
	}
	if rest[0] == ',' {
		return true
	}
	return len(rest) > 1 && rest[0] == ' ' && (unicode.IsLower(rest[1]) || unicode.IsUpper(rest[1]) && cutShort[w.fold] ||
		unicode.IsDigit(rest[1]) && w.large)
}

// mostOfMonth is how many runes the name of a month has at most, with what stands before and after it.
const mostOfMonth = 16

// isOrdinal reports whether the stop after the last of the words makes it an ordinal. It is no mark then.
func isOrdinal(words []word, rest []rune) bool {
	before, last := "", len(words)-1
	if last > 0 {
		before = words[last-1].text
	}
	return text.IsOrdinal(before, words[last].text, string(rest[:min(len(rest), mostOfMonth)]))
}

// cutShort are what ends the names of companies, before a title or a day that is written large.
var cutShort = english["cut short"]

// ownEnding is how many runes at the end of a word say that something is owned: 2 for ’s, 1 for the ’ of a plural.
func ownEnding(written []rune) int {
	n := len(written)
	if n > 2 && (written[n-1] == 's' || written[n-1] == 'S') && isApostrophe(written[n-2]) {
		return 2
	}
	return 0
}

// endsOnApostrophe reports whether what follows a word is the apostrophe of a plural, and then a word that is no verb of saying: “the
// pilots’ union”.
func (w word) endsOnApostrophe(rest []rune) bool {
	if len(rest) < 3 || w.owns || !strings.HasSuffix(w.fold, "s") || !isApostrophe(rest[0]) || rest[1] != ' ' || !isLetter(rest[2]) {
		return false
	}
	_, says := sayings[text.Fold(string(rest[2:2+wordLength(rest[2:])]))]
	return !says
}

// takeApostrophe adds the apostrophe after a plural. It says that something is owned, but for a name that goes on: “Pilots’ Association”.
func (w *word) takeApostrophe(rest []rune) {
	w.end++
	next, _ := wordAt(rest[2:], 0)
	if w.owns = !w.large || !next.large || isHead(next) || titleWords[next.fold] || isState(w.fold) || firstNames[next.fold]; w.owns {
		return
	}
	w.text += string(rest[0])
	w.fold = text.Fold(w.text)
	w.span.End++
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// isMark reports whether a word is one of these marks.
func (w word) isMark(marks string) bool { return w.mark && strings.Contains(marks, w.text) }

// The marks that end what is said of somebody, and those of quotations.
const (
	clauseMarks = ",;:()–—"
	quoteMarks  = "\"“”„‟«»‹›‘‚「」『』"
)

// spanOf is from the first of some words to the end of the last, without a possessive ending of that.
func spanOf(words []word) text.Span {
	if len(words) == 0 {
		return text.Span{}
	}
	return text.Span{Start: words[0].span.Start, End: words[len(words)-1].span.End}
}
