package clipboard

import (
	"encoding/binary"
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// server is an X server as far as this package knows one.
type server struct {
	owner  uint32
	silent bool   // the owner answers nothing
	cookie string // what lets a program in
}

// start serves on a display of its own.
func (s *server) start(t *testing.T) *display {
	t.Helper()
	dir := t.TempDir()
	listener, err := net.Listen("unix", filepath.Join(dir, "X0"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	d := &display{network: "unix", address: listener.Addr().String(), number: "0", patience: time.Minute}
	if s.silent {
		d.patience = 20 * time.Millisecond
	}
	if s.cookie != "" {
		d.cookies = filepath.Join(dir, "cookies")
		var file []byte
		for _, field := range []string{"elsewhere", "7", cookieName, "another", "here", "0", cookieName, s.cookie} {
			if field == "elsewhere" || field == "here" {
				file = append(file, 1, 0)
			}
			file = append(binary.BigEndian.AppendUint16(file, uint16(len(field))), field...)
		}
		if err := os.WriteFile(d.cookies, file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func (s *server) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	greeting := make([]byte, 12)
	if _, err := io.ReadFull(conn, greeting); err != nil {
		return
	}
	name, cookie := int(binary.LittleEndian.Uint16(greeting[6:])), int(binary.LittleEndian.Uint16(greeting[8:]))
	rest := make([]byte, (name+3)/4*4+(cookie+3)/4*4)
	if _, err := io.ReadFull(conn, rest); err != nil {
		return
	}
	if s.cookie != "" && string(rest[(name+3)/4*4:][:cookie]) != s.cookie {
		_, _ = conn.Write([]byte{0, 4, 11, 0, 0, 0, 1, 0, 'n', 'o', 'p', 'e'})
		return
	}
	told := u32(nil, 1, 0x400000, 0x1fffff, 0)
	told = append(u16(told, 5, 0xffff), 1, 1, 0, 0, 32, 32, 8, 255, 0, 0, 0, 0)
	told = append(padded(append(told, "Maker"...)), make([]byte, 8)...) // a format of pictures
	told = u32(told, 0x55)                                              // the root of the only screen
	_, _ = conn.Write(append(u16([]byte{1, 0}, 11, 0, uint16(len(told)/4)), told...))
	for {
		head := make([]byte, 4)
		if _, err := io.ReadFull(conn, head); err != nil {
			return
		}
		body := make([]byte, 4*int(binary.LittleEndian.Uint16(head[2:]))-4)
		if _, err := io.ReadFull(conn, body); err != nil {
			return
		}
		switch head[0] {
		case requestInternAtom:
			_, _ = conn.Write(reply(uint32(binary.LittleEndian.Uint16(body)))) // a name's length is number enough
		case requestGetSelectionOwner:
			_, _ = conn.Write(reply(s.owner))
		case requestConvertSelection:
			if !s.silent {
				_, _ = conn.Write(append([]byte{isSelectionEvent | isSent}, make([]byte, 31)...))
			}
		}
	}
}

func reply(n uint32) []byte { return append(u32([]byte{isReply, 0, 0, 0}, 0, n), make([]byte, 20)...) }

func TestTheClipboardIsReadFromAProgramThatAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		server server
		own    owner
		want   string
		tells  bool
	}{
		"it answers":                 {server: server{owner: 9}, want: "copied"},
		"it hangs":                   {server: server{owner: 9, silent: true}, tells: true},
		"nobody has copied":          {server: server{silent: true}, want: "copied"},
		"it is this window":          {server: server{owner: 9, silent: true}, own: 9, want: "copied"},
		"a server that wants to see": {server: server{owner: 9, cookie: "a secret", silent: true}, tells: true},
	} {
		t.Run(name, func(t *testing.T) {
			ui := test.NewTempApp(t)
			told := false
			a := &App{App: ui, OnSilence: func() { told = true }, selection: c.server.start(t), own: c.own}
			ui.Clipboard().SetContent("copied")
			if got := a.Clipboard().Content(); got != c.want || told != c.tells {
				t.Errorf("read %q, said that the owner is silent: %v", got, told)
			}
		})
	}
}

func TestWhoCopiedIsKnown(t *testing.T) {
	s := &server{owner: 9, silent: true}
	d := s.start(t)
	d.patience = time.Minute
	a := &App{App: test.NewTempApp(t), selection: d}
	a.Clipboard().SetContent("ours")
	if got := a.Clipboard().Content(); a.own != 9 || got != "ours" {
		t.Errorf("the owner is %d, read %q", a.own, got)
	}
}

func TestWithoutAnXServerTheClipboardIsReadAsEver(t *testing.T) {
	ui := test.NewTempApp(t)
	ui.Clipboard().SetContent("copied")
	a := &App{App: ui, selection: &display{network: "unix", address: filepath.Join(t.TempDir(), "none"), patience: time.Minute}}
	if got := a.Clipboard().Content(); got != "copied" {
		t.Errorf("read %q", got)
	}
}

func TestEveryPartOfTheWindowPastesThroughTheGuard(t *testing.T) {
	before := test.NewTempApp(t)
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	if a := Guard(before); fyne.CurrentApp() != fyne.App(a) {
		t.Error("Fyne's current application is another one")
	}
}

func TestTheDisplayIsKnownByItsName(t *testing.T) {
	for name, want := range map[string]string{
		":0": "/tmp/.X11-unix/X0", "unix:3.1": "/tmp/.X11-unix/X3", "localhost:10.0": "localhost:6010", "": "", "nonsense": "", ":x": "",
	} {
		env := func(key string) string { return map[string]string{"DISPLAY": name, "HOME": "/home/ada"}[key] }
		d, ok := displayIn(env, "linux")
		if ok != (want != "") || ok && d.address != want {
			t.Errorf("%q: %v", name, d)
		}
		if _, ok := displayIn(env, "darwin"); ok {
			t.Error("a Mac has one")
		}
	}
}
