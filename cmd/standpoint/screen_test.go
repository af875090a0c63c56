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
	dump, err := os.ReadFile(d.screenFile)
	if err != nil {
		d.t.Fatal(err)
	}
	img, err := decodeDump(dump, area)
	if err != nil {
		d.t.Fatal(err)
	}
	return img
}

// decodeDump reads an area of an X window dump (XWDFile.h) of 32 bits per
// pixel, the form in which Xvfb keeps its screen in a file.
func decodeDump(dump []byte, area image.Rectangle) (*image.NRGBA, error) {
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
	if len(dump) < 4*fields {
		return nil, fmt.Errorf("a window dump of %d bytes has no header", len(dump))
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	if field(bitsPerPixel) != 32 || field(byteOrder) != 0 {
		return nil, fmt.Errorf("a window dump of %d bits per pixel, byte order %d", field(bitsPerPixel), field(byteOrder))
	}
	const colourSize = 12
	pixels := dump[min(field(headerSize)+field(colours)*colourSize, len(dump)):]
	if len(pixels) < field(height)*field(bytesPerLine) {
		return nil, fmt.Errorf("a window dump with %d bytes of pixels", len(pixels))
	}
	img := image.NewNRGBA(area.Intersect(image.Rect(0, 0, field(width), field(height))))
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		line := pixels[y*field(bytesPerLine):]
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			copy(img.Pix[img.PixOffset(x, y):], []byte{line[4*x+2], line[4*x+1], line[4*x], 0xFF})
		}
	}
	return img, nil
}

// settled waits until the screen stays as it is. The mouse pointer goes out of the way
// first.
func (d *display) settled() {
	d.t.Helper()
	corner := d.screen().Bounds().Max
	d.do("mousemove", fmt.Sprint(corner.X-1), fmt.Sprint(corner.Y-1))
	d.still(d.screen().Bounds(), 25)
}

// caret is how many pixels change when a caret blinks.
const caret = 200

// still waits until an area stays as it is, but for a blinking caret, for that many looks.
func (d *display) still(area image.Rectangle, looks int) {
	d.t.Helper()
	before := d.part(area)
	same := 0
	d.until("the screen to stay as it is", func() bool {
		now := d.part(area)
		if differing(before, now) <= caret {
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
