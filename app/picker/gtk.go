//go:build ((linux && !android) || freebsd || netbsd || openbsd) && cgo && !ci

package picker

// #cgo pkg-config: gtk+-3.0
// #include <stdlib.h>
// #include <gtk/gtk.h>
//
// typedef struct { char *title, *folder; gboolean several; } dress;
//
// static GSList *chosen; // the paths of several files, NULL for one that has none
//
// static void choose(GtkDialog *dialog, gint response, gpointer data) {
// 	if (response != GTK_RESPONSE_ACCEPT) return;
// 	GSList *files = gtk_file_chooser_get_files(GTK_FILE_CHOOSER(dialog));
// 	for (GSList *at = files; at != NULL; at = at->next) chosen = g_slist_append(chosen, g_file_get_path(at->data));
// 	g_slist_free_full(files, g_object_unref);
// }
//
// // put_on sets what the package of the dialog leaves as GTK has it.
// static gboolean put_on(gpointer data) {
// 	dress *d = data;
// 	GList *windows = gtk_window_list_toplevels();
// 	for (GList *at = windows; at != NULL; at = at->next) {
// 		if (!GTK_IS_FILE_CHOOSER(at->data)) continue;
// 		gtk_window_set_title(GTK_WINDOW(at->data), d->title);
// 		if (*d->folder) gtk_file_chooser_set_current_folder(GTK_FILE_CHOOSER(at->data), d->folder);
// 		if (!d->several) continue;
// 		gtk_file_chooser_set_select_multiple(GTK_FILE_CHOOSER(at->data), TRUE);
// 		g_signal_connect(at->data, "response", G_CALLBACK(choose), NULL);
// 	}
// 	g_list_free(windows);
// 	g_free(d->title);
// 	g_free(d->folder);
// 	g_free(d);
// 	return G_SOURCE_REMOVE;
// }
//
// static void dress_next(const char *title, const char *folder, gboolean several) {
// 	dress *d = g_new(dress, 1);
// 	d->title = g_strdup(title);
// 	d->folder = g_strdup(folder);
// 	d->several = several;
// 	g_idle_add_full(G_PRIORITY_HIGH, put_on, d, NULL);
// }
//
// // next_chosen takes the first of the files that were chosen, until there is none; its path is NULL if it has none.
// static gboolean next_chosen(char **path) {
// 	if (chosen == NULL) return FALSE;
// 	*path = chosen->data;
// 	chosen = g_slist_delete_link(chosen, chosen);
// 	return TRUE;
// }
import "C"

import "unsafe"

// dressNext gives the dialog that is shown next its title, the one for folders the folder in which it begins, and has the one for several
// files take them: the package that shows GTK's dialogs does none of it. It is done when GTK begins to wait for the person.
func dressNext(q question) {
	folder := ""
	if q.Browse {
		folder = string(q.Folder)
	}
	several := C.gboolean(C.FALSE)
	if q.Several {
		several = C.TRUE
	}
	title, in := C.CString(q.Title), C.CString(folder)
	defer C.free(unsafe.Pointer(title))
	defer C.free(unsafe.Pointer(in))
	C.dress_next(title, in, several)
}

// chosen are the files of a dialog for several, "" for one without a path; none of a dialog for one.
func chosen() []string {
	var paths []string
	for path := (*C.char)(nil); C.next_chosen(&path) == C.TRUE; {
		paths = append(paths, C.GoString(path))
		C.g_free(C.gpointer(path))
	}
	return paths
}
