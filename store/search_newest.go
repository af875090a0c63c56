package store

import (
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// newestTexts is among how many texts a page is sought first, where words are asked for apart from those by which the index is walked:
// all texts with such words would have to be known before the first one could be shown; and where what fields ask for may be found in old
// articles alone. Tests have fewer.
var newestTexts = 5000

// fewWorded is how many texts that hold some words are looked at, one after another, whatever else is asked of them. Tests have fewer.
var fewWorded = 2000

// amongNewest is the same search among the newest texts alone; nil if it need not go through many.
func (f *searching) amongNewest(s sqlite.Snapshot) (*searching, error) {
	if f.narrowing.isFew || !f.narrowing.mayBeFar() && !slices.ContainsFunc(f.rest, f.asksApart) {
		return nil, nil
	}
	var key int64
	found, err := sqlite.One(s, []any{&key}, `SELECT key FROM found WHERE key < ? ORDER BY key DESC LIMIT 1 OFFSET ?`,
		f.narrowing.before, newestTexts)
	day := key >> foundDayAt
	if err != nil || !found || day <= 1 || day >= lastFoundDay { // there the days of a key are not those of the articles
		return nil, err
	}
	newest := *f
	newest.narrowing.from = max(f.narrowing.from, day<<foundDayAt)
	var since sqlite.Filter
	since.And(`a.day >= ?`, firstFoundDay.AddDate(0, 0, int(day)-1).Format(time.DateOnly))
	newest.narrowing.walks = append(slices.Clone(f.narrowing.walks), since)
	return &newest, nil
}

// mayBeFar reports whether all that is found may be in articles far from the newest, for what is known of them.
func (n *narrowing) mayBeFar() bool {
	return n.joined || slices.ContainsFunc(n.asked, func(c articleCondition) bool { return !c.ofValue || c.sifted != nil })
}

// hasRareWords reports whether few texts hold the words by which the index is walked.
func (f *searching) hasRareWords(s sqlite.Source) (bool, error) {
	if f.fts == "" {
		return false, nil
	}
	texts, err := sqlite.Number(s, `SELECT (SELECT count(*) FROM (SELECT 1 FROM found_text WHERE found_text MATCH ?1 LIMIT ?2))
		+ (SELECT count(*) FROM (SELECT 1 FROM found_body WHERE found_body MATCH ?1 LIMIT ?2))`, f.fts, fewWorded+1)
	return texts <= fewWorded, err
}

// asksApart reports whether a part of the query needs to know which texts hold some words before it can be asked of one.
func (f *searching) asksApart(n *text.QueryNode) bool {
	if _, resolved := f.fields[n]; resolved {
		return false
	}
	return n.Op != text.OpField && (canBeAsked(n) || slices.ContainsFunc(n.Of, f.asksApart))
}
