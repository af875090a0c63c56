package text

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
)

// Finder finds in a text what a person typed: words and operators, a [Query], or a regular expression, a [Pattern].
type Finder interface {
	// Find returns where what is looked for stands, the best places alone, and whether the body is as it is wanted.
	Find(b *Body) (spans []Span, found bool)
	// Places returns all places that are to be marked in the body, in text order and without overlaps.
	Places(b *Body) []Span
}

// Pattern is a regular expression in the syntax of RE2, which takes a time that grows with the text and not faster. Upper and lower case
// are the same to it, and ^ and $ are the ends of lines, unless it says otherwise; accents are what they are.
type Pattern struct{ re *regexp.Regexp }

// LongestPattern is how many code points a pattern may have.
const LongestPattern = 1000

// mostPlaces is how many places of one text a pattern is looked for in.
const mostPlaces = 100_000

// ParsePattern reads a pattern. What is wrong with one is told in a sentence that says at which code point, counted from 1.
func ParsePattern(typed string) (Pattern, error) {
	if n := utf8.RuneCountInString(typed); n > LongestPattern {
		return Pattern{}, say.Errorf("The regular expression has %d characters; it may have %d.", n, LongestPattern)
	}
	re, err := regexp.Compile(`(?im)` + typed)
	if err == nil {
		return Pattern{re}, nil
	}
	_, err = syntax.Parse(typed, syntax.Perl) // without what was put before it
	var wrong *syntax.Error
	if !errors.As(err, &wrong) {
		return Pattern{}, say.Errorf("The regular expression is too large. Make its repeats smaller.")
	}
	return Pattern{}, wrongPattern(typed, wrong)
}

// wrongPattern says what is wrong with a pattern, and where.
func wrongPattern(typed string, wrong *syntax.Error) error {
	at := utf8.RuneCountInString(typed[:wrongAt(typed, wrong)]) + 1
	switch wrong.Code {
	case syntax.ErrMissingParen:
		return say.Errorf("Regular expression: the bracket ( at character %d is not closed.", at)
	case syntax.ErrUnexpectedParen:
		return say.Errorf("Regular expression: the bracket ) at character %d closes nothing.", at)
	case syntax.ErrMissingBracket:
		return say.Errorf("Regular expression: the set that begins with [ at character %d is not closed.", at)
	case syntax.ErrMissingRepeatArgument:
		return say.Errorf("Regular expression: nothing stands before “%s” at character %d that could be repeated.", wrong.Expr, at)
	case syntax.ErrInvalidRepeatOp:
		return say.Errorf("Regular expression: “%s” at character %d repeats a repeat.", wrong.Expr, at)
	case syntax.ErrInvalidRepeatSize:
		return say.Errorf("Regular expression: “%s” at character %d repeats too often; 1,000 times is the most.", wrong.Expr, at)
	case syntax.ErrInvalidCharRange:
		return say.Errorf("Regular expression: “%s” at character %d is no range or class of characters.", wrong.Expr, at)
	case syntax.ErrTrailingBackslash:
		return say.Errorf("Regular expression: nothing follows the backslash at character %d.", at)
	case syntax.ErrLarge, syntax.ErrNestingDepth:
		return say.Errorf("The regular expression is too large. Make its repeats smaller.")
	}
	return say.Errorf("Regular expression: “%s” at character %d cannot be read.", wrong.Expr, at)
}

// wrongAt is the byte at which what is wrong with a pattern begins.
func wrongAt(typed string, wrong *syntax.Error) int {
	switch wrong.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen:
		return unpairedBracket(typed)
	case syntax.ErrTrailingBackslash:
		return len(typed) - 1
	}
	// The same may stand before where it is right: the shortest beginning that is wrong in this way ends where it ends.
	for end := range typed {
		var same *syntax.Error
		if _, err := syntax.Parse(typed[:end], syntax.Perl); errors.As(err, &same) && *same == *wrong && strings.HasSuffix(typed[:end],
			same.Expr) {
			return end - len(same.Expr)
		}
	}
	return max(0, strings.LastIndex(typed, wrong.Expr))
}

// unpairedBracket is the first closing bracket that closes nothing, else the last opening one that is not closed.
func unpairedBracket(typed string) int {
	var open []int
	inSet, literal := false, false
	for i := 0; i < len(typed); i++ {
		switch c := typed[i]; {
		case literal:
			if strings.HasPrefix(typed[i:], `\E`) {
				literal, i = false, i+1
			}
		case c == '\\':
			i++
			literal = !inSet && i < len(typed) && typed[i] == 'Q'
		case inSet:
			inSet = c != ']'
		case c == '[':
			inSet = true
			if rest := strings.TrimPrefix(typed[i+1:], "^"); strings.HasPrefix(rest, "]") { // a first ] is one of the set
				i = len(typed) - len(rest)
			}
		case c == '(':
			open = append(open, i)
		case c == ')':
			if len(open) == 0 {
				return i
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[len(open)-1]
	}
	return 0
}

// Find implements [Finder]: all places are the best ones.
func (p Pattern) Find(b *Body) (spans []Span, found bool) {
	spans = p.Places(b)
	return spans, len(spans) > 0
}

// Places implements [Finder]. What the pattern finds between two characters is no place.
func (p Pattern) Places(b *Body) []Span {
	var spans []Span
	for _, at := range p.re.FindAllStringIndex(b.String(), mostPlaces) {
		if at[0] == at[1] {
			continue
		}
		span := b.Snap(Span{b.Position(at[0]), b.Position(at[1])})
		if last := len(spans) - 1; last >= 0 && span.Start < spans[last].End {
			spans[last].End = max(spans[last].End, span.End)
			continue
		}
		spans = append(spans, span)
	}
	return slices.Clip(spans)
}
