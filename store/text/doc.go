// Package text holds the body of an article and everything that is true of it
// as text: spans and the anchors that tie annotations to them, lines,
// paragraphs, sentences, words, grapheme clusters and quotations, and the
// folding of text for search.
//
// Positions and spans count Unicode code points. This package alone converts
// them to bytes and to UTF-16. It leaves to others how a body came out of a
// file, where it is kept, and how it is drawn.
package text
