package store

import (
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// AddArticle adds an article with its body. A body of "" keeps a.Body, which must be stored already. Errors:
// *DuplicateError, CodeInvalid (with the byte offset in the body).
func (b *Batch) AddArticle(a Article, body string) (Article, error) {
	if body != "" || a.Body.IsZero() {
		h, err := b.AddBody(body)
		if err != nil {
			return a, err
		}
		a.Body = h
	}
	return b.addArticle(a)
}

// AddPrepared adds an article with a body that was prepared, as AddArticle does.
func (b *Batch) AddPrepared(a Article, body *PreparedBody) (Article, error) {
	if err := b.addBody(body.body); err != nil {
		return a, err
	}
	a.Body = body.Hash()
	b.stale.words[a.Body] = body.words
	return b.addArticle(a)
}

// addArticle adds an article whose body is stored.
func (b *Batch) addArticle(a Article) (Article, error) {
	if err := b.checkArticle(&Article{}, &a); err != nil {
		return a, err
	}
	first, same, found, err := findDuplicate(b.w.db, a.Body, a.Source, a.Published)
	if err != nil {
		return a, err
	}
	if found && same {
		return a, &DuplicateError{First: first, Same: true}
	}
	return a, b.add(EntityArticle, &a)
}

// FindDuplicate returns the first article with the body, as Project.FindDuplicate does, with those that the batch added.
func (b *Batch) FindDuplicate(body text.Hash, outlet string, published Date) (first Article, same, found bool, err error) {
	return findDuplicate(b.w.db, body, outlet, published)
}

// UpdateArticle changes the fields that fn sets.
func (b *Batch) UpdateArticle(id ID, fn func(*Article)) error {
	return update(b, EntityArticle, id, fn, b.checkArticle)
}

// Article returns an article as the batch sees it.
func (b *Batch) Article(id ID) (Article, error) { return find[Article](b.w.db, EntityArticle, id) }

func (b *Batch) checkArticle(before, a *Article) error {
	a.Title, a.Source = strings.TrimSpace(a.Title), strings.TrimSpace(a.Source)
	var err error
	if a.Published, err = ParseDate(string(a.Published)); err != nil {
		return err
	}
	if isNewCode(before.Status, a.Status, StatusUnread, StatusInProgress, StatusCoded, StatusReviewed) {
		return invalidf("%q is not the status of an article. It is \"\" (unread), in_progress, coded or reviewed.", a.Status)
	}
	for _, h := range []struct{ now, before FileHash }{{a.Original, before.Original}, {a.AttachmentHash, before.AttachmentHash}} {
		if h.now != "" && h.now != h.before && !h.now.IsValid() {
			return invalidf("%q is no hash of a file: it has 64 lower-case hexadecimal digits.", string(h.now))
		}
	}
	if a.Body == before.Body && !a.Body.IsZero() {
		return nil
	}
	body, err := b.Body(a.Body)
	if err != nil {
		return invalidf("The article's text (%s) is not in the project.", a.Body)
	}
	if body.Len() == 0 {
		return invalidf("The article has no text.")
	}
	return nil
}

// findDuplicate returns the first live article with the body, before others the one with the same source and date.
func findDuplicate(src sqlite.Source, body text.Hash, outlet string, published Date) (first Article, same, found bool, err error) {
	t := tableFor(EntityArticle)
	found, err = sqlite.One(src, append(t.destinations(&first), &same),
		`SELECT `+t.selection("a")+`, source = ?2 AND published = ?3 FROM article a INDEXED BY article_by_body_id_desc
		WHERE body = ?1 AND live = 1 ORDER BY source = ?2 AND published = ?3 DESC, id LIMIT 1`,
		body[:], outlet, string(published))
	return first, same, found, err
}

// SetInProgress sets an article in progress that is unread, as somebody annotates it.
func (b *Batch) SetInProgress(article ID) error {
	a, err := b.Article(article)
	if err != nil || a.Status != StatusUnread {
		return err
	}
	return b.UpdateArticle(article, func(a *Article) { a.Status = StatusInProgress })
}
