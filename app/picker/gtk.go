//go:build ((linux && !android) || freebsd || netbsd || openbsd) && cgo && !ci

package picker

// #cgo pkg-config: gtk+-3.0
// #include <stdlib.h>
// #include <gtk/gtk.h>
//
// typedef struct { char *title, *folder; } dress;
//
// // put_on sets what the package of the dialog leaves as GTK has it.
// static gboolean put_on(gpointer data) {
// 	dress *d = data;
// 	GList *windows = gtk_window_list_toplevels();
// 	for (GList *at = windows; at != NULL; at = at->next) {
// 		if (!GTK_IS_FILE_CHOOSER(at->data)) continue;
// 		gtk_window_set_title(GTK_WINDOW(at->data), d->title);
// 		if (*d->folder) gtk_file_chooser_set_current_folder(GTK_FILE_CHOOSER(at->data), d->folder);
// 	}
// 	g_list_free(windows);
// 	g_free(d->title);
// 	g_free(d->folder);
// 	g_free(d);
// 	return G_SOURCE_REMOVE;
// }
//
// static void dress_next(const char *title, const char *folder) {
// 	dress *d = g_new(dress, 1);
// 	d->title = g_strdup(title);
// 	d->folder = g_strdup(folder);
// 	g_idle_add_full(G_PRIORITY_HIGH, put_on, d, NULL);
// }
import "C"

import "unsafe"

// dressNext gives the dialog that is shown next its title, and the one for folders the folder in which it begins: the package that
// shows GTK's dialogs sets neither. It is done when GTK begins to wait for the person.
func dressNext(q question) {
	folder := ""
	if q.Browse {
		folder = string(q.Folder)
	}
	title, in := C.CString(q.Title), C.CString(folder)
	defer C.free(unsafe.Pointer(title))
	defer C.free(unsafe.Pointer(in))
	C.dress_next(title, in)
}
