//go:build window

package clipboard

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// pasted asks the owner of a clipboard for a form of what is on it, as a program does that pastes, and returns the parts in which it comes.
func pasted(t *testing.T, d *display, form string) (parts [][]byte) {
	t.Helper()
	c, err := d.connect()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }() // all was heard on it
	clipboard, _, err := c.clipboard()
	if err != nil {
		t.Fatal(err)
	}
	asked, err := c.atom(form)
	if err != nil {
		t.Fatal(err)
	}
	inParts, err := c.atom("INCR")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.convert(clipboard, asked); err != nil {
		t.Fatal(err)
	}
	const propertyChanges, eventMask, getProperty, newValue = 1 << 22, 1 << 11, 20, 0
	if err := c.send(u32(request(requestChangeAttributes, 4), c.window, eventMask, propertyChanges)); err != nil {
		t.Fatal(err)
	}
	take := func() (kind uint32, data []byte) {
		if err := c.send(u32([]byte{getProperty, 1, 6, 0}, c.window, asked, 0, 0, 1<<20)); err != nil {
			t.Fatal(err)
		}
		for {
			head, err := c.next()
			if err != nil {
				t.Fatal(err)
			}
			if head[0] != isReply {
				continue
			}
			data, err := c.read(4 * int(binary.LittleEndian.Uint32(head[4:])))
			if err != nil {
				t.Fatal(err)
			}
			return binary.LittleEndian.Uint32(head[8:]), data[:int(binary.LittleEndian.Uint32(head[16:]))*int(max(head[1], 8)/8)]
		}
	}
	for {
		told, err := c.next()
		if err != nil {
			t.Fatal(err)
		}
		if told[0]&^isSent == isSelectionEvent {
			if binary.LittleEndian.Uint32(told[20:]) == 0 {
				return nil // there is none in this form
			}
			break
		}
	}
	kind, data := take()
	if kind != inParts {
		return [][]byte{data}
	}
	for {
		told, err := c.next()
		if err != nil {
			t.Fatal(err)
		}
		if told[0] == isPropertyEvent && told[16] == newValue {
			if _, data = take(); len(data) == 0 {
				return parts
			}
			parts = append(parts, data)
		}
	}
}

func TestACopiedPictureIsPastedOnARealServer(t *testing.T) {
	d := realServer(t)
	small, large := []byte("a picture"), make([]byte, 700_001) // more than one request holds
	r := rand.New(rand.NewPCG(1, 1))
	for i := range large {
		large[i] = byte(r.Uint32())
	}
	for _, png := range [][]byte{small, large, small} {
		if err := d.hold(png); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			parts := pasted(t, d, "image/png")
			if !bytes.Equal(slices.Concat(parts...), png) || (len(parts) > 1) != (len(png) > 1<<18) {
				t.Errorf("of %d bytes %d come, in %d parts", len(png), len(slices.Concat(parts...)), len(parts))
			}
		}
		if parts := pasted(t, d, "TARGETS"); len(parts) != 1 || len(parts[0]) != 8 {
			t.Errorf("its forms are %v", parts)
		}
		if parts := pasted(t, d, "UTF8_STRING"); parts != nil {
			t.Errorf("as text it is %q", parts)
		}
		if answers, err := d.answers(0); err != nil || !answers {
			t.Errorf("asked before a paste it answers: %v, %v", answers, err)
		}
		path, err := exec.LookPath("xclip")
		if err != nil {
			t.Log("there is no xclip to read it, too")
			continue
		}
		c := exec.CommandContext(t.Context(), path, "-display", ":"+d.number, "-selection", "clipboard", "-target", "image/png", "-out")
		if got, err := c.Output(); err != nil || !bytes.Equal(got, png) {
			t.Errorf("another program reads %d bytes of %d, %v", len(got), len(png), err)
		}
	}
}

func TestAPictureGoesWhenAnotherProgramCopiesOnARealServer(t *testing.T) {
	d := realServer(t)
	if err := d.hold([]byte("a picture")); err != nil {
		t.Fatal(err)
	}
	other, err := d.connect()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	if err := (&holder{connection: other}).take(); err != nil {
		t.Fatal(err)
	}
	if _, of, err := other.clipboard(); err != nil || of != owner(other.window) {
		t.Errorf("it belongs to %d, not to %d: %v", of, other.window, err)
	}
	d.patience = 100 * time.Millisecond
	if answers, err := d.answers(0); err != nil || answers {
		t.Errorf("its first owner still answers: %v, %v", answers, err)
	}
}
