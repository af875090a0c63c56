package app

import (
	"slices"
	"strings"
	"testing"

	"standpoint/app/daytest"
	"standpoint/store"
	"standpoint/store/storetest"
)

// strait is an article in which each task of the table has words to be done with.
const strait = `Talks between Norvia and Estmark began in Port Varro on Tuesday, Meridian reported. The delegation of Norvia is led by ` +
	`Odile Brandt, a judge. The Ministry of Fisheries did not comment, nor did Velia or the Pilots’ Union.

Mara Ellin told reporters on Tuesday: “We will keep the harbour open.” The Harbour House, as Norvia’s government is known, ` +
	`later softened that. Estmark rejected the toll. At Velvet Quay nobody spoke.

Meridian, citing an unnamed source familiar with the talks, reported that Norvia opposed foreign observers.`

// newStrait is a window with that article open, in a project that knows some of those who are in it.
func newStrait(t *testing.T) *hand {
	t.Helper()
	a := newTestApp(t)
	var article store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) (err error) {
		for _, actor := range []store.Actor{
			{Name: "Mara Ellin", Kind: store.ActorPerson},
			{Name: "Marit Oder", Kind: store.ActorPerson},
			{Name: "Norvia", Kind: store.ActorState},
			{Name: "Estmark", Kind: store.ActorState},
			{Name: "Meridian", Kind: store.ActorOrganisation},
			{Name: "Northern Shipping", Kind: store.ActorOrganisation},
		} {
			if _, err := b.AddActor(actor); err != nil {
				return err
			}
		}
		for _, issue := range []string{"Open harbour", "Toll in the strait"} {
			if _, err := b.AddIssue(store.Issue{Name: issue}); err != nil {
				return err
			}
		}
		for _, title := range []string{"Toll talks", "Fishery talks"} {
			if _, err := b.AddArticle(store.Article{Title: title, Published: "2031-03-03"}, "Norvia and Estmark talk. "+title); err != nil {
				return err
			}
		}
		article, err = b.AddArticle(store.Article{
			Title: "Harbour talks", Source: "The Varro Courier", Published: "2031-03-04", Status: store.StatusInProgress,
		}, strait)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.OpenAt(article.ID, nil)
	a.articles.Focus()
	return &hand{App: a, t: t}
}

// task is a row of the table: what is done, by which keys, and what is there then that was not before.
type task struct {
	name    string
	before  func(*hand) // what is there already, and where the hand is; its presses do not count
	do      func(*hand)
	presses int
	saved   []string
}

var tasks = []task{
	{
		name:    "a new person",
		before:  func(h *hand) { h.drag("Odile Brandt") },
		do:      func(h *hand) { h.press("A Enter") },
		presses: 2,
		saved:   []string{"actor Odile Brandt, person", "mention “Odile Brandt”: Odile Brandt"},
	},
	{
		name:    "a new organisation",
		before:  func(h *hand) { h.drag("Ministry of Fisheries") },
		do:      func(h *hand) { h.press("A Enter") },
		presses: 2,
		saved:   []string{"actor Ministry of Fisheries, organisation", "mention “Ministry of Fisheries”: Ministry of Fisheries"},
	},
	{
		name:    "a new state",
		before:  func(h *hand) { h.drag("Velia") },
		do:      func(h *hand) { h.press("A s Enter") },
		presses: 3,
		saved:   []string{"actor Velia, state", "mention “Velia”: Velia"},
	},
	{
		name:    "a new group",
		before:  func(h *hand) { h.drag("Pilots’ Union") },
		do:      func(h *hand) { h.press("A g Enter") },
		presses: 3,
		saved:   []string{"actor Pilots’ Union, group", "mention “Pilots’ Union”: Pilots’ Union"},
	},
	{
		name:    "a known actor under another name, which the text explains",
		before:  func(h *hand) { h.drag("Harbour House") },
		do:      func(h *hand) { h.press("A Enter") },
		presses: 2,
		saved:   []string{"actor Norvia, state, also Harbour House", "mention “Harbour House”: Norvia"},
	},
	{
		name:    "a known actor under another name",
		before:  func(h *hand) { h.drag("Velvet Quay") },
		do:      func(h *hand) { h.press("A 2 Enter") },
		presses: 3,
		saved:   []string{"actor Estmark, state, also Velvet Quay", "mention “Velvet Quay”: Estmark"},
	},
	{
		name:    "a known actor under another name, whom no digit picks",
		before:  func(h *hand) { h.drag("Velvet Quay") },
		do:      func(h *hand) { h.press("A od Enter") },
		presses: 4,
		saved:   []string{"actor Marit Oder, person, also Velvet Quay", "mention “Velvet Quay”: Marit Oder"},
	},
	{
		name: "an actor used lately",
		before: func(h *hand) {
			h.linkNorvia()
			h.drag("Norvia’s government")
		},
		do:      func(h *hand) { h.press("1") },
		presses: 1,
		saved:   []string{"mention “Norvia’s government”: Norvia"},
	},
	{
		name: "all places of an actor, from a mark of it",
		before: func(h *hand) {
			h.linkNorvia()
			h.press("]")
		},
		do:      func(h *hand) { h.press("L Enter") },
		presses: 2,
		saved:   []string{"mention “Norvia”: Norvia", "mention “Norvia”: Norvia", "mention “Norvia”: Norvia"},
	},
	{
		name:    "all places of a name that is known",
		before:  func(h *hand) { h.drag("Norvia") },
		do:      func(h *hand) { h.press("L Enter") },
		presses: 2,
		saved:   []string{"mention “Norvia”: Norvia", "mention “Norvia”: Norvia", "mention “Norvia”: Norvia", "mention “Norvia”: Norvia"},
	},
	{
		name: "another name of an actor used lately",
		before: func(h *hand) {
			h.linkNorvia()
			h.drag("Velvet Quay")
		},
		do:      func(h *hand) { h.press("A 1 Enter") },
		presses: 3,
		saved:   []string{"actor Norvia, state, also Velvet Quay", "mention “Velvet Quay”: Norvia"},
	},
	{
		name: "all places of a new name of an actor used lately",
		before: func(h *hand) {
			h.linkNorvia()
			h.drag("Velvet Quay")
		},
		do:      func(h *hand) { h.press("L 1") },
		presses: 2,
		saved:   []string{"actor Norvia, state, also Velvet Quay", "mention “Velvet Quay”: Norvia"},
	},
	{
		name:    "all places of a new name of a known actor, which the text explains",
		before:  func(h *hand) { h.drag("Harbour House") },
		do:      func(h *hand) { h.press("L Enter") },
		presses: 2,
		saved:   []string{"actor Norvia, state, also Harbour House", "mention “Harbour House”: Norvia"},
	},
	{
		name:    "all places of a new name of a known actor",
		before:  func(h *hand) { h.drag("Velvet Quay") },
		do:      func(h *hand) { h.press("L 2") },
		presses: 2,
		saved:   []string{"actor Estmark, state, also Velvet Quay", "mention “Velvet Quay”: Estmark"},
	},
	{
		name:    "all places of a new name of a known actor whom no digit picks",
		before:  func(h *hand) { h.drag("Velvet Quay") },
		do:      func(h *hand) { h.press("L od Enter") },
		presses: 4,
		saved:   []string{"actor Marit Oder, person, also Velvet Quay", "mention “Velvet Quay”: Marit Oder"},
	},
	{
		name:    "all places of a new name",
		before:  func(h *hand) { h.drag("Odile Brandt") },
		do:      func(h *hand) { h.press("L Enter") },
		presses: 2,
		saved:   []string{"actor Odile Brandt, person", "mention “Odile Brandt”: Odile Brandt"},
	},
	{
		name:    "a statement with a position; speaker and issue are known",
		before:  func(h *hand) { h.drag("“We will keep the harbour open.”") },
		do:      func(h *hand) { h.press("S ope Enter s Enter") },
		presses: 7,
		saved: []string{
			"position support Open harbour, on a statement",
			"statement “We will keep the harbour open.”: says, direct, speaker Mara Ellin, addressee “reporters”, by “told”, on 2031-03-04",
		},
	},
	{
		name:    "the same, where the guess of the speaker is wrong",
		before:  func(h *hand) { h.drag("“We will keep the harbour open.”") },
		do:      func(h *hand) { h.press("S Backspace od Enter*2 ope Enter s Enter") },
		presses: 12,
		saved: []string{
			"position support Open harbour, on a statement",
			"statement “We will keep the harbour open.”: says, direct, speaker Marit Oder, addressee “reporters”, by “told”, on 2031-03-04",
		},
	},
	{
		name:    "the same, where a digit picks the speaker",
		before:  func(h *hand) { h.linkNorvia(); h.drag("“We will keep the harbour open.”") },
		do:      func(h *hand) { h.press("S Backspace 1 ope Enter s Enter") },
		presses: 9,
		saved: []string{
			"position support Open harbour, on a statement",
			"statement “We will keep the harbour open.”: says, direct, speaker Norvia, addressee “reporters”, by “told”, on 2031-03-04",
		},
	},
	{
		name:    "a statement with a position on a new issue",
		before:  func(h *hand) { h.drag("“We will keep the harbour open.”") },
		do:      func(h *hand) { h.press("S Ceasefire Enter s Enter") },
		presses: 13,
		saved: []string{
			"issue Ceasefire",
			"position support Ceasefire, on a statement",
			"statement “We will keep the harbour open.”: says, direct, speaker Mara Ellin, addressee “reporters”, by “told”, on 2031-03-04",
		},
	},
	{
		name:   "a statement with a position on a new issue, which stands in the text",
		before: func(h *hand) { h.drag("“We will keep the harbour open.”") },
		do: func(h *hand) {
			h.press("S")
			h.drag("foreign observers")
			h.press("Enter o Enter")
		},
		presses: 4,
		saved: []string{
			"issue foreign observers",
			"position oppose foreign observers, on a statement",
			"statement “We will keep the harbour open.”: says, direct, speaker Mara Ellin, addressee “reporters”, by “told”, on 2031-03-04",
		},
	},
	{
		name: "what a source says through an agency of somebody else",
		before: func(h *hand) {
			h.drag("Norvia opposed foreign observers")
		},
		do:      func(h *hand) { h.press("S Foreign Space observers Enter*2") },
		presses: 20,
		saved: []string{
			"issue Foreign observers",
			"position oppose Foreign observers, holder Norvia, on a statement",
			"statement “Norvia opposed foreign observers”: says, indirect, speaker “an unnamed source familiar with the talks”, carrier Meridian, " +
				"by “reported”",
		},
	},
	{
		name:    "a position by itself; holder and issue are known",
		before:  func(h *hand) { h.drag("Estmark rejected the toll") },
		do:      func(h *hand) { h.press("P tol Enter*2") },
		presses: 6,
		saved:   []string{"position “Estmark rejected the toll” oppose Toll in the strait, holder Estmark"},
	},
	{
		name:    "the first annotation of an article sets it in progress",
		before:  func(h *hand) { h.open("Toll talks"); h.drag("Norvia") },
		do:      func(h *hand) { h.press("A Enter") },
		presses: 2,
		saved:   []string{"article Toll talks, in_progress", "mention “Norvia”: Norvia"},
	},
	{
		name:    "an article is coded, and the next one is open",
		before:  func(h *hand) { h.linkNorvia() },
		do:      func(h *hand) { h.press("C") },
		presses: 1,
		saved:   []string{"article Harbour talks, coded", "open: Toll talks"},
	},
	{
		name:    "three articles that are selected are deleted",
		before:  func(h *hand) { h.press("Ctrl+F6 Home Ctrl+F6 Shift+End") },
		do:      func(h *hand) { h.press("Delete") },
		presses: 1,
		saved:   []string{"articles: 0", "open: "},
	},
}

// open opens the article of that title.
func (h *hand) open(title string) {
	h.t.Helper()
	articles, _, err := h.Project.Articles(h.t.Context(), store.ArticleQuery{})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, a := range articles {
		if a.Title == title {
			h.articles.OpenAt(a.ID, nil)
		}
	}
	h.articles.Focus()
}

// linkNorvia records that words name Norvia.
func (h *hand) linkNorvia() {
	h.t.Helper()
	h.drag("Norvia")
	h.press("A Enter")
}

// Each task of a day's work takes as many presses as are written down, from the words being selected to what is saved: when one takes
// more the test fails, and when it takes fewer the table is to be mended. Of a name that is known two or three
// letters are typed.
func TestATaskTakesNoMorePresses(t *testing.T) {
	for _, task := range tasks {
		t.Run(task.name, func(t *testing.T) {
			h := newStrait(t)
			task.before(h)
			before := h.recorded()
			h.presses, h.gestures = 0, 0
			task.do(h)
			saved := without(h.recorded(), before)
			if !slices.Equal(saved, task.saved) {
				t.Errorf("saved is\n%s\nand should be\n%s", strings.Join(saved, "\n"), strings.Join(task.saved, "\n"))
			}
			if h.presses != task.presses {
				t.Errorf("it takes %d presses; %d are written down", h.presses, task.presses)
			}
			t.Logf("%3d presses, %d drags: %s", h.presses, h.gestures, task.name)
		})
	}
}

// without is what is in all and not in some, in order, each as often as it is there more often.
func without(all, some []string) []string {
	some = slices.Clone(some)
	return slices.DeleteFunc(all, func(s string) bool {
		at := slices.Index(some, s)
		if at >= 0 {
			some = slices.Delete(some, at, at+1)
		}
		return at >= 0
	})
}

// recorded is all that is in the project, a line for each thing, and which article is open.
func (h *hand) recorded() []string {
	h.t.Helper()
	lines, err := daytest.Record(h.t.Context(), h.Project)
	if err != nil {
		h.t.Fatal(err)
	}
	return append(lines, "open: "+h.articles.Article().Title)
}

// Once C has set an article to coded, nothing in the window says any more that it is in progress.
func TestNothingSaysInProgressOnceAnArticleIsCoded(t *testing.T) {
	h := newStrait(t)
	h.open("Toll talks")
	h.linkNorvia()
	h.open("Harbour talks")
	if !h.says("in progress") {
		t.Fatal("nothing says that two articles are in progress")
	}
	h.press("C")
	h.open("Toll talks")
	h.press("C")
	if h.says("in progress") {
		t.Error("the window still says that one is in progress")
	}
}
