package text

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAnchorQuotesItsSpans(t *testing.T) {
	b := mustBody(t, "The envoy said “no” in Quill and “never” in Brask.")
	a, err := NewAnchor(b, Span{33, 40}, Span{15, 19})
	if err != nil {
		t.Fatal(err)
	}
	want := Anchor{b.Hash(), []Quote{
		{Span{15, 19}, "“no”", "The envoy said ", " in Quill and “never” in Brask."},
		{Span{33, 40}, "“never”", "he envoy said “no” in Quill and ", " in Brask."},
	}}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := a.Exact(); got != "“no” … “never”" {
		t.Errorf("Exact: %q", got)
	}
	if diff := cmp.Diff([]Span{{15, 19}, {33, 40}}, a.Spans()); diff != "" {
		t.Errorf("Spans (-want +got):\n%s", diff)
	}
}

func TestAnchorJoinsAndSnaps(t *testing.T) {
	b := mustBody(t, "one 👨‍👩‍👧 two three")
	for _, test := range []struct {
		name string
		in   []Span
		want string
	}{
		{"overlapping", []Span{{2, 4}, {0, 3}}, "one "},
		{"touching", []Span{{0, 2}, {2, 3}}, "one"},
		{"one within the other", []Span{{0, 9}, {0, 3}}, "one 👨‍👩‍👧"},
		{"cutting a family", []Span{{6, 7}}, "👨‍👩‍👧"},
		{"two in a family", []Span{{4, 5}, {8, 9}}, "👨‍👩‍👧"},
		{"apart", []Span{{10, 13}, {0, 3}}, "one … two"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := NewAnchor(b, test.in...)
			if err != nil || a.Exact() != test.want {
				t.Errorf("%q, %v, want %q", a.Exact(), err, test.want)
			}
		})
	}
}

func TestAnchorRefusesWhatIsNoText(t *testing.T) {
	b := mustBody(t, "abc")
	for _, spans := range [][]Span{nil, {{1, 1}}, {{2, 1}}, {{-1, 1}}, {{0, 4}}, {{0, 1}, {3, 3}}} {
		if a, err := NewAnchor(b, spans...); err == nil {
			t.Errorf("NewAnchor(%v): %+v, no error", spans, a)
		}
	}
}

func TestAnchorJSON(t *testing.T) {
	b := mustBody(t, "añb")
	a, err := NewAnchor(b, Span{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(a)
	want := `{"body":"` + b.Hash().String() + `","quotes":[{"start":1,"end":2,"exact":"ñ","before":"a","after":"b"}]}`
	if err != nil || string(got) != want {
		t.Errorf("Marshal: %s, %v\nwant %s", got, err, want)
	}
	var back Anchor
	if err := json.Unmarshal(got, &back); err != nil || cmp.Diff(a, back) != "" {
		t.Errorf("Unmarshal: %+v, %v", back, err)
	}
	if got, err := json.Marshal(Anchor{}); err != nil || json.Unmarshal(got, &back) != nil || !back.IsZero() {
		t.Errorf("no anchor becomes %s, %v, and that %+v", got, err, back)
	}
	if err := json.Unmarshal([]byte(`{"body":"xyz"}`), &back); err == nil {
		t.Error("a hash of three letters is taken")
	}
}

func TestVerifySaysWhatDiffers(t *testing.T) {
	b := mustBody(t, "The envoy said no.")
	whole, err := NewAnchor(b, Span{4, 9}, Span{15, 17})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func(*Anchor)
		want   string
	}{
		{"exact text", func(a *Anchor) { a.Quotes[1].Exact = "on" }, `not "on"`},
		{"before", func(a *Anchor) { a.Quotes[0].Before = "An " }, `before 4`},
		{"after", func(a *Anchor) { a.Quotes[0].After = "s" }, `from 9 on`},
		{"moved", func(a *Anchor) { a.Quotes[0].Start, a.Quotes[0].End = 5, 10 }, `"nvoy "`},
		{"outside", func(a *Anchor) { a.Quotes[1].End = 99 }, "outside"},
		{"before the start", func(a *Anchor) { a.Quotes[0].Start = -1 }, "outside"},
		{"order", func(a *Anchor) { a.Quotes[0], a.Quotes[1] = a.Quotes[1], a.Quotes[0] }, "out of order"},
		{"nothing", func(a *Anchor) { a.Quotes = nil }, "no span"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := Anchor{whole.Body, append([]Quote(nil), whole.Quotes...)}
			test.change(&a)
			if err := a.Verify(b); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Verify: %v, want an error with %q", err, test.want)
			}
		})
	}
	if err := whole.Verify(mustBody(t, "The envoy said no!")); !errors.Is(err, ErrOtherBody) {
		t.Errorf("Verify with another body: %v", err)
	}
}

func TestAnchorsVerify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		var spans []Span
		for range rapid.IntRange(1, 4).Draw(t, "spans") {
			if s := anySpan(t, b); !s.Empty() {
				spans = append(spans, s)
			}
		}
		a, err := NewAnchor(b, spans...)
		if err != nil {
			if len(spans) > 0 {
				t.Fatal(err)
			}
			return
		}
		if err := a.Verify(b); err != nil {
			t.Fatal(err)
		}
		for _, q := range a.Quotes {
			if utf8.RuneCountInString(q.Before) > 32 || utf8.RuneCountInString(q.After) > 32 {
				t.Fatalf("%+v quotes too much around the span", q)
			}
		}
		for _, s := range spans {
			if !coveredBy(s, a.Spans()) {
				t.Fatalf("%v is lost in %v", s, a.Spans())
			}
		}
	})
}

func coveredBy(s Span, spans []Span) bool {
	for _, t := range spans {
		if t.Union(s) == t {
			return true
		}
	}
	return false
}

func TestAnAnchorNeedsWords(t *testing.T) {
	b, err := NewBody("Some words.")
	if err != nil {
		t.Fatal(err)
	}
	for _, spans := range [][]Span{nil, {{Start: 4, End: 4}}, {{Start: 0, End: 4}, {Start: 11, End: 11}}} {
		if _, err := NewAnchor(b, spans...); !errors.Is(err, ErrNoWords) {
			t.Errorf("%v: %v", spans, err)
		}
	}
}
