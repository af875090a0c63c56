package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestKeyHintWrapsItsWordsBesideTheKey(t *testing.T) {
	hint := NewKeyHint("Ctrl Shift V", "paste what was copied as a new article of the project")
	inWindow(t, container.NewWithoutLayout(hint), 400, 200)
	one := hint.HeightFor(hint.NaturalWidth() + 1)
	const narrow = 220
	if got := hint.HeightFor(narrow); got <= one {
		t.Fatalf("the height is %v when narrow, %v on one line", got, one)
	}
	hint.Resize(fyne.NewSize(narrow, hint.HeightFor(narrow)))
	words, key := hint.does, hint.cap
	if left := key.Position().X + key.Size().Width; words.Position().X < left {
		t.Errorf("the words begin at %v, the key ends at %v", words.Position().X, left)
	}
	if words.Position().Y > one/2 {
		t.Errorf("the words begin %v pixels down, below the key", words.Position().Y)
	}
	if right := words.Position().X + words.Size().Width; right > narrow {
		t.Errorf("the words reach to %v, want at most %d", right, narrow)
	}
}
