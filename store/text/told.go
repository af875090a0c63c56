package text

import (
	"strings"
	"unicode"
)

// What Told shows of an edit.
const (
	toldPlaces = 3  // of those that changed
	toldAround = 24 // code points before and after a place, at most
	toldLength = 90 // code points of a place, with what stands around it
	toldGap    = 12 // code points that two places lie apart, at least: else they are one
)

// Told returns what the edit changed, for people: the words before and after, with a few that stand around them. Of several
// places the first are told, with " … " between them; of a long one its beginning and end. Both are "" if the texts are the same.
func (e *Edit) Told() (before, after string) {
	a, b := []rune(e.before.s), []rune(e.after.s)
	places := e.places(a)
	var was, is []string
	for i, p := range places {
		if i == toldPlaces {
			was, is = append(was, ""), append(is, "")
			break
		}
		left, right := p.from.Start, len(a)-p.from.End
		if i > 0 {
			left = min(left, p.from.Start-places[i-1].from.End)
		}
		if i < len(places)-1 {
			right = min(right, places[i+1].from.Start-p.from.End)
		}
		left = wordsBefore(a, p.from.Start, min(left, toldAround))
		right = wordsAfter(a, p.from.End, min(right, toldAround))
		was = append(was, shortened(a[p.from.Start-left:p.from.End+right]))
		is = append(is, shortened(b[p.to.Start-left:p.to.End+right]))
	}
	return strings.TrimSpace(strings.Join(was, " … ")), strings.TrimSpace(strings.Join(is, " … "))
}

// changedPlace is a stretch of the text before, and what stands there now.
type changedPlace struct{ from, to Span }

// places returns what lies between the stretches that both texts have. Places that lie close together are one.
func (e *Edit) places(a []rune) []changedPlace {
	var list []changedPlace
	at := changedPlace{}
	add := func(from, to int) {
		at.from.End, at.to.End = from, to
		if at.from.Empty() && at.to.Empty() {
			return
		}
		if n := len(list) - 1; n >= 0 && at.from.Start-list[n].from.End < toldGap {
			list[n].from.End, list[n].to.End = from, to
			return
		}
		list = append(list, at)
	}
	for _, k := range e.kept {
		add(k.from, k.to)
		at.from.Start, at.to.Start = k.from+k.length, k.to+k.length
	}
	add(len(a), e.after.Len())
	return list
}

// wordsBefore returns how many code points before pos, at most so many, are whole words of its line.
func wordsBefore(a []rune, pos, most int) int {
	n := 0
	for i := 1; i <= most; i++ {
		c := a[pos-i]
		if c == '\n' {
			return i - 1
		}
		if pos-i == 0 || unicode.IsSpace(a[pos-i-1]) {
			n = i
		}
	}
	if n == 0 && most < toldAround {
		return most // a part of a word, up to the place before
	}
	return n
}

// wordsAfter returns how many code points from pos on, at most so many, are whole words of its line.
func wordsAfter(a []rune, pos, most int) int {
	n := 0
	for i := range most {
		if a[pos+i] == '\n' {
			return i
		}
		if pos+i+1 == len(a) || unicode.IsSpace(a[pos+i+1]) {
			n = i + 1
		}
	}
	if n == 0 && most < toldAround {
		return most
	}
	return n
}

// shortened returns words on one line, of long ones the beginning and the end.
func shortened(words []rune) string {
	words = []rune(strings.Join(strings.Fields(string(words)), " "))
	if len(words) <= toldLength {
		return string(words)
	}
	const end = toldLength / 3
	return strings.TrimSpace(string(words[:toldLength-end])) + " … " + strings.TrimSpace(string(words[len(words)-end:]))
}
