package say_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"standpoint/store/say"
)

// backwards is a language in which all that it knows stands in another order.
type backwards map[string]string

func (l backwards) Translate(format string) string {
	if s, ok := l[format]; ok {
		return s
	}
	return format
}

func (l backwards) TranslateMany(format string, n int) string {
	return l.Translate(fmt.Sprintf("%s|%d", format, min(n, 2)))
}
func (l backwards) TranslateWord(w say.Word) string { return strings.ToUpper(string(w)) }
func (l backwards) GiveAdvice(a say.Advice) string  { return "elsewhere (" + string(a) + ")" }
func (l backwards) WriteNumber(n say.Number) string { return strings.ReplaceAll(n.String(), ",", ".") }

var language = backwards{
	"open %s: %w":                      "%[2]w (while opening %[1]s)",
	"The row %s (%s) is gone.":         "Gone is %[2]s %[1]s.",
	"It has %s characters.|1":          "of characters one",
	"It has %s characters.|2":          "of characters %s",
	"The project %s is closed.":        "Closed is %s.",
	"It is not sound: %s":              "%s So it is not sound.",
	"it is not there":                  "there is nothing",
	"There is nothing to take back.":   "To take back there is nothing.",
	"It is longer than %s characters.": "Longer than %s it is.",
}

func TestASentenceIsEnglishOfItself(t *testing.T) {
	for want, s := range map[string]say.Sentence{
		"The row 7 (actor) is gone.":       say.Of("The row %d (%s) is gone.", 7, say.Word("actor")),
		"It has 1 character.":              say.Many(1, "It has %s character.", "It has %s characters.", say.Number(1)),
		"It has 0 characters.":             say.Many(0, "It has %s character.", "It has %s characters.", say.Number(0)),
		"It has 1,204,000 characters.":     say.Many(1204000, "It has %s character.", "It has %s characters.", say.Number(1204000)),
		"It has -120 characters.":          say.Many(-120, "It has %s character.", "It has %s characters.", say.Number(-120)),
		"It is not sound: It has 999 legs": say.Of("It is not sound: %s", say.Of("It has %s legs", say.Number(999))),
	} {
		if s.String() != want {
			t.Errorf("got %q, want %q", s, want)
		}
	}
}

func TestASentenceIsSaidInAnotherLanguageWithAllThatIsInIt(t *testing.T) {
	for want, s := range map[string]say.Sentence{
		"Gone is ACTOR 7.":    say.Of("The row %s (%s) is gone.", "7", say.Word("actor")),
		"of characters 1.204": say.Many(1204, "It has %s character.", "It has %s characters.", say.Number(1204)),
		"Longer than 1.000 it is. So it is not sound.": say.Of("It is not sound: %s",
			say.Of("It is longer than %s characters.", say.Number(1000))),
		"What it does not know is English.": say.Of("What it does not know is %s.", "English"),
	} {
		if got := s.In(language); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAnErrorIsToldWithAllThatItWraps(t *testing.T) {
	closed := say.Errorf("The project %s is closed.", "Nachtzug")
	back := say.Errorf("There is nothing to take back.")
	missing := &fs.PathError{Op: "open", Path: "Belmora", Err: fs.ErrNotExist}
	for _, tt := range []struct {
		err     error
		english string
		want    string
	}{
		{closed, "The project Nachtzug is closed.", "Closed is Nachtzug."},
		{say.Errorf("open %s: %w", "a", closed), "open a: The project Nachtzug is closed.", "Closed is Nachtzug. (while opening a)"},
		{say.Errorf("open %s: %w", "a", missing), "open a: open Belmora: file does not exist", "Belmora: there is nothing (while opening a)"},
		{
			errors.Join(closed, nil, back), "The project Nachtzug is closed.\nThere is nothing to take back.",
			"Closed is Nachtzug.\nTo take back there is nothing.",
		},
		{fmt.Errorf("PRAGMA x: %w", closed), "PRAGMA x: The project Nachtzug is closed.", "PRAGMA x: Closed is Nachtzug."},
		{
			fmt.Errorf("%w; %w (both)", back, closed), "There is nothing to take back.; The project Nachtzug is closed. (both)",
			"To take back there is nothing.; Closed is Nachtzug. (both)",
		},
		{errors.New("SQL logic error"), "SQL logic error", "SQL logic error"},
	} {
		if tt.err.Error() != tt.english {
			t.Errorf("in English %q, want %q", tt.err, tt.english)
		}
		if got := say.Tell(tt.err, language); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestAnErrorIsFoundInWhatWrapsIt(t *testing.T) {
	if err := say.Errorf("open %s: %w", "a", context.Canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("%v wraps nothing", err)
	}
	if err := say.Errorf("It is %s.", "late"); errors.Unwrap(err) != nil {
		t.Errorf("%v wraps %v", err, errors.Unwrap(err))
	}
}
