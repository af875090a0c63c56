// Package control holds the window's own widgets: fields that let the window's
// keys through, type-ahead, chips, segmented choices, badges, cards, lists of rows
// of any height, tooltips. They know Fyne and package look, and report what was
// done through callbacks; what it means is left to who made them.
package control
