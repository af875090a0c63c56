//go:build (linux && !android) || freebsd || netbsd || openbsd

package picker

import (
	"context"
	"crypto/rand"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"
	"github.com/rymdport/portal"
	"github.com/rymdport/portal/filechooser"
)

// The desktop's portal is a service on the session bus that shows the desktop's own file dialog, in a process of its own. Of the
// package for portals the shapes of its messages are used. Its calls are not: they take the first signal that comes for the
// answer, whosever it is, cannot be given up when the window closes, and read the plus sign of a file's name as a space.
const (
	portalName       = "org.freedesktop.portal.Desktop"
	portalPath       = "/org/freedesktop/portal/desktop"
	portalChooser    = "org.freedesktop.portal.FileChooser"
	portalRequest    = "org.freedesktop.portal.Request"
	portalResponse   = portalRequest + ".Response"
	busName          = "org.freedesktop.DBus"
	busOwnerChanged  = busName + ".NameOwnerChanged"
	folderSince      = 3 // the version of the chooser that can be asked for a folder
	portalPatience   = time.Second
	responseSuccess  = 0
	responseGivenUp  = 1
	signalsInAdvance = 16
)

// errNoPortal is the answer where no portal shows a dialog.
var errNoPortal = errors.New("the desktop's portal shows no file dialog")

// portalOr asks the desktop's portal, and shows the other dialog where there is none.
func portalOr(other dialog) dialog {
	return func(ctx context.Context, q question) ([]string, error) {
		paths, err := showInPortal(ctx, q, portalPatience)
		switch {
		case ctx.Err() != nil: // the window is gone
			return nil, ctx.Err()
		case err == nil || errors.Is(err, ErrGivenUp) || errors.Is(err, errElsewhere):
			return paths, err
		}
		return other(ctx, q)
	}
}

// showInPortal shows the portal's dialog and waits for the answer, or returns errNoPortal, at once where there is no session bus
// and after patience where the bus or the portal does not answer. The connection is the dialog's alone: when it is closed, so is
// a dialog that is open still.
func showInPortal(ctx context.Context, q question, patience time.Duration) ([]string, error) {
	ctx, hangUp := context.WithCancel(ctx)
	defer hangUp()
	c, err := reachPortal(ctx, patience)
	if err != nil {
		return nil, err
	}
	if q.Browse && c.version < folderSince {
		return nil, errNoPortal
	}
	uris, err := c.ask(ctx, q)
	if err != nil {
		return nil, err
	}
	return pathsOf(uris)
}

// chooser is the portal's file chooser, on a connection that ends with its context.
type chooser struct {
	bus     *dbus.Conn
	version uint32
}

// reachPortal connects to a portal that answers within patience.
func reachPortal(ctx context.Context, patience time.Duration) (chooser, error) {
	type reached struct {
		chooser
		err error
	}
	there := make(chan reached, 1)
	go func() {
		c, err := findPortal(ctx)
		there <- reached{c, err}
	}()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case r := <-there:
		return r.chooser, r.err
	case <-late.C:
		return chooser{}, errNoPortal
	case <-ctx.Done():
		return chooser{}, ctx.Err()
	}
}

// findPortal connects to the session bus, which it does not start where there is none, and asks the portal for its version.
func findPortal(ctx context.Context) (chooser, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return chooser{}, errors.Join(errNoPortal, err)
	}
	err = bus.Auth(nil)
	if err == nil {
		err = bus.Hello()
	}
	var version uint32
	if err == nil {
		err = bus.Object(portalName, portalPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, portalChooser, "version").
			Store(&version)
	}
	if err != nil {
		return chooser{}, errors.Join(errNoPortal, err, bus.Close())
	}
	return chooser{bus, version}, nil
}

// ask shows the dialog and returns the URIs of what was chosen.
func (c chooser) ask(ctx context.Context, q question) ([]string, error) {
	token := "standpoint" + rand.Text()
	signals := make(chan *dbus.Signal, signalsInAdvance)
	c.bus.Signal(signals)
	// The answer may come before the call returns: it is listened for under the path that the dialog will have.
	sender := strings.ReplaceAll(strings.TrimPrefix(c.bus.Names()[0], ":"), ".", "_")
	request := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
	err := errors.Join(
		c.bus.AddMatchSignalContext(ctx, dbus.WithMatchInterface(portalRequest), dbus.WithMatchPathNamespace(portalPath+"/request")),
		c.bus.AddMatchSignalContext(ctx, dbus.WithMatchSender(busName), dbus.WithMatchMember("NameOwnerChanged"),
			dbus.WithMatchArg(0, portalName)))
	if err != nil {
		return nil, errors.Join(errNoPortal, err)
	}
	method, options := q.portalCall(token)
	var handle dbus.ObjectPath
	err = c.bus.Object(portalName, portalPath).
		CallWithContext(ctx, portalChooser+"."+method, 0, q.Parent, strings.ToValidUTF8(q.Title, "\uFFFD"), options).Store(&handle)
	if err != nil {
		return nil, errors.Join(errNoPortal, err)
	}
	return awaitResponse(ctx, signals, request, handle)
}

// awaitResponse waits for the answer of a dialog, until the portal goes.
func awaitResponse(ctx context.Context, signals <-chan *dbus.Signal, request, handle dbus.ObjectPath) ([]string, error) {
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case s, ok := <-signals:
			switch {
			case !ok:
				return nil, errNoPortal // the bus is gone
			case s.Name == busOwnerChanged && s.Sender == busName:
				return nil, errNoPortal // the portal is, and what it showed
			case s.Name == portalResponse && (s.Path == request || s.Path == handle):
				return urisIn(s.Body)
			}
		}
	}
}

// urisIn reads the answer of a dialog.
func urisIn(response []any) ([]string, error) {
	var status uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(response, &status, &results); err != nil {
		return nil, errors.Join(errNoPortal, err)
	}
	switch status {
	case responseSuccess:
	case responseGivenUp:
		return nil, ErrGivenUp
	default:
		return nil, errNoPortal
	}
	uris, ok := results["uris"].Value().([]string)
	if !ok || len(uris) == 0 {
		return nil, errors.Join(errNoPortal, portal.ErrUnexpectedResponse)
	}
	return uris, nil
}

// portalCall is the method that shows such a dialog, and its options.
func (q question) portalCall(token string) (method string, options map[string]dbus.Variant) {
	options = map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	if len(q.Folder) > 0 {
		options["current_folder"] = dbus.MakeVariant(slices.Concat(q.Folder, []byte{0}))
	}
	if filters := portalFilters(q.Filters); len(filters) > 0 {
		options["filters"], options["current_filter"] = dbus.MakeVariant(filters), dbus.MakeVariant(filters[0])
	}
	if q.Save {
		options["current_name"] = dbus.MakeVariant(q.Name)
		return "SaveFile", options
	}
	options["multiple"], options["directory"] = dbus.MakeVariant(q.Several), dbus.MakeVariant(q.Browse)
	return "OpenFile", options
}

// portalFilters is filters as the portal takes them: patterns, which mind the case.
func portalFilters(filters []Filter) []filechooser.Filter {
	var all []filechooser.Filter
	for _, f := range filters {
		var rules []filechooser.Rule
		for _, ext := range f.Extensions {
			patterns := []string{"*." + ext, "*." + strings.ToUpper(ext)}
			if ext == "*" {
				patterns = []string{"*"} // also what has no ending
			}
			for _, pattern := range patterns {
				rules = append(rules, filechooser.Rule{Type: filechooser.GlobPattern, Pattern: pattern})
			}
		}
		all = append(all, filechooser.Filter{Name: f.Label, Rules: rules})
	}
	return all
}

// pathsOf are the paths of files' URIs, byte for byte, as names of files need not be UTF-8.
func pathsOf(uris []string) ([]string, error) {
	paths := make([]string, len(uris))
	for i, uri := range uris {
		u, err := url.Parse(uri)
		switch {
		case err != nil:
			return nil, errors.Join(errNoPortal, err)
		case u.Scheme != "file" || u.Host != "" && u.Host != "localhost":
			return nil, errElsewhere
		case !strings.HasPrefix(u.Path, "/") || strings.Contains(u.Path, "\x00"):
			return nil, errors.Join(errNoPortal, portal.ErrUnexpectedResponse)
		}
		paths[i] = u.Path
	}
	return paths, nil
}

// portalParent names a window as the portal knows it, so that its dialog lies over it; "" where it does not: on Wayland.
func portalParent(w fyne.Window) string {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return ""
	}
	parent := ""
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
			parent = portal.FormatX11WindowHandle(x.WindowHandle)
		}
	})
	return parent
}
