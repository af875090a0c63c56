package desk

import "cmp"

// Command is one thing the person can ask for. Menus, keys, tooltips and the page of keys
// are all made from the commands of the views, so that none can lack one of them.
type Command struct {
	In      Section
	Label   func() string // as it stands in the menu, translated
	Key     Key
	Also    []Key // others that do the same, which hands know from elsewhere
	Act     Deed
	Checked func() bool // nil: not something that is on or off
	Typing  bool        // is for the text field with the focus, also one in a dialog
	OfAll   bool        // is about the whole project: not in the menus of what lies under the pointer
	OfAny   bool        // is about what is chosen in whatever view is in front, though it is one view's own
	View    View        // the view whose it is; nil: the window's
}

// Fits reports whether a command can be run now on what lies under the pointer in a view.
func (c Command) Fits(in View) bool {
	return !c.OfAll && (c.View == nil || c.View == in) && c.Act.IsPossible()
}

// Deed is what a command does, and whether that can be done now.
type Deed struct {
	can func() bool // nil: always
	Do  func()
}

// Always is an act that can be done at any time.
func Always(do func()) Deed { return Deed{Do: do} }

// When is an act that can be done as long as something is so.
func When(is func() bool, do func()) Deed { return Deed{can: is, Do: do} }

// With is an act on something that is looked for when the act is asked for; it can be done as long as that is found.
func With[T any](find func() (T, bool), do func(T)) Deed {
	return Deed{
		can: func() bool { _, found := find(); return found },
		Do: func() {
			if on, found := find(); found {
				do(on)
			}
		},
	}
}

// IsPossible reports whether the act can be done now.
func (a Deed) IsPossible() bool { return a.can == nil || a.can() }

// MenuName says in which menu a command stands.
type MenuName int

// The menus, in their order.
const (
	MenuFile MenuName = iota
	MenuEdit
	MenuAnnotate
	MenuGo
	MenuView
	MenuHelp
)

// Section is a part of a menu, between two separators. Within one the commands stand in the order of the views, and those of
// the window before them.
type Section struct {
	Menu MenuName
	Part int
	Of   string // label of a menu in which they stand within the section; "" for none
}

// The sections of the menus, in their order.
var (
	SectionProject = Section{Menu: MenuFile, Part: 0} // making and opening them
	SectionBringIn = Section{Menu: MenuFile, Part: 1}
	SectionWaiting = Section{Menu: MenuFile, Part: 2} // articles that wait to be imported
	SectionTakeOut = Section{Menu: MenuFile, Part: 3} // exports and backups
	SectionMerge   = Section{Menu: MenuFile, Part: 4}
	SectionWork    = Section{Menu: MenuFile, Part: 5} // what is running, and who works
	SectionQuit    = Section{Menu: MenuFile, Part: 6}

	SectionUndo      = Section{Menu: MenuEdit, Part: 0}
	SectionClipboard = Section{Menu: MenuEdit, Part: 1}
	SectionText      = Section{Menu: MenuEdit, Part: 2}
	SectionFind      = Section{Menu: MenuEdit, Part: 3}
	SectionHistory   = Section{Menu: MenuEdit, Part: 4}
	SectionTrash     = Section{Menu: MenuEdit, Part: 5}
	SectionDirectory = Section{Menu: MenuEdit, Part: 6} // actors and issues
	SectionSelected  = Section{Menu: MenuEdit, Part: 7} // rows that are selected in a list
	SectionSearched  = Section{Menu: MenuEdit, Part: 8} // the words that are selected
	SectionNotes     = Section{Menu: MenuEdit, Part: 9} // what the notes say
	SectionReport    = Section{Menu: MenuEdit, Part: 10}

	SectionNew        = Section{Menu: MenuAnnotate, Part: 0}
	SectionWords      = Section{Menu: MenuAnnotate, Part: 1} // of the annotation
	SectionAnnotation = Section{Menu: MenuAnnotate, Part: 2} // the one that is picked
	SectionProposals  = Section{Menu: MenuAnnotate, Part: 3} // what the program proposes
	SectionForm       = Section{Menu: MenuAnnotate, Part: 4}

	SectionViews    = Section{Menu: MenuGo, Part: 0}
	SectionArticles = Section{Menu: MenuGo, Part: 1}
	SectionMarks    = Section{Menu: MenuGo, Part: 2}

	SectionStandings = Section{Menu: MenuGo, Part: 3} // what of who stands where
	SectionParts     = Section{Menu: MenuGo, Part: 4} // of the view

	SectionLists       = Section{Menu: MenuView, Part: 0}
	SectionCollections = Section{Menu: MenuView, Part: 1} // and saved searches
	SectionDim         = Section{Menu: MenuView, Part: 2} // kinds of marks
	SectionPage        = Section{Menu: MenuView, Part: 3} // how the text is set
	SectionAppearance  = Section{Menu: MenuView, Part: 4}
	SectionFigure      = Section{Menu: MenuView, Part: 5} // how large it is
	SectionNetwork     = Section{Menu: MenuView, Part: 6}
	SectionTable       = Section{Menu: MenuView, Part: 7} // of who stands where
	SectionWindow      = Section{Menu: MenuView, Part: 8}

	SectionHelp = Section{Menu: MenuHelp, Part: 0}
)

// Within is a menu in the section, by its label.
func (s Section) Within(label string) Section { s.Of = label; return s }

// Fixed makes a label that never changes.
func Fixed(label string) func() string { return func() string { return label } }

// Compare orders sections as they stand in the menus.
func (s Section) Compare(t Section) int {
	return cmp.Or(cmp.Compare(s.Menu, t.Menu), cmp.Compare(s.Part, t.Part))
}
