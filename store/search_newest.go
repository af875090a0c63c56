package store

import (
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// newestTexts is among how many texts a page is sought first, where words are asked for apart from those by which the index is walked:
// all texts with such words would have to be known before the first one could be shown. Tests have fewer.
var newestTexts = 5000

// amongNewest is the same search among the newest texts alone; nil if it need not go through many.
func (f *searching) amongNewest(s sqlite.Snapshot) (*searching, error) {
	if f.narrowing.isFew || !slices.ContainsFunc(f.rest, f.asksApart) {
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

// asksApart reports whether a part of the query needs to know which texts hold some words before it can be asked of one.
func (f *searching) asksApart(n *text.QueryNode) bool {
	if _, resolved := f.fields[n]; resolved {
		return false
	}
	return n.Op != text.OpField && (canBeAsked(n) || slices.ContainsFunc(n.Of, f.asksApart))
}
