package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhatAnOpenDocumentShowsIsReadAndWhatItHidesIsNot(t *testing.T) {
	styles := `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>`
	hidden := `<text:span text:style-name="H">old <text:span>and </text:span></text:span>`
	frame := func(words string) string {
		return "<draw:frame><draw:text-box><text:p>A box says</text:p><text:list><text:list-item><text:p>" + words +
			"</text:p></text:list-item></text:list></draw:text-box><svg:title>A title</svg:title><svg:desc>A picture of it</svg:desc></draw:frame>"
	}
	body := "<text:p>The " + hidden + "ferry" + frame("this.") + " sails" +
		`<office:annotation><dc:creator>Ada</dc:creator><dc:date>2031-05-16</dc:date><text:p>Where to?</text:p></office:annotation>.</text:p>` +
		"<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title>" +
		"<text:p>The vote 1</text:p></text:index-body></text:table-of-content>" +
		"<text:p><text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby> is closed.</text:p>" +
		`<text:p><text:hidden-text text:is-hidden="true">secret</text:hidden-text><text:title>Named</text:title> here.</text:p>` +
		`<text:section text:display="none"><text:p>Hidden.</text:p></text:section>` +
		"<table:table><table:table-row><table:table-cell><text:p>North" + frame("that.") + "</text:p></table:table-cell><table:table-cell>" +
		"<text:p>12</text:p></table:table-cell></table:table-row></table:table>"
	data := zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content xmlns:svg="urn:svg" `+
		`xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:table="b" xmlns:dc="c"><office:automatic-styles>`+styles+
		`</office:automatic-styles><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
	d, err := parseOne(t, "file.odt", []byte(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "The ferry sails.\n\nA box says\n\n• this.\n\n港 is closed.\n\nNamed here.\n\nNorth | 12\n\nA box says\n\n• that."
	if diff := cmp.Diff(want, d.Body); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(d.Highlights) != 1 || d.Highlights[0].note() != "Ada: Where to?" ||
		d.Body[d.Highlights[0].Span.Start:d.Highlights[0].Span.End] != "sails" {
		t.Errorf("%+v", d.Highlights)
	}
}
