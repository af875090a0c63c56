//go:build window

package main_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
)

// screen is what the display shows now.
func (d *display) screen() *image.NRGBA {
	d.t.Helper()
	return d.part(image.Rect(0, 0, math.MaxInt16, math.MaxInt16))
}

// part is what the display shows in an area, at its place on the screen.
func (d *display) part(area image.Rectangle) *image.NRGBA {
	d.t.Helper()
	return d.dump().picture(area)
}

// dump is the screen as the server keeps it.
func (d *display) dump() dump {
	d.t.Helper()
	data, err := os.ReadFile(d.screenFile)
	if err != nil {
		d.t.Fatal(err)
	}
	read, err := readDump(data)
	if err != nil {
		d.t.Fatal(err)
	}
	return read
}

// dump is an X window dump (XWDFile.h) of 32 bits per pixel, the form in which Xvfb keeps its screen in a file.
type dump struct {
	pixels []byte // blue, green, red and nothing
	line   int    // bytes of one line of them
	size   image.Point
}

func readDump(data []byte) (dump, error) {
	const (
		headerSize = iota
		_
		_
		_
		width
		height
		_
		byteOrder
		_
		_
		_
		bitsPerPixel
		bytesPerLine
		_
		_
		_
		_
		_
		_
		colours
		fields
	)
	if len(data) < 4*fields {
		return dump{}, fmt.Errorf("a window dump of %d bytes has no header", len(data))
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	if field(bitsPerPixel) != 32 || field(byteOrder) != 0 {
		return dump{}, fmt.Errorf("a window dump of %d bits per pixel, byte order %d", field(bitsPerPixel), field(byteOrder))
	}
	const colourSize = 12
	pixels := data[min(field(headerSize)+field(colours)*colourSize, len(data)):]
	if len(pixels) < field(height)*field(bytesPerLine) {
		return dump{}, fmt.Errorf("a window dump with %d bytes of pixels", len(pixels))
	}
	return dump{pixels, field(bytesPerLine), image.Pt(field(width), field(height))}, nil
}

// row is the pixels of one line within an area, which lies on the screen.
func (d dump) row(y int, area image.Rectangle) []byte {
	return d.pixels[y*d.line+4*area.Min.X : y*d.line+4*area.Max.X]
}

// on is as much of an area as lies on the screen.
func (d dump) on(area image.Rectangle) image.Rectangle {
	return area.Intersect(image.Rectangle{Max: d.size})
}

// picture is what the screen shows in an area.
func (d dump) picture(area image.Rectangle) *image.NRGBA {
	img := image.NewNRGBA(d.on(area))
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := d.row(y, img.Rect)
		for x := 0; x < len(row); x += 4 {
			copy(img.Pix[img.PixOffset(img.Rect.Min.X, y)+x:], []byte{row[x+2], row[x+1], row[x], 0xFF})
		}
	}
	return img
}

// differing counts the pixels of an area in which two pictures of the same screen differ.
func (d dump) differing(other dump, area image.Rectangle) int {
	n := 0
	area = d.on(area)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		a, b := d.row(y, area), other.row(y, area)
		if bytes.Equal(a, b) {
			continue
		}
		for x := 0; x < len(a); x += 4 {
			if [3]byte(a[x:x+3]) != [3]byte(b[x:x+3]) {
				n++
			}
		}
	}
	return n
}

// settled waits until the screen stays as it is. The mouse pointer goes out of the way
// first.
func (d *display) settled() {
	d.t.Helper()
	corner := d.dump().size
	d.do("mousemove", fmt.Sprint(corner.X-1), fmt.Sprint(corner.Y-1))
	d.answered()
	d.still(image.Rectangle{Max: corner}, 25)
}

// caret is how many pixels change when a caret blinks.
const caret = 200

// caretPixels is the same in a window that is drawn larger.
func (d *display) caretPixels() int {
	if d.scale == "2" {
		return 4 * caret
	}
	return caret
}

// still waits until an area stays as it is, but for a blinking caret, for that many looks.
func (d *display) still(area image.Rectangle, looks int) {
	d.t.Helper()
	before := d.dump()
	same := 0
	d.until("the screen to stay as it is", func() bool {
		now := d.dump()
		if before.differing(now, area) <= d.caretPixels() {
			same++
		} else {
			same = 0
		}
		before = now
		return same >= looks
	})
}

// differing counts the pixels in which two pictures of one size differ.
func differing(a, b *image.NRGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if [3]byte(a.Pix[i:i+3]) != [3]byte(b.Pix[i:i+3]) {
			n++
		}
	}
	return n
}

// areaOf is the smallest rectangle that holds all pixels of exactly that
// colour; it is empty if there are none.
func areaOf(img *image.NRGBA, c color.NRGBA) image.Rectangle {
	var area image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.NRGBAAt(x, y) == c {
				area = area.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return area
}

// pictures is the folder in which pictures of the window are kept.
const pictures = "../../build/screenshots"

// keep writes what the display shows to build/screenshots and returns the
// path of the picture.
func (d *display) keep(name string) string {
	d.t.Helper()
	path, err := filepath.Abs(filepath.Join(pictures, name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, d.screen()); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, picture.Bytes(), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}
