package discourse

import (
	"bufio"
	"io"
	"strconv"

	"standpoint/store"
)

// EventsFormat is the first line of a list of events: its format and version.
const EventsFormat = "# standpoint events 1"

// eventColumns are the columns of a list of events.
var eventColumns = []string{
	"position", "statement", "article", "title", "outlet", "published", "status", "holder", "holder_id", "holder_kind", "recorded_holder",
	"recorded_holder_id", "issue", "issue_id", "stance", "conditional", "date", "date_from", "first_day", "last_day", "according_to", "weight",
	"coder",
}

// WriteEvents writes positions as comma-separated values (RFC 4180), one record for each holder of each, oldest first, below a line that
// names the format and its version.
func (r Rows) WriteEvents(w io.Writer) error {
	out := &writer{to: bufio.NewWriter(w)}
	record := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				out.put(",")
			}
			out.put(cell(c))
		}
		out.put("\r\n")
	}
	out.put(EventsFormat + "\r\n")
	record(eventColumns)
	h := r.Holdings
	for _, row := range r.List {
		p := row.Position
		in, holder, recorded, issue := h.Articles[p.Article], h.Actors[row.Holder], h.Actors[row.Recorded], h.Issues[p.Issue]
		statement := ""
		if p.Statement != (store.ID{}) {
			statement = p.Statement.String()
		}
		record([]string{
			p.ID.String(), statement, p.Article.String(), in.Title, in.Source, string(in.Published), string(in.Status),
			holder.Name, holder.ID.String(), string(holder.Kind), recorded.Name, recorded.ID.String(), issue.Name, issue.ID.String(),
			string(p.Stance), strconv.FormatBool(p.Conditional),
			string(p.Date), string(p.DateFrom), string(p.Date.First()), string(p.Date.Last()), strconv.FormatBool(row.Told), number(row.Weight),
			p.Coder.String(),
		})
	}
	return out.to.Flush()
}
