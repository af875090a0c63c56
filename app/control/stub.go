package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

type stub struct{ widget.BaseWidget }

func (s *stub) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

type Field struct {
	stub
	Keys
	OnChanged   func(string)
	OnSubmitted func(string) // Enter in a field of one line
	OnFocus     func(bool)
}

func NewField(caption string) *Field          { return &Field{} }
func NewArea(caption string, rows int) *Field { return &Field{} }
func (f *Field) Text() string                 { return "" }
func (f *Field) SetText(s string)             {}
func (f *Field) SetPlaceHolder(s string)      {}
func (f *Field) SetError(sentence string)     {}
func (f *Field) Focus()                       {}
func (f *Field) Focused() bool                { return false }
func (f *Field) CanUndo() bool                { return false }
func (f *Field) CanRedo() bool                { return false }
func (f *Field) Undo()                        {}
func (f *Field) Redo()                        {}
func (f *Field) Enable()                      {}
func (f *Field) Disable()                     {}

type TypeAheadOptions struct {
	Caption     string
	PlaceHolder string
	Items       func(query string) []Item
	Create      bool
	Kinds       []Kind
	Words       bool
}

type TypeAhead struct {
	stub
	Keys
	OnPick   func(Item)
	OnCreate func(Item) Item
	OnClear  func()
	OnFocus  func(bool)
	OnUnfold func(open bool)
}

func NewTypeAhead(o TypeAheadOptions) *TypeAhead { return &TypeAhead{} }
func (t *TypeAhead) SetItem(i Item)              {}
func (t *TypeAhead) Item() (Item, bool)          { return Item{}, false }
func (t *TypeAhead) Pending() string             { return "" }
func (t *TypeAhead) SetText(s string)            {}
func (t *TypeAhead) Clear()                      {}
func (t *TypeAhead) SetError(sentence string)    {}
func (t *TypeAhead) Focus()                      {}
func (t *TypeAhead) Unfolded() bool              { return false }
func (t *TypeAhead) Fold()                       {}

type TokenField struct {
	stub
	Keys
	OnChanged func([]Item)
	OnCreate  func(Item) Item
	OnFocus   func(bool)
}

func NewTokenField(o TypeAheadOptions) *TokenField { return &TokenField{} }
func (t *TokenField) Items() []Item                { return nil }
func (t *TokenField) SetItems(items []Item)        {}
func (t *TokenField) Pending() string              { return "" }
func (t *TokenField) SetError(sentence string)     {}
func (t *TokenField) Focus()                       {}

type Option struct {
	Key    string
	Sign   string
	Word   string
	Letter rune
	Colour string
}

type Choice struct {
	stub
	Keys
	OnChanged func(key string)
}

func NewChoice(caption string, options []Option) *Choice { return &Choice{} }
func NewStanceChoice(caption string) *Choice             { return &Choice{} }
func (c *Choice) Value() string                          { return "" }
func (c *Choice) SetValue(key string)                    {}
func (c *Choice) SetError(sentence string)               {}
func (c *Choice) Focus()                                 {}

type Select struct {
	stub
	Keys
	OnChanged func(key string)
}

func NewSelect(caption string, options []Option) *Select { return &Select{} }
func (c *Select) Value() string                          { return "" }
func (c *Select) SetValue(key string)                    {}
func (c *Select) SetOptions(options []Option)            {}
func (c *Select) Focus()                                 {}

type Badge struct{ stub }

func NewBadge(sign, word, colour string) *Badge          { return &Badge{} }
func NewStanceBadge(key string, conditional bool) *Badge { return &Badge{} }
func (b *Badge) Set(sign, word, colour string)           {}
func (b *Badge) SetStance(key string, conditional bool)  {}

type Dot struct{ stub }

func NewDot(colour string) *Dot        { return &Dot{} }
func (d *Dot) SetColour(colour string) {}

type Chip struct {
	stub
	OnTapped func()
	OnRemove func()
}

func NewChip(text, colour string) *Chip { return &Chip{} }

type KeyCap struct{ stub }

func NewKeyCap(key string) *KeyCap                  { return &KeyCap{} }
func NewKeyHint(key, does string) fyne.CanvasObject { return NewKeyCap(key) }
func NewCaption(text string) *RichLine              { return NewRichLine(1) }

type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Serif  bool
	Size   float32             // 0: look.TextSize
	Colour fyne.ThemeColorName // "": look.ColorText
	Tone   string              // palette name; wins over Colour
}

type RichLine struct{ stub }

func NewRichLine(lines int, runs ...Run) *RichLine                     { return &RichLine{} }
func NewQuoteText(lines int, quote string) *RichLine                   { return &RichLine{} }
func (r *RichLine) SetRuns(runs ...Run)                                {}
func (r *RichLine) SetQuote(quote string)                              {}
func (r *RichLine) HeightFor(width float32) float32                    { return 0 }
func Elide(s string, width, size float32, style fyne.TextStyle) string { return s }

type Card struct {
	stub
	OnTapped func()
	OnMenu   func(at fyne.Position)
}

func NewCard(content fyne.CanvasObject) *Card   { return &Card{} }
func (c *Card) SetSelected(on bool)             {}
func (c *Card) Selected() bool                  { return false }
func (c *Card) HeightFor(width float32) float32 { return 0 }

type Tab struct {
	Key   string
	Label string
	Count int // shown after the label when > 0
}

type TabBar struct {
	stub
	OnChanged func(key string)
}

func NewTabBar(tabs []Tab) *TabBar           { return &TabBar{} }
func (t *TabBar) Current() string            { return "" }
func (t *TabBar) SetCurrent(key string)      {}
func (t *TabBar) SetCount(key string, n int) {}
func (t *TabBar) SetTabs(tabs []Tab)         {}

type SectionHeader struct{ stub }

func NewSectionHeader(title, detail, colour string) *SectionHeader { return &SectionHeader{} }
func (s *SectionHeader) Set(title, detail, colour string)          {}

type EmptyState struct{ stub }

func NewEmptyState(sentence, button string, onTapped func()) *EmptyState { return &EmptyState{} }
func (e *EmptyState) Set(sentence, button string, onTapped func())       {}

func NewSearchField(placeHolder, key string) *Field { return NewField("") }

type StatusBar struct{ stub }

func NewStatusBar() *StatusBar            { return &StatusBar{} }
func (s *StatusBar) SetLeft(text string)  {}
func (s *StatusBar) SetRight(text string) {}

type VirtualList struct {
	stub
	OnSelected  func(i int)
	OnActivated func(i int)
	OnMenu      func(i int, at fyne.Position)
	OnVisible   func(first, last int)
	OnLetter    func(rune) bool
}

func NewVirtualList(length func() int, height func(i int, width float32) float32, create func() fyne.CanvasObject, update func(i int, row fyne.CanvasObject)) *VirtualList {
	return &VirtualList{}
}
func (l *VirtualList) Selected() int    { return -1 }
func (l *VirtualList) Select(i int)     {}
func (l *VirtualList) ScrollTo(i int)   {}
func (l *VirtualList) Reload()          {}
func (l *VirtualList) RefreshRow(i int) {}

type Tooltips struct{ stub }

func NewTooltips(content fyne.CanvasObject) *Tooltips  { return &Tooltips{} }
func (t *Tooltips) Show(text string, at fyne.Position) {}
func (t *Tooltips) Hide()                              {}

type Button struct {
	stub
	OnTapped func()
}

func NewTextButton(label, tip, key string, onTapped func()) *Button              { return &Button{} }
func NewIconButton(icon fyne.Resource, tip, key string, onTapped func()) *Button { return &Button{} }
func NewMainButton(label, tip, key string, onTapped func()) *Button              { return &Button{} }
func (b *Button) Enable()                                                        {}
func (b *Button) Disable()                                                       {}
func (b *Button) SetLabel(label string)                                          {}

func Backed(name fyne.ThemeColorName, content fyne.CanvasObject) fyne.CanvasObject { return content }

var _ color.Color
