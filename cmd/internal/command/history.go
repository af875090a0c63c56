package command

import (
	"encoding/json"
	"strconv"
	"time"

	"standpoint/app/notes"
	"standpoint/store"
)

// whenFormat is how a list shows when something was done.
const whenFormat = "2006-01-02 15:04"

// historyCommand lists what was done.
type historyCommand struct {
	projectArg
	JSON  bool `name:"json" help:"Print one JSON array, with every change."`
	Limit int  `default:"0" placeholder:"N" help:"At most so many actions; 0 is all."`
	Lines bool `name:"changes" help:"Print under each action what it changed, before and after."`
}

// actionJSON is an action as history --json prints it.
type actionJSON struct {
	ID      store.ID         `json:"id"`
	Kind    store.ActionKind `json:"kind"`
	Title   titleJSON        `json:"title"`
	Coder   string           `json:"coder"`
	At      string           `json:"at"`
	Rows    int              `json:"rows"`    // that it changed
	Changes []changeJSON     `json:"changes"` // of the first hundred rows
}

// titleJSON says what an action was: as the journal keeps it, and in English words.
type titleJSON struct {
	Code  store.TitleCode `json:"code"`
	Name  string          `json:"name,omitempty"`
	Count int             `json:"count,omitempty"`
	At    string          `json:"at,omitempty"`
	Of    *titleJSON      `json:"of,omitempty"`
	Words string          `json:"words"`
}

type changeJSON struct {
	Entity store.Entity    `json:"entity"`
	ID     store.ID        `json:"id"`
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Run prints the actions, newest first.
func (c *historyCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		list := newRows(e.stdout, c.JSON, "WHEN", "WHO", "WHAT", "ROWS")
		err := eachPage(c.Limit, func(page store.Page) (int, error) {
			entries, _, err := p.History(e.ctx, store.HistoryQuery{Page: page})
			for _, h := range entries {
				row := actionOf(h)
				if err := list.add(row, h.At.Local().Format(whenFormat), row.Coder, cut(row.title(), 60), strconv.Itoa(row.Rows)); err != nil {
					return 0, err
				}
				if c.Lines {
					list.under(linesOf(h))
				}
			}
			return len(entries), err
		})
		if err != nil {
			return err
		}
		return list.end()
	})
}

// linesOf returns what an action changed, in words.
func linesOf(h store.HistoryEntry) []string {
	lines := make([]string, len(h.Lines))
	for i, l := range h.Lines {
		lines[i] = l.Word()
		if l.Of != "" {
			lines[i] = l.Of + " · " + lines[i]
		}
		change := l.Change(func(value string) string {
			if l.IsDate() {
				return notes.FormatDate(store.Date(value))
			}
			return value
		})
		if change != "" {
			lines[i] += ": " + change
		}
	}
	return lines
}

// actionOf returns an action as JSON has it.
func actionOf(h store.HistoryEntry) actionJSON {
	a := actionJSON{
		ID: h.Action, Kind: h.Kind, Title: titleOf(h.Title), Coder: h.Coder.Name, At: h.At.Format(time.RFC3339), Rows: h.Rows,
		Changes: make([]changeJSON, 0, len(h.Changes)),
	}
	for _, c := range h.Changes {
		a.Changes = append(a.Changes, changeJSON{c.Entity, c.ID, c.Field, fieldJSON(c.Before), fieldJSON(c.After)})
	}
	return a
}

// titleOf returns a title as JSON has it.
func titleOf(t store.Title) titleJSON {
	title := titleJSON{
		Code: t.Code, Name: t.Name, Count: t.Count, Words: t.English(func(at time.Time) string { return at.Local().Format(whenFormat) }),
	}
	if !t.At.IsZero() {
		title.At = t.At.Format(time.RFC3339)
	}
	if t.Of != nil {
		of := titleOf(*t.Of)
		title.Of = &of
	}
	return title
}

// fieldJSON returns a field as the journal has it; null when it is absent.
func fieldJSON(s string) json.RawMessage {
	if !json.Valid([]byte(s)) {
		return json.RawMessage("null")
	}
	return json.RawMessage(s)
}

// title says what was done, and when that was to take something back.
func (a actionJSON) title() string {
	switch a.Kind {
	case store.ActionUndo:
		return "Undo: " + a.Title.Words
	case store.ActionRedo:
		return "Redo: " + a.Title.Words
	default:
		return a.Title.Words
	}
}
