package store

import (
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
)

// ArticleTags returns the tags that articles carry themselves, by name, as what they were merged into. Those without any are not in it.
func (p *Project) ArticleTags(ctx context.Context, articles []ID) (tags map[ID][]Name, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		tags, err = articleTags(s, articles)
		return err
	})
	return tags, err
}

func articleTags(s sqlite.Source, articles []ID) (map[ID][]Name, error) {
	tags := map[ID][]Name{}
	return tags, sqlite.EachPortion(articles, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var article ID
			var tag Name
			err := scan((*idColumn)(&article), (*idColumn)(&tag.ID), (*stringColumn)(&tag.Name), (*stringColumn)(&tag.Colour))
			tags[article] = append(tags[article], tag)
			return err
		}, `SELECT l.annotation, t.id, t.name, t.colour FROM listing l INDEXED BY listing_annotation
			CROSS JOIN heading h ON h.key = l.heading CROSS JOIN tag t ON t.id = h.id
			WHERE l.annotation IN (`+in+`) AND h.role = '`+headTagged+`' ORDER BY h.sort`, args...)
	})
}

// SetArticleTags makes the list the tags that an article carries itself. Those that were deleted, and which therefore are not shown, stay:
// they come back with their tag.
func (b *Batch) SetArticleTags(article ID, tags []ID) error {
	have, err := b.tagsOn(article)
	if err != nil {
		return err
	}
	for _, on := range have {
		if on.live && !slices.ContainsFunc(tags, func(tag ID) bool { return tag == on.tag || tag == on.canonical }) {
			if err := b.setDeleted(EntityArticleTag, on.id, true); err != nil {
				return err
			}
		}
	}
	for _, tag := range tags {
		if err := b.TagArticles(tag, article); err != nil {
			return err
		}
	}
	return nil
}

// TagArticles puts a tag on articles, beside those that they carry.
func (b *Batch) TagArticles(tag ID, articles ...ID) error {
	if err := b.exists(EntityTag, tag, "The articles are to have a tag that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	for _, article := range articles {
		have, err := b.tagsOn(article)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(have, func(on tagOn) bool { return on.tag == tag || on.canonical == tag }) {
			continue
		}
		id := keyID(EntityArticleTag, article.String(), tag.String())
		if err := b.member(EntityArticleTag, id, &articleTag{Article: article, Tag: tag}); err != nil {
			return err
		}
	}
	return nil
}

// UntagArticles takes a tag, and those that were merged into it, off articles and those that were merged into these.
func (b *Batch) UntagArticles(tag ID, articles ...ID) error {
	for _, article := range articles {
		have, err := b.tagsOn(article)
		if err != nil {
			return err
		}
		for _, on := range have {
			if on.tag == tag || on.canonical == tag {
				if err := b.setDeleted(EntityArticleTag, on.id, true); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// tagOn is a tag on an article, as it is recorded.
type tagOn struct {
	id, tag   ID
	canonical ID   // what stands for the tag
	live      bool // whether that is there
}

// tagsOn are the tags on an article that is there, and on those that were merged into it.
func (b *Batch) tagsOn(article ID) (list []tagOn, err error) {
	if _, err := b.Article(article); err != nil {
		return nil, err
	}
	err = sqlite.Each(b.w.db, func(scan func(...any) error) error {
		var on tagOn
		err := scan((*idColumn)(&on.id), (*idColumn)(&on.tag), (*idColumn)(&on.canonical), &on.live)
		list = append(list, on)
		return err
	}, `SELECT g.id, g.tag, coalesce(t.canonical, g.tag), coalesce(c.live, 0) FROM article r
		CROSS JOIN article_tag g ON g.article = r.id AND g.deleted = 0 LEFT JOIN tag t ON t.id = g.tag LEFT JOIN tag c ON c.id = t.canonical
		WHERE r.id = ?1 OR r.canonical = ?1`, article[:])
	return list, err
}
