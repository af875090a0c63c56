package app

import "cmp"

// command is one thing the person can ask for. Menus, keys, tooltips and the page of keys
// are all made from the commands of the views, so that none can lack one of them.
type command struct {
	in      section
	label   func() string // as it stands in the menu, translated
	key     key
	also    []key // others that do the same, which hands know from elsewhere
	act     act
	checked func() bool // nil: not something that is on or off
	typing  bool        // is for the text field with the focus, also one in a dialog
}

// act is what a command does, and whether that can be done now.
type act struct {
	can func() bool // nil: always
	do  func()
}

// always is an act that can be done at any time.
func always(do func()) act { return act{do: do} }

// when is an act that can be done as long as something is so.
func when(is func() bool, do func()) act { return act{can: is, do: do} }

// with is an act on something that is looked for when the act is asked for; it can be done as long as that is found.
func with[T any](find func() (T, bool), do func(T)) act {
	return act{
		can: func() bool { _, found := find(); return found },
		do: func() {
			if on, found := find(); found {
				do(on)
			}
		},
	}
}

func (a act) isPossible() bool { return a.can == nil || a.can() }

// menuName says in which menu a command stands.
type menuName int

// The menus, in their order.
const (
	menuFile menuName = iota
	menuEdit
	menuAnnotate
	menuGo
	menuView
	menuHelp
)

// section is a part of a menu, between two separators. Within one the commands stand in the order of the views, and those of
// the window before them.
type section struct {
	menu menuName
	part int
	of   string // label of a menu in which they stand within the section; "" for none
}

// The sections of the menus, in their order.
var (
	sectionProject = section{menu: menuFile, part: 0} // making and opening them
	sectionBringIn = section{menu: menuFile, part: 1}
	sectionTakeOut = section{menu: menuFile, part: 2} // exports and backups
	sectionMerge   = section{menu: menuFile, part: 3}
	sectionWork    = section{menu: menuFile, part: 4} // what is running, and who works
	sectionQuit    = section{menu: menuFile, part: 5}

	sectionUndo      = section{menu: menuEdit, part: 0}
	sectionClipboard = section{menu: menuEdit, part: 1}
	sectionText      = section{menu: menuEdit, part: 2}
	sectionFind      = section{menu: menuEdit, part: 3}
	sectionHistory   = section{menu: menuEdit, part: 4}
	sectionTrash     = section{menu: menuEdit, part: 5}
	sectionDirectory = section{menu: menuEdit, part: 6} // actors and issues

	sectionNew        = section{menu: menuAnnotate, part: 0}
	sectionWords      = section{menu: menuAnnotate, part: 1} // of the annotation
	sectionAnnotation = section{menu: menuAnnotate, part: 2} // the one that is picked
	sectionForm       = section{menu: menuAnnotate, part: 3}

	sectionViews    = section{menu: menuGo, part: 0}
	sectionArticles = section{menu: menuGo, part: 1}
	sectionMarks    = section{menu: menuGo, part: 2}
	sectionParts    = section{menu: menuGo, part: 3} // of the view

	sectionLists      = section{menu: menuView, part: 0}
	sectionDim        = section{menu: menuView, part: 1} // kinds of marks
	sectionPage       = section{menu: menuView, part: 2} // how the text is set
	sectionAppearance = section{menu: menuView, part: 3}
	sectionWindow     = section{menu: menuView, part: 4}

	sectionHelp = section{menu: menuHelp, part: 0}
)

// within is a menu in the section, by its label.
func (s section) within(label string) section { s.of = label; return s }

// fixed makes a label that never changes.
func fixed(label string) func() string { return func() string { return label } }

// compare orders sections as they stand in the menus.
func (s section) compare(t section) int {
	return cmp.Or(cmp.Compare(s.menu, t.menu), cmp.Compare(s.part, t.part))
}
