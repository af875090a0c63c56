// Package say keeps what the program says to people so that it can be said in their language: the English sentence with
// its verbs, which is the key of its translation, beside what fills them. It knows no language but English and nobody who
// says anything.
package say

import (
	"errors"
	"fmt"
	"strconv"
)

// Sentence is a whole sentence, or several. Another language may order it otherwise, so it is never put together from pieces: a
// choice between two sentences is made by whoever makes it.
type Sentence struct {
	Format string // English, with the verbs of package fmt; of what is counted, the form for many
	Args   []any  // what fills the verbs; see In for those that are translated too

	counted bool
	n       int
	english string
}

// Of makes a sentence.
func Of(format string, args ...any) Sentence {
	return Sentence{Format: format, Args: args, english: fmt.Sprintf(format, args...)}
}

// Many makes a sentence whose form hangs on a number. Both forms have the same verbs; a language may have more forms, or one.
func Many(n int, one, many string, args ...any) Sentence {
	s := Sentence{Format: many, Args: args, counted: true, n: n, english: fmt.Sprintf(many, args...)}
	if n == 1 {
		s.english = fmt.Sprintf(one, args...)
	}
	return s
}

// String returns the sentence in English.
func (s Sentence) String() string { return s.english }

// IsZero reports whether nothing is said.
func (s Sentence) IsZero() bool { return s.Format == "" }

// Word is a name of the program's own that stands by itself in a sentence, as after a colon or in brackets, where no language
// inflects it: "external id".
type Word string

// Number is shown with what a language sets between its thousands: 1,204.
type Number int

// String returns the number as English has it.
func (n Number) String() string {
	digits := strconv.Itoa(int(n))
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Language is how a language says what is English here. Each method gives back what it was given where it knows nothing better.
type Language interface {
	Translate(format string) string
	TranslateMany(format string, n int) string // the form that the language has for that number
	TranslateWord(Word) string
	GiveAdvice(Advice) string // by what whoever speaks the language has before them
	WriteNumber(Number) string
}

// In returns the sentence in a language. Arguments that are a Sentence, an error, a Word, an Advice or a Number are said in it too.
func (s Sentence) In(l Language) string {
	var format string
	if s.counted {
		format = l.TranslateMany(s.Format, s.n)
	} else {
		format = l.Translate(s.Format)
	}
	args := make([]any, len(s.Args))
	for i, arg := range s.Args {
		args[i] = in(l, arg)
	}
	return fmt.Errorf(format, args...).Error() // a format may wrap an error
}

func in(l Language, arg any) any {
	switch a := arg.(type) {
	case Sentence:
		return a.In(l)
	case error:
		return errors.New(Tell(a, l))
	case Word:
		return l.TranslateWord(a)
	case Advice:
		return l.GiveAdvice(a)
	case Number:
		return l.WriteNumber(a)
	}
	return arg
}
