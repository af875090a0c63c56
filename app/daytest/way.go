package daytest

import (
	"slices"
	"strings"
	"unicode"

	"standpoint/store/text"
)

// Way knows the keys that lead from one place of a text to another.
type Way struct {
	body *text.Body
	to   [][]int // by key of the keys below, and by place: where it leads
}

// keys move the caret, as the text of an article has them; with Shift they select what they pass.
var keys = []struct {
	name string
	to   func(b *text.Body, pos int) int
}{
	{"Left", func(_ *text.Body, pos int) int { return pos - 1 }},
	{"Right", func(_ *text.Body, pos int) int { return pos + 1 }},
	{"Ctrl+Left", (*text.Body).PrevWord},
	{"Ctrl+Right", (*text.Body).NextWord},
	{"Ctrl+PageUp", (*text.Body).PrevSentence},
	{"Ctrl+PageDown", (*text.Body).NextSentence},
	{"Ctrl+Home", func(*text.Body, int) int { return 0 }},
	{"Ctrl+End", func(b *text.Body, _ int) int { return b.Len() }},
}

// NewWay learns where each key leads from each place of a text, in which every code point is a character.
func NewWay(b *text.Body) *Way {
	w := &Way{body: b, to: make([][]int, len(keys))}
	for k := range keys {
		w.to[k] = make([]int, b.Len()+1)
		for pos := range w.to[k] {
			w.to[k][pos] = min(max(keys[k].to(b, pos), 0), b.Len())
		}
	}
	return w
}

// Select is the keys that select a span from where the caret is, as few as can be. The caret is at the end of the span then.
func (w *Way) Select(caret int, s text.Span) []string {
	way := w.between(caret, s.Start)
	for _, key := range w.between(s.Start, s.End) {
		if name, control := strings.CutPrefix(key, "Ctrl+"); control {
			way = append(way, "Ctrl+Shift+"+name)
		} else {
			way = append(way, "Shift+"+key)
		}
	}
	return way
}

// between is the keys from one place to another.
func (w *Way) between(from, to int) []string {
	by, before := make([]int, w.body.Len()+1), make([]int, w.body.Len()+1)
	for pos := range by {
		by[pos] = -1
	}
	for queue := []int{from}; len(queue) > 0 && by[to] < 0; queue = queue[1:] {
		for k := range keys {
			if next := w.to[k][queue[0]]; by[next] < 0 && next != from {
				by[next], before[next] = k, queue[0]
				queue = append(queue, next)
			}
		}
	}
	var way []string
	for pos := to; pos != from; pos = before[pos] {
		way = append(way, keys[by[pos]].name)
	}
	slices.Reverse(way)
	return way
}

// Find is where words first stand in the text, as whole words; false if nowhere.
func (w *Way) Find(words string) (text.Span, bool) {
	for from := 0; ; {
		at := strings.Index(w.body.String()[from:], words)
		if at < 0 {
			return text.Span{}, false
		}
		found := text.Span{Start: w.body.Position(from + at), End: w.body.Position(from + at + len(words))}
		if !unicode.IsLetter(w.body.RuneAt(found.Start-1)) && !unicode.IsLetter(w.body.RuneAt(found.End)) {
			return found, true
		}
		from += at + len(words)
	}
}
