package store

// TagAnnotations puts a tag on annotations, beside those that they have.
func (b *Batch) TagAnnotations(tag ID, annotations ...ID) error {
	if err := b.exists(EntityTag, tag, "The annotations are to have a tag that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	for _, annotation := range annotations {
		if _, err := b.Annotation(annotation); err != nil {
			return err
		}
		id := keyID(EntityTagging, annotation.String(), tag.String())
		if err := b.member(EntityTagging, id, &tagging{Annotation: annotation, Tag: tag}); err != nil {
			return err
		}
	}
	return nil
}
