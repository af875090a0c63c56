package suggest_test

import (
	"strings"
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// norvia and velia are actors whom nobody would find by the words with which the mentions of these tests call them.
var (
	norvia = store.ID{15: 1}
	velia  = store.ID{15: 2}
	called = map[store.ID]store.Name{
		norvia: {ID: norvia, Name: "Norvia", Kind: store.ActorState},
		velia:  {ID: velia, Name: "Velia", Kind: store.ActorState},
	}
)

func bodyOf(t *testing.T, s string) *text.Body {
	t.Helper()
	b, err := text.NewBody(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// calling is a coded article in which words are mentions of somebody, each at its first place.
func calling(t *testing.T, s string, words map[string]store.ID) suggest.Lesson {
	t.Helper()
	l := suggest.Lesson{Body: bodyOf(t, s), Whole: true, Facts: suggest.Facts{Language: "en"}}
	for w, id := range words {
		at := strings.Index(s, w)
		if at < 0 {
			t.Fatalf("%q is not in %q", w, s)
		}
		start := len([]rune(s[:at]))
		l.Right = append(l.Right, suggest.Proposal{
			Kind: store.KindMention, Spans: []text.Span{{Start: start, End: start + len([]rune(w))}},
			Party: suggest.Party{Actor: id, Name: called[id].Name, Kind: called[id].Kind},
		})
	}
	return l
}

// readAfter proposes what is in a text after lessons.
func readAfter(t *testing.T, s string, lessons ...suggest.Lesson) []suggest.Proposal {
	t.Helper()
	k := suggest.Know(called)
	l, err := suggest.Learn(t.Context(), k, lessons, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := suggest.Reader{Known: k, Learned: l}
	return r.Read(suggest.Text{Known: k, Body: bodyOf(t, s)}, suggest.Facts{Language: "en"})
}

func mentionOf(all []suggest.Proposal, id store.ID) (suggest.Proposal, bool) {
	for _, p := range all {
		if p.Kind == store.KindMention && p.Party.Actor == id {
			return p, true
		}
	}
	return suggest.Proposal{}, false
}

const later = "The ferries stopped on Monday. The Tall House said that the harbour would stay closed."

func TestWhatAMentionCallsAnActorIsItsNameInOtherArticles(t *testing.T) {
	lesson := calling(t, "Nobody at the Tall House wanted to comment on the harbour.", map[string]store.ID{"Tall House": norvia})
	if _, there := mentionOf(readAfter(t, later), norvia); there {
		t.Error("before anything is recorded it is nobody's name")
	}
	all := readAfter(t, later, lesson)
	p, there := mentionOf(all, norvia)
	if !there || p.Rule != "name.recorded" || p.Like != 1 || p.Confidence <= 0.5 || p.Confidence >= 0.8 {
		t.Fatalf("proposed: %+v", p)
	}
	said := false
	for _, p := range all {
		said = said || p.Kind == store.KindStatement && len(p.Said.Speakers) == 1 && p.Said.Speakers[0].Actor == norvia
	}
	if !said {
		t.Error("what it says is not the actor's statement")
	}
	surer, _ := mentionOf(readAfter(t, later, lesson, lesson, lesson, lesson), norvia)
	if surer.Confidence <= p.Confidence || surer.Like != 4 {
		t.Errorf("after four mentions: %+v", surer)
	}
}

func TestWhatCallsSeveralActorsIsNobodysName(t *testing.T) {
	one := calling(t, "Nobody at the Tall House wanted to comment.", map[string]store.ID{"Tall House": norvia})
	other := calling(t, "Guests came to the Tall House of the south.", map[string]store.ID{"Tall House": velia})
	if p, there := mentionOf(readAfter(t, later, one, one, other), norvia); there {
		t.Errorf("proposed: %+v", p)
	}
}

func TestWhatIsMostlyNotAnnotatedIsNobodysName(t *testing.T) {
	one := calling(t, "Nobody at the Tall House wanted to comment.", map[string]store.ID{"Tall House": norvia})
	none := calling(t, "Visitors photographed the Tall House. The Tall House is of wood.", nil)
	if p, there := mentionOf(readAfter(t, later, one, none), norvia); there {
		t.Errorf("proposed: %+v", p)
	}
	none.Whole = false // nothing is known of an article in progress
	if _, there := mentionOf(readAfter(t, later, one, none), norvia); !there {
		t.Error("an article in progress speaks against a name")
	}
}

func TestDescriptionsAreNotLearntAsNames(t *testing.T) {
	lesson := calling(t, "The ministry and its Minister met.", map[string]store.ID{"The ministry": norvia, "its Minister": velia})
	all := readAfter(t, "The ministry said that the harbour would stay closed.", lesson, lesson)
	if p, there := mentionOf(all, norvia); there {
		t.Errorf("proposed: %+v", p)
	}
}
