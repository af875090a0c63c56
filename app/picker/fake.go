package picker

// Fake is a Picker for tests: it answers at once, without a dialog.
type Fake struct {
	// Paths are the answers still to give, in order; when there are none left
	// the person gives up.
	Paths []string
	// Asked are the requests so far.
	Asked []Request
}

// OpenFile implements Picker.
func (f *Fake) OpenFile(r Request, answer Answer) { f.next(r, answer) }

// OpenFiles implements Picker. It answers with all that there are.
func (f *Fake) OpenFiles(r Request, answer Answers) {
	f.Asked = append(f.Asked, r)
	if len(f.Paths) == 0 {
		answer(nil, ErrGivenUp)
		return
	}
	paths := f.Paths
	f.Paths = nil
	answer(paths, nil)
}

// SaveFile implements Picker.
func (f *Fake) SaveFile(r Request, answer Answer) { f.next(r, answer) }

// OpenFolder implements Picker.
func (f *Fake) OpenFolder(r Request, answer Answer) { f.next(r, answer) }

func (f *Fake) next(r Request, answer Answer) {
	f.Asked = append(f.Asked, r)
	if len(f.Paths) == 0 {
		answer("", ErrGivenUp)
		return
	}
	path := f.Paths[0]
	f.Paths = f.Paths[1:]
	answer(path, nil)
}
