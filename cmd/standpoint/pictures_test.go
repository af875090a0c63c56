//go:build window

package main_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// shownPictures counts the pictures that reach the screen: the X server itself tells of each
// area that is drawn to (the DAMAGE extension), and a window that is drawn by OpenGL
// comes to the screen as a whole, in one piece.
type shownPictures struct {
	conn net.Conn
	area image.Rectangle // what a picture covers, at least

	mu   sync.Mutex
	seen []time.Time
	err  error
}

// newPictures counts from now on what covers that area of the display.
func newPictures(d *display, area image.Rectangle) *shownPictures {
	d.t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(d.name, ":"))
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = conn.Close() })
	f := &shownPictures{conn: conn, area: area}
	notify, err := f.watch()
	if err != nil {
		d.t.Fatalf("ask the X server to tell of what is drawn: %v", err)
	}
	go f.listen(notify)
	return f
}

// The requests of the X protocol that watch makes, and the sizes of what comes back.
const (
	setupHead  = 8  // of the server's answer to a greeting
	packetSize = 32 // of a reply without more data, an event and an error

	queryExtension = 98
	damageVersion  = 0
	damageCreate   = 1
	rawRectangles  = 0 // each area as it is drawn to, instead of their union
)

var xOrder = binary.LittleEndian

// watch greets the server and asks it to tell of all that is drawn anywhere on the
// screen. It returns the code of the events that do so.
func (f *shownPictures) watch() (notify byte, err error) {
	root, base, err := f.greet()
	if err != nil {
		return 0, err
	}
	const extension = "DAMAGE"
	request := []byte{queryExtension, 0, 4, 0, byte(len(extension)), 0, 0, 0}
	reply, err := f.ask(append(request, extension+"\x00\x00"...))
	if err != nil {
		return 0, err
	}
	present, opcode, notify := reply[8], reply[9], reply[10]
	if present == 0 {
		return 0, errors.New("it cannot (no extension DAMAGE)")
	}
	// The server refuses to create one before it was told the version.
	version := xOrder.AppendUint32(xOrder.AppendUint32([]byte{opcode, damageVersion, 3, 0}, 1), 1)
	if _, err := f.ask(version); err != nil {
		return 0, err
	}
	create := xOrder.AppendUint32(xOrder.AppendUint32([]byte{opcode, damageCreate, 4, 0}, base), root)
	_, err = f.conn.Write(append(create, rawRectangles, 0, 0, 0))
	return notify, err
}

// greet begins the conversation. It returns the window that is the whole screen, and
// the first number that this client may give to a thing of its own.
func (f *shownPictures) greet() (root, base uint32, err error) {
	hello := []byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0} // little-endian, version 11.0, nothing to authorise
	if _, err := f.conn.Write(hello); err != nil {
		return 0, 0, err
	}
	head := make([]byte, setupHead)
	if _, err := io.ReadFull(f.conn, head); err != nil {
		return 0, 0, err
	}
	setup := make([]byte, 4*int(xOrder.Uint16(head[6:])))
	if _, err := io.ReadFull(f.conn, setup); err != nil {
		return 0, 0, err
	}
	if head[0] != 1 {
		return 0, 0, fmt.Errorf("it refuses: %q", setup)
	}
	const vendorLength, formats, fixed, formatSize = 16, 21, 32, 8
	vendor := int(xOrder.Uint16(setup[vendorLength:])+3) &^ 3
	return xOrder.Uint32(setup[fixed+vendor+formatSize*int(setup[formats]):]), xOrder.Uint32(setup[4:]), nil
}

// ask makes a request and reads the reply.
func (f *shownPictures) ask(request []byte) ([]byte, error) {
	if _, err := f.conn.Write(request); err != nil {
		return nil, err
	}
	reply := make([]byte, packetSize)
	if _, err := io.ReadFull(f.conn, reply); err != nil {
		return nil, err
	}
	if reply[0] != 1 {
		return nil, fmt.Errorf("it answers with error %d", reply[1])
	}
	return reply, nil
}

// listen takes in events until the connection is closed.
func (f *shownPictures) listen(notify byte) {
	event := make([]byte, packetSize)
	for {
		if _, err := io.ReadFull(f.conn, event); err != nil {
			return
		}
		f.mu.Lock()
		switch event[0] &^ 0x80 { // the bit says that another client sent it
		case 0:
			f.err = fmt.Errorf("the X server answers with error %d", event[1])
		case notify:
			if f.area.In(drawnArea(event)) {
				f.seen = append(f.seen, time.Now())
			}
		}
		f.mu.Unlock()
	}
}

// drawnArea is what an event says was drawn to.
func drawnArea(event []byte) image.Rectangle {
	at := func(i int) int { return int(int16(xOrder.Uint16(event[i:]))) }
	x, y := at(16), at(18)
	return image.Rect(x, y, x+at(20), y+at(22))
}

// taken hands over the times at which there was a picture since it was called last.
func (f *shownPictures) taken(t testing.TB) []time.Time {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err != nil {
		t.Fatal(f.err)
	}
	seen := f.seen
	f.seen = nil
	return slices.Clone(seen)
}

// processorTime is what the program has used of the processors, on all its threads.
func (p *program) processorTime() time.Duration {
	p.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	// The name, in brackets, may hold anything; user and system time are the 14th and 15th field.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	const user, system, tick = 11, 12, 10 * time.Millisecond
	var sum time.Duration
	for _, i := range []int{user, system} {
		ticks, err := strconv.Atoi(string(fields[i]))
		if err != nil {
			p.t.Fatal(err)
		}
		sum += time.Duration(ticks) * tick
	}
	return sum
}
