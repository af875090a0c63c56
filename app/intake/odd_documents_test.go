package intake

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// sheetOf is a workbook with values of any kind, as a spreadsheet writes them, its days counted from 1904 if it says so.
func sheetOf(t testing.TB, from1904 bool, rows ...[]any) string {
	t.Helper()
	book := excelize.NewFile()
	if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err == nil {
			err = book.SetSheetRow("Sheet1", at, &row)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A spreadsheet counts days, and shows them as its reader's country does, often with two digits of the year.
func TestDatesOfAWorkbookAreReadHoweverItShowsThem(t *testing.T) {
	day := time.Date(2031, 5, 16, 10, 20, 0, 0, time.UTC)
	for _, from1904 := range []bool{false, true} {
		book := sheetOf(t, from1904, []any{"Title", "Date", "Body"}, []any{"Talks", day, "It ends."},
			[]any{"Ferry", "17 May 2031", "It sails."}, []any{"Band", 2031, "It stays."})
		drafts, err := Parse(t.Context(), "rows.xlsx", []byte(book), Options{})
		if err != nil || len(drafts) != 3 {
			t.Fatalf("%d articles, %v", len(drafts), err)
		}
		for i, want := range []string{"2031-05-16", "2031-05-17", "2031"} {
			if got := string(drafts[i].Article.Published); got != want {
				t.Errorf("counted from 1904 %v: %q, want %q; %v", from1904, got, want, drafts[i].Notes)
			}
		}
	}
}

func TestATitleMayStandAboveTheNamesOfColumns(t *testing.T) {
	d, err := parseOne(t, "rows.xlsx", []byte(sheetOf(t, false, []any{"Press review of May 2031"}, []any{}, []any{"Title", "Outlet", "Text"},
		[]any{"Ferry", "Courier", "It sails."})), Options{})
	if got := wanted(d); err != nil || got != (want{title: "Ferry", source: "Courier", body: "It sails."}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestChangesAndBoxesOfAWordDocument(t *testing.T) {
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + "</w:t></w:r>" }
	box := "<w:txbxContent><w:p>" + run("A box says this,") + "</w:p><w:p>" + run("and this.") + "</w:p></w:txbxContent>"
	for _, test := range []struct{ name, in, want string }{
		{
			"a text box in a paragraph", "<w:p>" + run("The ferry") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
				"</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" sails.") +
				"</w:p><w:p>" + run("It does.") + "</w:p>",
			"The ferry sails.\n\nA box says this,\n\nand this.\n\nIt does.",
		},
		{
			"the end of a paragraph that was deleted", "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + run("The ferry ") + "</w:p><w:p>" +
				run("sails.") + "</w:p><w:p>" + run("It does.") + "</w:p>",
			"The ferry sails.\n\nIt does.",
		},
		{
			"a deleted row", "<w:tbl><w:tr><w:tc><w:p>" + run("North") + "</w:p></w:tc><w:tc><w:p>" + run("12") + "</w:p></w:tc></w:tr><w:tr>" +
				`<w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>` + run("It sails.") + "</w:p>",
			"North | 12\n\nIt sails.",
		},
		{
			"changes within changes", "<w:p>" + run("The ") + "<w:ins><w:ins>" + run("ferry ") + "<w:del><w:r><w:delText>boat </w:delText></w:r>" +
				"</w:del></w:ins></w:ins>" + run("sails.") + "</w:p><w:p><w:moveFrom>" + run("Moved.") + "</w:moveFrom></w:p><w:p><w:moveTo>" +
				run("Moved.") + "</w:moveTo></w:p>",
			"The ferry sails.\n\nMoved.",
		},
	} {
		d, err := parseOne(t, "file.docx", []byte(docxFile(t, test.in)), Options{})
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, d.Body); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestAMessageThatIsAttachedAsAFileIsAnArticle(t *testing.T) {
	drafts, err := Parse(t.Context(), "mail.eml", []byte(envelope+"Content-Type: multipart/mixed; boundary=XX\r\n\r\n--XX\r\n"+
		"Content-Type: text/plain\r\n\r\nSee below.\r\n--XX\r\nContent-Type: application/octet-stream; name=\"inner.eml\"\r\n"+
		"Content-Disposition: attachment; filename=\"inner.eml\"\r\n\r\n"+envelope+
		"Content-Type: text/plain\r\n\r\nThe ferry sails.\r\n--XX--\r\n"),
		Options{})
	if err != nil || len(drafts) != 2 || drafts[1].Body != "The ferry sails." {
		t.Errorf("%d articles, %v", len(drafts), err)
	}
}
