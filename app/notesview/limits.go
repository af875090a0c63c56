package notesview

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
)

// sameFilter reports whether two filters ask the same.
func sameFilter(a, b store.ArticleFilter) bool { return reflect.DeepEqual(a, b) }

// isLimited reports whether the document is on less than all that is in the project.
func (c *choices) isLimited() bool {
	o := c.options()
	return len(o.Articles)+len(o.Actors)+len(o.Issues)+len(o.Marks) > 0 || !o.In.IsZero()
}

// lift takes all limits off.
func (c *choices) lift() {
	o := c.asked
	o.Articles, o.Actors, o.Issues, o.Marks, o.In = nil, nil, nil, nil, store.ArticleFilter{}
	c.ask(o)
}

// chips say what the document is limited to, each with what takes that off.
func (c *choices) chips() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	add := func(says string, off func(*notes.Options)) {
		list = append(list, desk.NewChip(says, func() {
			o := c.asked
			off(&o)
			c.ask(o)
		}))
	}
	o := c.options()
	if n := len(o.Articles); n > 0 {
		add(words.Counted(n, "{{.Count}} selected article"), func(o *notes.Options) { o.Articles = nil })
	}
	for _, on := range []struct {
		ids   []store.ID
		names map[store.ID]store.Name
		many  string
		off   func(*notes.Options)
	}{
		{o.Actors, c.desk.Names.Actors, words.Counted(len(o.Actors), "{{.Count}} actor"), func(o *notes.Options) { o.Actors = nil }},
		{o.Issues, c.desk.Names.Issues, words.Counted(len(o.Issues), "{{.Count}} issue"), func(o *notes.Options) { o.Issues = nil }},
	} {
		switch len(on.ids) {
		case 0:
		case 1:
			add(words.Sentence("only %s", on.names[on.ids[0]].Name), on.off)
		default:
			add(on.many, on.off)
		}
	}
	if len(o.Marks) > 0 {
		add(lang.L("some kinds of annotations"), func(o *notes.Options) { o.Marks = nil })
	}
	collection := ""
	for _, s := range c.scopes {
		if s.ID == o.In.Collection {
			collection = s.Name
		}
	}
	return append(list, c.desk.FilterChips(o.In, collection, func(in store.ArticleFilter) {
		o := c.asked
		o.In = in
		c.ask(o)
	})...)
}
