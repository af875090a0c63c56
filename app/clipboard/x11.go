package clipboard

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// display is an X server.
type display struct {
	network, address string
	cookies          string // the file with what lets programs in
	number           string
	patience         time.Duration
}

// displayIn is the X server of this session, if it has one. One that serves programs within Wayland stands for those of
// Wayland, too.
func displayIn(env func(string) string, system string) (*display, bool) {
	host, rest, found := strings.Cut(env("DISPLAY"), ":")
	if !found || system == "windows" || system == "darwin" {
		return nil, false
	}
	number, _, _ := strings.Cut(rest, ".")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil {
		return nil, false
	}
	d := &display{network: "unix", address: "/tmp/.X11-unix/X" + number, number: number, patience: Patience}
	if host != "" && host != "unix" {
		d.network, d.address = "tcp", net.JoinHostPort(host, strconv.FormatUint(6000+n, 10))
	}
	if d.cookies = env("XAUTHORITY"); d.cookies == "" {
		d.cookies = env("HOME") + "/.Xauthority"
	}
	return d, true
}

// The requests, answers and events of the X protocol, version 11, that are used here.
const (
	requestCreateWindow      = 1
	requestInternAtom        = 16
	requestGetSelectionOwner = 23
	requestConvertSelection  = 24

	isError          = 0
	isReply          = 1
	isSelectionEvent = 31
	isSent           = 0x80 // beside the kind of an event that comes from another program
)

// owner implements selection.
func (d *display) owner() (owner, error) {
	c, err := d.connect()
	if err != nil {
		return 0, err
	}
	defer func() { _ = c.Close() }() // all was heard on it
	_, of, err := c.clipboard()
	return of, err
}

// answers implements selection: it asks the owner in which forms it has the clipboard, which costs it nothing.
func (d *display) answers(known owner) (bool, error) {
	c, err := d.connect()
	if err != nil {
		return false, err
	}
	defer func() { _ = c.Close() }() // all was heard on it
	clipboard, of, err := c.clipboard()
	if err != nil || of == 0 || of == known {
		return true, err
	}
	forms, err := c.atom("TARGETS")
	if err != nil {
		return false, err
	}
	if err := c.convert(clipboard, forms); err != nil {
		return false, err
	}
	switch err := c.awaitSelection(); {
	case err == nil:
		return true, nil
	case errors.Is(err, timeoutError{}):
		return false, nil
	default:
		return false, err
	}
}

// connection speaks with an X server. All numbers are little-endian, as it is told in the greeting.
type connection struct {
	net.Conn

	root, window uint32
	units        int // of four bytes that a request has at most
}

// timeoutError stands for every error of a connection whose time is over.
type timeoutError struct{}

func (timeoutError) Error() string { return "no answer in time" }

// What the X server may answer. Nobody is told: what is on the clipboard is then asked for without it.
var (
	errNotLetIn = errors.New("the X server does not let this program in")
	errNoScreen = errors.New("the X server tells of no screen")
	errRefused  = errors.New("the X server refuses what was asked")
)

// connect opens a connection, which ends when our patience does.
func (d *display) connect() (*connection, error) {
	over := time.Now().Add(d.patience)
	conn, err := (&net.Dialer{Timeout: d.patience}).DialContext(context.Background(), d.network, d.address)
	if err != nil {
		return nil, err
	}
	c := &connection{Conn: conn}
	if err := conn.SetDeadline(over); err != nil {
		_ = conn.Close() // nothing was said on it that matters
		return nil, err
	}
	name, cookie := cookieOf(d.cookies, d.number)
	if err := c.greet(name, cookie); err != nil {
		_ = conn.Close() // nothing was said on it that matters
		return nil, err
	}
	return c, nil
}

// greet introduces this program, and learns of a window that it may make.
func (c *connection) greet(name, cookie string) error {
	greeting := []byte{'l', 0}
	greeting = u16(greeting, 11, 0, uint16(len(name)), uint16(len(cookie)), 0)
	greeting = append(padded(append(greeting, name...)), cookie...)
	if err := c.send(padded(greeting)); err != nil {
		return err
	}
	head, err := c.read(8)
	if err != nil {
		return err
	}
	told, err := c.read(4 * int(binary.LittleEndian.Uint16(head[6:])))
	if err != nil {
		return err
	}
	const fixed, format = 32, 8 // sizes in the answer: of what comes first, and of what is told of each format of pictures
	if head[0] != isReply || len(told) < fixed {
		return errNotLetIn
	}
	vendor := int(binary.LittleEndian.Uint16(told[16:]))
	screen := fixed + (vendor+3)/4*4 + int(told[21])*format
	if len(told) < screen+4 {
		return errNoScreen
	}
	c.window = binary.LittleEndian.Uint32(told[4:])
	c.units = int(binary.LittleEndian.Uint16(told[18:]))
	c.root = binary.LittleEndian.Uint32(told[screen:])
	return nil
}

// clipboard is the selection that copying fills, and who has it.
func (c *connection) clipboard() (atom uint32, of owner, err error) {
	if atom, err = c.atom("CLIPBOARD"); err != nil {
		return 0, 0, err
	}
	if err = c.send(u32(request(requestGetSelectionOwner, 2), atom)); err != nil {
		return 0, 0, err
	}
	got, err := c.reply()
	return atom, owner(got), err
}

// atom is the number of a name.
func (c *connection) atom(name string) (uint32, error) {
	r := u16(request(requestInternAtom, uint16(2+(len(name)+3)/4)), uint16(len(name)), 0)
	if err := c.send(padded(append(r, name...))); err != nil {
		return 0, err
	}
	return c.reply()
}

// convert asks the owner of a selection for it in some form, to be handed to a window of ours that nobody sees.
func (c *connection) convert(selection, form uint32) error {
	const inputOnly, now = 2, 0
	create := u32(request(requestCreateWindow, 8), c.window, c.root)
	create = u32(u16(create, 0, 0, 1, 1, 0, inputOnly), 0, 0)
	return c.send(u32(append(create, request(requestConvertSelection, 6)...), c.window, selection, form, form, now))
}

// awaitSelection waits until the owner has answered.
func (c *connection) awaitSelection() error {
	for {
		told, err := c.next()
		if err != nil {
			return err
		}
		if told[0]&^isSent == isSelectionEvent {
			return nil
		}
	}
}

// reply is the number in the answer to the last request.
func (c *connection) reply() (uint32, error) {
	for {
		told, err := c.next()
		if err != nil {
			return 0, err
		}
		if told[0] == isReply {
			return binary.LittleEndian.Uint32(told[8:]), nil
		}
	}
}

// next is the next answer or event.
func (c *connection) next() ([]byte, error) {
	told, err := c.read(32)
	if err == nil && told[0] == isError {
		err = errRefused
	}
	return told, err
}

func (c *connection) read(n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(c, b)
	return b, timed(err)
}

func (c *connection) send(b []byte) error {
	_, err := c.Write(b)
	return timed(err)
}

func timed(err error) error {
	var e net.Error
	if errors.As(err, &e) && e.Timeout() {
		return timeoutError{}
	}
	return err
}

// request begins a request that is so many units of four bytes long.
func request(code byte, units uint16) []byte { return u16([]byte{code, 0}, units) }

func u16(b []byte, all ...uint16) []byte {
	for _, n := range all {
		b = binary.LittleEndian.AppendUint16(b, n)
	}
	return b
}

func u32(b []byte, all ...uint32) []byte {
	for _, n := range all {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

// padded fills up to whole units of four bytes.
func padded(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
