package store

import "standpoint/store/text"

// EditBody gives an article another text. Anchors and cues on the text that it had move along with their words, also those of
// annotations in the trash. Those whose words the text has no longer as they were stay on the earlier text: they are unplaced,
// and counted, in the
// trash or not. CodeInvalid if the text cannot be stored.
func (b *Batch) EditBody(article ID, body string) (moved, unplaced int, err error) {
	a, err := b.Article(article)
	if err != nil {
		return 0, 0, err
	}
	hash, err := b.AddBody(body)
	if err != nil || hash == a.Body {
		return 0, 0, err
	}
	edit, err := b.newEdit(a.Body, hash)
	if err != nil {
		return 0, 0, err
	}
	if err := b.UpdateArticle(article, func(a *Article) { a.Body = hash }); err != nil {
		return 0, 0, err
	}
	annotations, err := ids(b.w.db, `SELECT id FROM annotation WHERE article = ?1 OR shown_in = ?1 ORDER BY id`, article[:])
	if err != nil {
		return 0, 0, err
	}
	for _, id := range annotations {
		n, err := b.moveAnchor(id, edit)
		switch {
		case err != nil:
			return 0, 0, err
		case n.Anchor.IsZero():
		case n.Anchor.Body == hash:
			moved++
		default:
			unplaced++
		}
	}
	return moved, unplaced, nil
}

func (b *Batch) newEdit(before, after text.Hash) (*text.Edit, error) {
	was, err := b.Body(before)
	if err != nil {
		return nil, err
	}
	is, err := b.Body(after)
	if err != nil {
		return nil, err
	}
	return text.NewEdit(was, is), nil
}

// moveAnchor moves the anchor and the cue of an annotation, in the trash or not, each if it can, and returns the annotation as
// it is then.
func (b *Batch) moveAnchor(id ID, edit *text.Edit) (Annotation, error) {
	t := tableFor(EntityAnnotation)
	f, err := t.get(b.w.db, id)
	if err != nil || f == nil {
		return Annotation{}, err
	}
	before, ok := f.row.(*Annotation)
	if !ok {
		return Annotation{}, nil
	}
	after := *before
	after.Anchor, _ = edit.Move(after.Anchor)
	after.Cue, _ = edit.Move(after.Cue)
	fields := t.diff(before, &after)
	if len(fields) == 0 {
		return after, nil
	}
	return after, b.change(EntityAnnotation, id, fields)
}
