package standings

import (
	"bytes"
	"context"
	"io"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/message"
	"standpoint/app/outfile"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// format is a form in which a figure, or what stands behind it, is written.
type format struct {
	key       string // by which it is remembered
	label     string
	extension string
	write     func(out leaving, w io.Writer) error
}

// leaving is a figure that leaves the window.
type leaving struct {
	drawn  *figure.Picture
	rows   discourse.Rows
	matrix *discourse.Matrix // of a network; else nil
}

// formats are the forms in which a tab is exported, the usual one first.
func formats(tab string) []format {
	drawn := func(label string, f figure.Format) format {
		return format{string(f), label, string(f), func(out leaving, w io.Writer) error { return out.drawn.Write(w, f) }}
	}
	list := []format{
		drawn(lang.L("Drawing (SVG)"), figure.FormatSVG), drawn(lang.L("Picture (PNG)"), figure.FormatPNG),
		drawn(lang.L("PDF"), figure.FormatPDF), drawn(lang.L("Web page (HTML)"), figure.FormatHTML),
		drawn(lang.L("Table behind the figure (CSV)"), figure.FormatCSV), drawn(lang.L("All tables behind it (XLSX)"), figure.FormatXLSX),
		{"events", lang.L("Each position with all that is known of it (CSV)"), "csv", func(out leaving, w io.Writer) error {
			return out.rows.WriteEvents(w)
		}},
	}
	if tab != tabNetwork {
		return list
	}
	network := func(label string, f discourse.Format) format {
		return format{string(f), label, string(f), func(out leaving, w io.Writer) error { return out.matrix.Write(w, f) }}
	}
	return append(list, network(lang.L("Network (GraphML)"), discourse.GraphML), network(lang.L("Network (GEXF)"), discourse.GEXF),
		network(lang.L("Network (DL)"), discourse.DL), network(lang.L("Network (DOT)"), discourse.DOT))
}

// The preferences that keep in which form figures were exported last, and whether with the day.
const (
	prefFormat = "format of figures"
	prefMade   = "figures with their day"
)

// isFigure reports whether something is shown that can leave the window.
func (v *View) isFigure() bool {
	return v.desk.IsInFront(v) && v.body.Objects[0] != fyne.CanvasObject(v.empty)
}

// title is what the figure is called.
func (v *View) title() string {
	if v.made.sheet != nil {
		return v.made.sheet.Title
	}
	for _, tab := range tabsOf() {
		if tab.Key == v.made.tab {
			return tab.Label
		}
	}
	return ""
}

// export asks in which form the figure is to be written and where, and writes it there, with the exact words behind its marks.
func (v *View) export() {
	list := formats(v.made.tab)
	options := make([]control.Option, len(list))
	for i, f := range list {
		options[i] = control.Option{Key: f.key, Word: f.label}
	}
	s := message.Sheet{Over: v.desk.Boxes}
	chosen := s.Captioned(lang.L("Format"), options, v.desk.Prefs.String(prefFormat))
	made := s.Tick(lang.L("Tell below the figure on which day it was made"), v.desk.Prefs.Bool(prefMade))
	v.desk.Post(&message.Message{
		Title: words.Sentence("Export “%s”", v.title()), Body: s.Object(), Yes: lang.L("Choose a file…"), No: lang.L("Cancel"),
		First: chosen.Focus,
		Agreed: func() {
			v.desk.Prefs.SetString(prefFormat, chosen.Value())
			v.desk.Prefs.SetBool(prefMade, made.Checked)
			for _, f := range list {
				if f.key == chosen.Value() {
					v.exportAs(f, made.Checked)
				}
			}
		},
	})
}

// exportAs asks where the figure is to be written in a format, and writes it there.
func (v *View) exportAs(f format, made bool) {
	p, draw := v.desk.Project, v.drawing(made)
	v.desk.Picker.SaveFile(picker.Request{
		Title: words.Sentence("Choose where the figure “%s” is written", v.title()), Purpose: picker.ForFigures,
		Name: picker.FileName(p.Name()+" "+v.title()) + "." + f.extension, Filters: []picker.Filter{picker.Document(f.label, f.extension)},
	}, v.desk.Chosen(func(path string) {
		v.desk.Start(p, lang.L("Exporting…"), func(ctx context.Context, _ func(done, total int)) func() {
			out, err := draw(ctx, p)
			if err == nil {
				err = outfile.Replace(path, func(w io.Writer) error { return f.write(out, w) })
			}
			return func() {
				if !v.desk.Failed(err) {
					v.desk.Tell(words.Sentence("Written: %s", path))
				}
			}
		})
	}))
}

// again is what makes the figure that is shown once more, as it is.
func (v *View) again() making {
	return making{
		tab: v.made.tab, chosen: v.made.chosen, filter: v.made.filter, network: v.network.asked(v.forms[tabNetwork]),
		counted: v.made.counted,
	}
}

// drawing draws what is shown now, with the exact words behind its marks and, if it is asked for, the day on which it is made.
func (v *View) drawing(made bool) func(context.Context, *store.Project) (leaving, error) {
	m := v.again()
	return func(ctx context.Context, p *store.Project) (out leaving, err error) {
		out.rows = m.counted.rows
		o := figure.Options{Language: words.Spoken(), Filter: m.filter}
		if made {
			o.Made = store.Day(time.Now().Format(time.DateOnly))
		}
		if o.Quotes, o.Carriers, err = discourse.Told(ctx, p, discourse.Positions(out.rows.List)); err != nil {
			return out, err
		}
		if m.tab == tabNetwork {
			if m.network.woven, err = m.network.weave(ctx, m.counted, nil); err != nil {
				return out, err
			}
			out.matrix = m.network.woven.Matrix()
		}
		out.drawn, err = m.draw(ctx, out.rows, o)
		return out, err
	}
}

// copyPicture puts the figure on the clipboard as a picture, two pixels to each of it.
func (v *View) copyPicture() {
	p, draw := v.desk.Project, v.drawing(false)
	v.desk.Start(p, lang.L("Copying…"), func(ctx context.Context, _ func(done, total int)) func() {
		var png bytes.Buffer
		out, err := draw(ctx, p)
		if err == nil {
			err = out.drawn.Write(&png, figure.FormatPNG)
		}
		if err == nil {
			err = v.desk.CopyPicture(ctx, png.Bytes())
		}
		return func() {
			if !v.desk.Failed(err) {
				v.desk.Tell(lang.L("The figure is copied as a picture."))
			}
		}
	})
}

// copy puts what the figure says in words on the clipboard.
func (v *View) copy() {
	desk.Query(v.desk, &v.copying, v.drawing(false), func(out leaving) {
		s := out.drawn
		v.desk.UI.Clipboard().SetContent(s.Title + "\n\n" + s.Description + "\n\n" + strings.Join(s.Caption, "\n") + "\n")
		v.desk.Tell(lang.L("The figure is copied as text."))
	})
}
