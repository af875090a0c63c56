package notesview

import (
	"strings"
	"unicode/utf8"

	"standpoint/app/notes"
	"standpoint/store/text"
)

// part is the document that some rows make by themselves, which are in their order. A list, a table or a passage has those of its items,
// rows and paragraphs; what led out of the part leads nowhere any more.
func (p pages) part(picked []int) notes.Document {
	d := notes.Document{Language: p.document.Language}
	for i := 0; i < len(picked); {
		r := p.rows[picked[i]]
		at := map[int]bool{}
		for ; i < len(picked) && p.rows[picked[i]].block == r.block; i++ {
			if k := p.rows[picked[i]].kind; k != rowHead {
				at[int(p.rows[picked[i]].at)] = true
			}
		}
		if r.block >= 0 {
			d.Blocks = append(d.Blocks, some(p.document.Blocks[r.block], at))
		} else if r.kind == rowTitle {
			d.Title = p.document.Title
		}
	}
	w := within{}
	w.gather(d.Blocks)
	for i, b := range d.Blocks {
		d.Blocks[i] = w.block(b)
	}
	return d
}

// some is a block with some of what it is made of.
func some(b notes.Block, at map[int]bool) notes.Block {
	switch b := b.(type) {
	case notes.List:
		var items []notes.Item
		for i, item := range b.Items {
			if at[i] {
				items = append(items, item)
			}
		}
		return notes.List{Items: items}
	case notes.Table:
		var rows [][]notes.Text
		for i, cells := range b.Rows {
			if at[i] {
				rows = append(rows, cells)
			}
		}
		b.Rows = rows
		return b
	case notes.Passage:
		return somePassage(b, at)
	}
	return b
}

// somePassage is a passage with some of its paragraphs, and with the marks in them.
func somePassage(b notes.Passage, at map[int]bool) notes.Passage {
	type kept struct{ from, to, now int } // code points: of a line as it was, and where it begins now
	var lines []kept
	var words []string
	from, now, paragraph := 0, 0, 0
	for line := range strings.SplitSeq(b.Words, "\n") {
		long := utf8.RuneCountInString(line)
		if strings.TrimSpace(line) != "" {
			if at[paragraph] {
				lines, words = append(lines, kept{from, from + long, now}), append(words, line)
				now += long + 1
			}
			paragraph++
		}
		from += long + 1
	}
	var marks []notes.Mark
	for _, m := range b.Marks {
		var spans []text.Span
		for _, s := range m.Spans {
			for _, l := range lines {
				if start, end := max(s.Start, l.from), min(s.End, l.to); start < end {
					spans = append(spans, text.Span{Start: start - l.from + l.now, End: end - l.from + l.now})
				}
			}
		}
		if m.Spans = spans; len(spans) > 0 {
			marks = append(marks, m)
		}
	}
	return notes.Passage{Words: strings.Join(words, "\n"), Language: b.Language, Marks: marks}
}

// within are the anchors of a part.
type within map[string]bool

func (w within) gather(blocks []notes.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case notes.Heading:
			w[b.Anchor] = true
		case notes.Quote:
			w[b.Anchor] = true
		case notes.List:
			for _, item := range b.Items {
				w[item.Anchor] = true
				w.gather(item.Blocks)
			}
		case notes.Passage:
			for _, m := range b.Marks {
				w[m.Anchor] = true
			}
		}
	}
}

// block is a block in which nothing leads out of the part.
func (w within) block(b notes.Block) notes.Block {
	switch b := b.(type) {
	case notes.Heading:
		b.Text = w.text(b.Text)
		return b
	case notes.Paragraph:
		return notes.Paragraph{Text: w.text(b.Text)}
	case notes.Quote:
		b.Lead = w.text(b.Lead)
		return b
	case notes.List:
		items := make([]notes.Item, len(b.Items))
		for i, item := range b.Items {
			items[i] = notes.Item{Anchor: item.Anchor, Text: w.text(item.Text)}
			for _, beneath := range item.Blocks {
				items[i].Blocks = append(items[i].Blocks, w.block(beneath))
			}
		}
		return notes.List{Items: items}
	case notes.Table:
		b.Head = w.texts(b.Head)
		rows := make([][]notes.Text, len(b.Rows))
		for i, cells := range b.Rows {
			rows[i] = w.texts(cells)
		}
		b.Rows = rows
		return b
	case notes.Passage:
		for i := range b.Marks {
			b.Marks[i].Lines = w.texts(b.Marks[i].Lines)
		}
		return b
	}
	return b
}

func (w within) texts(all []notes.Text) []notes.Text {
	list := make([]notes.Text, len(all))
	for i, t := range all {
		list[i] = w.text(t)
	}
	return list
}

func (w within) text(t notes.Text) notes.Text {
	list := make(notes.Text, len(t))
	for i, r := range t {
		if !w[r.To] {
			r.To = ""
		}
		r.Note = w.text(r.Note)
		if len(r.Note) == 0 {
			r.Note = nil
		}
		list[i] = r
	}
	return list
}
