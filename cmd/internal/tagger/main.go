// Command tagger writes app/suggest/tagger/weights.bin: what the tagger of English sentences knows, learnt from a folder of texts that were
// tagged by hand, in CoNLL-U: the parts of the GUM corpus that are under CC BY.
//
//	go run ./cmd/internal/tagger FOLDER app/suggest/tagger/weights.bin
//	go run ./cmd/internal/tagger FOLDER
//
// Without a file to write, it tells how many words are tagged right, in each third of the texts by what is learnt from the others.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"standpoint/app/suggest/tagger"
)

const rounds = 12

func main() {
	if len(os.Args) != 2 && len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "Name the folder of the texts, and the file to write.")
		os.Exit(2)
	}
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	texts, err := readFolder(args[0])
	if err != nil {
		return err
	}
	if len(args) == 1 {
		return measure(texts, w)
	}
	var b bytes.Buffer
	if err := learn(texts).Encode(&b); err != nil {
		return err
	}
	return os.WriteFile(args[1], b.Bytes(), 0o644)
}

// readFolder reads the texts of a folder, in the order of their names.
func readFolder(folder string) (texts [][]tagger.Tagged, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.conllu"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no file in CoNLL-U", folder)
	}
	slices.Sort(files)
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		sentences, err := read(file)
		file.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		texts = append(texts, sentences)
	}
	return texts, nil
}

// learn learns from texts, and from some of their sentences in capitals, as headlines are written.
func learn(texts [][]tagger.Tagged) *tagger.Model {
	const oneOf, asTitle, asCapitals = 12, 3, 7
	var all []tagger.Tagged
	n := 0
	for _, text := range texts {
		for _, s := range text {
			all = append(all, s)
			switch n++; n % oneOf {
			case asTitle:
				all = append(all, written(s, inTitle))
			case asCapitals:
				all = append(all, written(s, inCapitals))
			}
		}
	}
	return tagger.Learn(all, rounds)
}

// measure tells how many words of each third are tagged right by what is learnt from the others.
func measure(texts [][]tagger.Tagged, w io.Writer) error {
	const parts = 3
	var c count
	for part := range parts {
		var left, rest [][]tagger.Tagged
		for i, text := range texts {
			if i%parts == part {
				left = append(left, text)
			} else {
				rest = append(rest, text)
			}
		}
		c.add(learn(rest), slices.Concat(left...))
	}
	_, err := fmt.Fprintf(w, "%d words: %.1f %% right, %.1f %% where all are written large\n",
		c.all, percent(c.right, c.all), percent(c.headlines, c.all))
	return err
}

// count is how many words are tagged right.
type count struct {
	all, right, headlines int
}

func (c *count) add(m *tagger.Model, sentences []tagger.Tagged) {
	for _, s := range sentences {
		c.all += len(s.Tags)
		c.right += same(m.Tags(nil, s.Words), s.Tags)
		c.headlines += same(m.Tags(nil, written(s, inTitle).Words), s.Tags)
	}
}

// same is how many tags of a sentence are right.
func same(tags, right []tagger.Tag) (n int) {
	for i, tag := range tags {
		if tag == right[i] {
			n++
		}
	}
	return n
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
