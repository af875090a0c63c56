package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/store"
)

// actorFields are the fields that only actors have.
type actorFields struct {
	set          *fieldset
	kind         *control.Choice
	aliases      *control.TokenField
	affiliations *affiliationFields
	external     *externalFields
	more         fyne.CanvasObject // adds rows of both
}

func newActorFields(set *fieldset) *actorFields {
	f := &actorFields{set: set, affiliations: newAffiliationFields(set), external: newExternalFields(set)}
	f.kind = control.NewChoice(lang.L("Kind"), kindOptions())
	set.wire(&f.kind.Keys, f.kind)
	f.kind.SetValue(string(set.particulars.Kind))
	f.kind.OnChanged = func(key string) { set.particulars.Kind = store.ActorKind(key); set.holder.touched() }
	f.aliases = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Aliases"), PlaceHolder: lang.L("another name"), Create: true,
		Items: func(string) []control.Item { return nil },
	})
	set.wire(&f.aliases.Keys, f.aliases)
	f.aliases.SetItems(wordItems(set.particulars.Aliases))
	f.aliases.OnChanged = func(items []control.Item) {
		set.particulars.Aliases = itemNames(items)
		set.holder.touched()
		set.holder.resized()
	}
	f.more = control.NewWrap(look.Gap,
		control.NewTextButton(lang.L("+ Affiliation"), lang.L("Add an organisation or state it belongs to"), "", f.affiliations.add),
		control.NewTextButton(lang.L("+ External id"), lang.L("Add its id in another catalogue, such as Wikidata"), "", f.external.add),
	)
	return f
}

func (f *actorFields) besideColour() []fyne.CanvasObject { return []fyne.CanvasObject{f.kind} }

func (f *actorFields) aboveDescription() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.aliases, f.affiliations.rows, f.external.rows, f.more}
}

func (f *actorFields) takePending() {
	if typed := f.aliases.Pending(); typed != "" {
		f.set.particulars.Aliases = append(f.set.particulars.Aliases, typed)
	}
	f.affiliations.takePending()
}

func kindOptions() []control.Option {
	var options []control.Option
	for _, k := range desk.ActorKinds() {
		options = append(options, control.Option{Key: k.Key, Word: k.Word})
	}
	return options
}

func wordItems(words []string) []control.Item {
	items := make([]control.Item, len(words))
	for i, w := range words {
		items[i] = control.Item{Name: w}
	}
	return items
}

func itemNames(items []control.Item) []string {
	var words []string
	for _, i := range items {
		words = append(words, i.Name)
	}
	return words
}
