package reading

import (
	"context"
	"slices"
	"time"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/store"
)

// opener reads the article that is to be shown, and anew what is changed in it while it is.
type opener struct {
	desk    seat
	stage   stage
	loading background.Latest
	opening store.ID      // the article that is being read to be opened; zero when none is
	unread  []store.Event // since the open article was read, or the reading of another began
}

// stage is what articles are shown on. What there is to show stands in the contents that it shares with the opener.
type stage interface {
	Leave()              // keeps what is unfinished of the article that is left
	keepForm()           // keeps the form that is still open when the text of another article is there
	pointAt(id store.ID) // the article in the list that is open or being opened; the zero ID is none
	showText()           // in place of another article's
	showMarks()          // what was done with the article whose text is shown
	showAnew()           // what was changed
	clear()              // there is no article any more
	leaveText()          // the article that was read is gone
}

// slowReading is how long an article's marks may take to be read before its text is
// shown without them.
const slowReading = 60 * time.Millisecond

// openLast opens the article that was open last.
func (o *opener) openLast() {
	desk.Query(o.desk.Desk, &o.loading, lastArticle, func(id store.ID) {
		if id != (store.ID{}) {
			o.openAt(id, nil)
		}
	})
}

// close has no article open.
func (o *opener) close() {
	o.take(contents{})
	o.opening = store.ID{}
	o.stage.clear()
}

// openAt opens an article where it was left, and then, if then is not nil, does that. What was left unfinished is offered.
func (o *opener) openAt(id store.ID, then func()) {
	if id == o.desk.open.article.ID {
		o.stay()
		if then != nil {
			then()
		}
		return
	}
	o.stage.Leave()
	o.opening = id
	o.stage.pointAt(id)
	type opened struct {
		contents
		err error
	}
	reads := false // the text is shown, and its marks are still being read
	desk.Query(o.desk.Desk, &o.loading, func(ctx context.Context, p *store.Project) (opened, error) {
		r, err := loadText(ctx, p, id)
		if err != nil {
			return opened{r, err}, nil
		}
		bare := r
		defer o.desk.Work.Later(slowReading, func() {
			if o.desk.Project == p && o.opening == id {
				reads = true
				o.showText(bare)
			}
		})()
		if err = r.loadMarks(ctx, p, contents{}, nil); err == nil {
			err = r.loadDrafts(ctx, p)
		}
		return opened{r, err}, nil
	}, func(read opened) {
		missed := o.unread
		o.opening, o.unread = store.ID{}, nil
		switch {
		case read.err != nil:
			o.stage.pointAt(o.desk.open.article.ID)
			o.desk.Complain(read.err)
		case reads:
			o.showMarks(read.contents)
		default:
			o.showText(read.contents)
			o.showMarks(read.contents)
		}
		o.catchUp(missed...)
		if read.err == nil && then != nil {
			then()
		}
	})
}

// isOpening reports whether another article is being read to be shown, or the marks of the one that is.
func (o *opener) isOpening() bool { return o.opening != store.ID{} }

// stay keeps the article open that is, though another was to be opened.
func (o *opener) stay() {
	open := o.desk.open.article.ID
	if !o.isOpening() || o.opening == open { // or its marks are being read
		return
	}
	o.loading.Overtake()
	missed := o.unread
	o.opening, o.unread = store.ID{}, nil
	o.stage.pointAt(open)
	o.catchUp(missed...)
}

// take makes what was read what is open.
func (o *opener) take(r contents) { *o.desk.open, o.unread = r, nil }

// showText shows the text of an article in place of another's.
func (o *opener) showText(r contents) {
	o.stage.keepForm() // of the article that is left, as somebody may have gone on typing
	*o.desk.open = r
	o.stage.showText()
}

// showMarks shows what was done with an article whose text is shown. Somebody may
// have begun to work on it already.
func (o *opener) showMarks(r contents) {
	o.take(r)
	o.stage.showMarks()
}

// changed follows a write.
func (o *opener) changed(e store.Event) {
	if o.isOpening() {
		o.unread = append(o.unread, e) // the reading may have begun before it
	} else {
		o.catchUp(e)
	}
}

// catchUp reads again what events touched in the open article.
func (o *opener) catchUp(events ...store.Event) {
	if !o.desk.open.hasArticle() {
		return
	}
	for _, e := range events {
		named := slices.ContainsFunc([]store.Entity{
			store.EntityActor, store.EntityIssue, store.EntityTag, store.EntityCoder, store.EntityNote,
		}, e.Touches)
		if e.TouchesArticle(o.desk.open.article.ID) || named {
			o.unread = append(o.unread, e)
		}
	}
	if len(o.unread) > 0 {
		o.reload()
	}
}

// reload reads again what was touched of the open article, and shows it.
func (o *opener) reload() {
	id, before, events := o.desk.open.article.ID, *o.desk.open, o.unread
	desk.Query(o.desk.Desk, &o.loading, func(ctx context.Context, p *store.Project) (contents, error) {
		r, err := loadContents(ctx, p, id, before, events)
		if store.CodeOf(err) == store.CodeNotFound {
			return contents{}, nil
		}
		return r, err
	}, func(r contents) {
		if !r.hasArticle() { // deleted meanwhile, by Undo or in the list
			o.stage.keepForm()
			o.close()
			o.stage.leaveText()
			return
		}
		o.take(r)
		o.stage.showAnew()
	})
}
