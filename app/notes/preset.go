package notes

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Form is in which form notes are written.
type Form struct {
	Format   string `json:"format,omitempty"`   // by the name that package render has for it; "" leaves it open
	Template string `json:"template,omitempty"` // the path of the file, where that format is a template of one's own
}

// kept is what a preset holds.
type kept struct {
	Form
	Options
}

// WritePreset returns choices as a preset keeps them: which notes, and in which form. The day of making is not kept. Options that no
// document can be written from are an error.
func WritePreset(o Options, as Form) (string, error) {
	if err := o.Check(); err != nil {
		return "", err
	}
	var choices bytes.Buffer
	encode := json.NewEncoder(&choices)
	encode.SetEscapeHTML(false)
	err := encode.Encode(kept{as, o})
	return string(bytes.TrimSpace(choices.Bytes())), err
}

// ReadPreset returns the choices that a preset keeps, with what they name as it stands now: what was merged is what it was merged
// into. CodeInvalid if they are not readable; CodeNotFound if they name what is not in the project any more. Whether the file of a template
// is there is not looked at.
func ReadPreset(ctx context.Context, p *store.Project, preset store.Preset) (o Options, as Form, err error) {
	var k kept
	decode := json.NewDecoder(bytes.NewReader([]byte(preset.Options)))
	decode.DisallowUnknownFields()
	err = decode.Decode(&k)
	if err == nil {
		if _, end := decode.Token(); !errors.Is(end, io.EOF) {
			err = say.Errorf("there is more than one object")
		}
	}
	if err == nil {
		err = k.Options.Check()
	}
	if err != nil {
		return o, Form{}, store.NewError(store.CodeInvalid, err,
			"The preset “%s” is not readable: it may be of a later version of Standpoint.", preset.Name)
	}
	o, gone, err := k.Options.standing(ctx, p)
	if err != nil || len(gone) == 0 {
		return o, k.Form, err
	}
	name, err := nameOf(ctx, p, gone[0])
	if err != nil {
		return o, Form{}, err
	}
	return o, Form{}, store.NewError(store.CodeNotFound, nil,
		"The preset “%s” names what is not in the project any more: %s “%s”. Choose anew, and save it again.",
		preset.Name, say.Word(gone[0].entity.Noun()), name)
}

// named is a row that options name.
type named struct {
	entity store.Entity
	id     store.ID
}

// standing returns the options with what stands for the rows that they name, and which of these are gone. They stay as they are.
func (o Options) standing(ctx context.Context, p *store.Project) (_ Options, gone []named, err error) {
	lists := []struct {
		entity store.Entity
		ids    *[]store.ID
	}{{store.EntityArticle, &o.Articles}, {store.EntityActor, &o.Actors}, {store.EntityIssue, &o.Issues}}
	for _, l := range lists {
		by, err := standingFor(ctx, p, l.entity, *l.ids)
		if err != nil {
			return o, nil, err
		}
		now := make([]store.ID, len(*l.ids))
		for i, id := range *l.ids {
			is, there := by[id]
			if !there {
				is, gone = id, append(gone, named{l.entity, id})
			}
			now[i] = is
		}
		if len(now) > 0 {
			*l.ids = now
		}
	}
	for _, one := range []struct {
		entity store.Entity
		id     *store.ID
	}{
		{store.EntityReport, &o.Report},
		{store.EntityCollection, &o.In.Collection},
		{store.EntityActor, &o.In.Actor},
		{store.EntityIssue, &o.In.Issue},
		{store.EntityTag, &o.In.Tag},
		{store.EntityCoder, &o.In.Coder},
	} {
		if *one.id == (store.ID{}) {
			continue
		}
		by, err := standingFor(ctx, p, one.entity, []store.ID{*one.id})
		if err != nil {
			return o, nil, err
		}
		if is, there := by[*one.id]; there {
			*one.id = is
		} else {
			gone = append(gone, named{one.entity, *one.id})
		}
	}
	return o, gone, nil
}

func standingFor(ctx context.Context, p *store.Project, e store.Entity, ids []store.ID) (map[store.ID]store.ID, error) {
	if len(ids) == 0 {
		return map[store.ID]store.ID{}, nil
	}
	return p.Standing(ctx, e, ids)
}

// nameOf is what a row is called that was deleted; its id if that is not known any more.
func nameOf(ctx context.Context, p *store.Project, row named) (string, error) {
	trash, _, err := p.Trash(ctx, store.Page{})
	for _, r := range trash {
		if r.Entity == row.entity && r.ID == row.id {
			return text.Shown(r.Title), nil
		}
	}
	return row.id.String(), err
}
