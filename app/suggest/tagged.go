package suggest

import "standpoint/app/suggest/tagger"

// tag tells the parts of speech of all words of an English text.
func (d *document) tag() {
	if !d.isEnglish() {
		return
	}
	d.tags = make([]tagger.Tag, 0, len(d.words))
	var sentence []tagger.Word
	for _, s := range d.sentences {
		sentence = sentence[:0]
		for _, w := range d.words[s[0]:s[1]] {
			sentence = append(sentence, tagger.Word{Text: w.text, Fold: w.fold, Owns: w.owns})
		}
		d.tags = tagger.Tags(d.tags, sentence)
	}
}

// isEnglish reports whether the text is in English: as its article says, or by its words.
func (d *document) isEnglish() bool {
	if language := d.Language; language != "" {
		return language == "en" || len(language) > 2 && language[:3] == "en-"
	}
	return d.Text.isEnglish()
}
