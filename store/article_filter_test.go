package store_test

import (
	"errors"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// shelf is a project with four articles of two outlets, of which two are annotated.
type shelf struct {
	*store.Project
	talks, strike, vote, bare store.ID
	venn, kell                store.ID // actors
	ceasefire, wages          store.ID // issues
	check, own                store.ID // tags; own is one of articles, check of a position
	reading                   store.ID // a collection
}

func newShelf(t testing.TB) *shelf {
	t.Helper()
	s := &shelf{Project: storetest.NewProject(t, "Ada")}
	do(t, s.Project, "Fill", func(b *store.Batch) error {
		for _, name := range []struct {
			id   *store.ID
			name string
		}{{&s.venn, "Orla Venn"}, {&s.kell, "Ivo Kell"}} {
			a, err := b.AddActor(store.Actor{Name: name.name})
			if err != nil {
				return err
			}
			*name.id = a.ID
		}
		for _, name := range []struct {
			id   *store.ID
			name string
		}{{&s.ceasefire, "Ceasefire"}, {&s.wages, "Wages"}} {
			i, err := b.AddIssue(store.Issue{Name: name.name})
			if err != nil {
				return err
			}
			*name.id = i.ID
		}
		tag, err := b.AddTag(store.Tag{Name: "check"})
		s.check = tag.ID
		if err != nil {
			return err
		}
		own, err := b.AddTag(store.Tag{Name: "own"})
		s.own = own.ID
		if err != nil {
			return err
		}
		for _, a := range []struct {
			id *store.ID
			store.Article
			body string
		}{
			{&s.talks, store.Article{
				Title: "Talks", Source: "Harbour Gazette", Published: "2031-05-16", Language: "en",
			}, "Orla Venn wants a ceasefire."},
			{&s.strike, store.Article{
				Title: "Strike", Source: "Harbour Gazette", Published: "2031-05", Language: "de", Status: store.StatusCoded,
				File: "spring/may/strike.txt",
			}, "Ivo Kell calls for higher wages."},
			{&s.vote, store.Article{
				Title: "Vote", Source: "Northern Wire", Published: "2031-06-02T09:30:00+03:00", File: "spring/june.txt",
			}, "Nobody voted."},
			{&s.bare, store.Article{Title: "Bare", File: "spring-2/scrap.txt"}, "A scrap of a page."},
		} {
			added, err := b.AddArticle(a.Article, a.body)
			if err != nil {
				return err
			}
			*a.id = added.ID
		}
		if err := s.position(b, s.talks, s.venn, s.ceasefire, store.StanceSupport, s.check); err != nil {
			return err
		}
		if err := s.position(b, s.talks, s.kell, s.wages, store.StanceOppose); err != nil {
			return err
		}
		if err := s.position(b, s.strike, s.kell, s.wages, store.StanceSupport); err != nil {
			return err
		}
		if err := errors.Join(b.TagArticles(s.own, s.strike, s.bare), b.TagArticles(s.check, s.vote)); err != nil {
			return err
		}
		reading, err := b.AddCollection(store.Collection{Name: "Reading"})
		s.reading = reading.ID
		if err != nil {
			return err
		}
		return b.Collect(s.reading, s.talks, s.bare)
	})
	return s
}

func (s *shelf) position(b *store.Batch, article, holder, issue store.ID, stance store.Stance, tags ...store.ID) error {
	a, err := b.Article(article)
	if err != nil {
		return err
	}
	anchor, err := store.AnchorOn(b, a, text.Span{Start: 0, End: 8})
	if err != nil {
		return err
	}
	_, err = b.AddAnnotation(store.Annotation{
		Article: article, Kind: store.KindPosition, Anchor: anchor, Target: store.Target{Issue: issue}, Stance: stance, Tags: tags,
		Participants: []store.Participant{{Role: store.RoleHolder, Actor: holder}},
	})
	return err
}

// listed are the titles of the articles that a filter leaves, by title.
func (s *shelf) listed(t *testing.T, f store.ArticleFilter) []string {
	t.Helper()
	rows, total, err := s.Articles(t.Context(), store.ArticleQuery{ArticleFilter: f, Sort: store.ArticlesByTitle})
	if err != nil || total != len(rows) {
		t.Fatalf("%d rows of %d: %v", len(rows), total, err)
	}
	titles := []string{}
	for _, r := range rows {
		titles = append(titles, r.Title)
	}
	return titles
}

func TestAnArticleIsListedWhereAllHoldsThatIsAskedOfIt(t *testing.T) {
	s := newShelf(t)
	gazette, shouted, none, german := "Harbour Gazette", "HARBOUR GAZETTE", "", "de"
	yes, no := true, false
	unread := store.StatusUnread
	support, oppose := store.StanceSupport, store.StanceOppose
	for name, c := range map[string]struct {
		filter store.ArticleFilter
		want   []string
	}{
		"nothing":                         {store.ArticleFilter{}, []string{"Bare", "Strike", "Talks", "Vote"}},
		"an outlet":                       {store.ArticleFilter{Source: &gazette}, []string{"Strike", "Talks"}},
		"no outlet":                       {store.ArticleFilter{Source: &none}, []string{"Bare"}},
		"a language":                      {store.ArticleFilter{Language: &german}, []string{"Strike"}},
		"no language":                     {store.ArticleFilter{Language: &none}, []string{"Bare", "Vote"}},
		"an outlet and a status":          {store.ArticleFilter{Source: &gazette, Status: &unread}, []string{"Talks"}},
		"from a day":                      {store.ArticleFilter{From: "2031-05-02"}, []string{"Talks", "Vote"}},
		"to a day":                        {store.ArticleFilter{To: "2031-05-30"}, []string{"Talks"}},
		"to a month":                      {store.ArticleFilter{To: "2031-05"}, []string{"Strike", "Talks"}},
		"one day":                         {store.ArticleFilter{From: "2031-06-02", To: "2031-06-02"}, []string{"Vote"}},
		"annotated":                       {store.ArticleFilter{Annotated: &yes}, []string{"Strike", "Talks"}},
		"not annotated":                   {store.ArticleFilter{Annotated: &no}, []string{"Bare", "Vote"}},
		"an actor":                        {store.ArticleFilter{Actor: s.kell}, []string{"Strike", "Talks"}},
		"an issue":                        {store.ArticleFilter{Issue: s.ceasefire}, []string{"Talks"}},
		"a stance":                        {store.ArticleFilter{Stance: &oppose}, []string{"Talks"}},
		"an actor with a stance":          {store.ArticleFilter{Actor: s.kell, Stance: &support}, []string{"Strike"}},
		"an actor on another's issue":     {store.ArticleFilter{Actor: s.venn, Issue: s.wages}, []string{}},
		"a tag":                           {store.ArticleFilter{Tag: s.check}, []string{"Talks", "Vote"}},
		"a tag of articles":               {store.ArticleFilter{Tag: s.own}, []string{"Bare", "Strike"}},
		"a tag of articles and an actor":  {store.ArticleFilter{Tag: s.own, Actor: s.kell}, []string{"Strike"}},
		"a tag of articles and a stance":  {store.ArticleFilter{Tag: s.own, Stance: &support}, []string{"Strike"}},
		"a tag of articles and no stance": {store.ArticleFilter{Tag: s.own, Stance: &oppose}, []string{}},
		"a tag of articles and a coder":   {store.ArticleFilter{Tag: s.check, Coder: s.Coder().ID}, []string{"Talks"}},
		"a tag on another's position":     {store.ArticleFilter{Tag: s.check, Actor: s.kell}, []string{}},
		"a coder":                         {store.ArticleFilter{Coder: s.Coder().ID}, []string{"Strike", "Talks"}},
		"an outlet in other letters":      {store.ArticleFilter{Source: &shouted}, []string{"Strike", "Talks"}},
		"a collection":                    {store.ArticleFilter{Collection: s.reading}, []string{"Bare", "Talks"}},
		"a folder":                        {store.ArticleFilter{File: "spring"}, []string{"Strike", "Vote"}},
		"a folder below it":               {store.ArticleFilter{File: "spring/may/"}, []string{"Strike"}},
		"a file":                          {store.ArticleFilter{File: "spring/june.txt"}, []string{"Vote"}},
		"words":                           {store.ArticleFilter{Text: "wages"}, []string{"Strike"}},
		"words, an outlet and a language": {store.ArticleFilter{Text: "orla", Source: &gazette, Language: &german}, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := s.listed(t, c.filter); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAnArticleOfAnActorIsListedUnderWhatTheActorBecame(t *testing.T) {
	s := newShelf(t)
	do(t, s.Project, "Merge", func(b *store.Batch) error { return b.Merge(store.EntityActor, s.kell, s.venn) })
	if got, want := s.listed(t, store.ArticleFilter{Actor: s.venn, Issue: s.wages}), []string{"Strike", "Talks"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := s.listed(t, store.ArticleFilter{Actor: s.kell}); !slices.Equal(got, []string{"Strike", "Talks"}) {
		t.Errorf("who was merged is asked for: %v", got)
	}
}
