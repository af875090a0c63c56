package store

import (
	"context"
	"encoding/json"
)

// Preset is the choices of an export, kept under a name.
type Preset struct {
	ID      ID
	Name    string `field:"name" words:"name" shown:"title"`
	Options string `field:"options" words:"text"` // a JSON object; whoever exports knows what is in it
}

// fieldOptions is the field with the choices of a preset.
const fieldOptions = "options"

// Presets lists the presets by name.
func (p *Project) Presets(ctx context.Context) ([]Preset, error) {
	return listByName(ctx, p, EntityPreset, func(r Preset) string { return r.Name })
}

// SavePreset keeps the choices of an export under a name: as the preset with the id, or as a new one if that is zero. CodeInvalid if
// the choices are no JSON object, or the name is none.
func (b *Batch) SavePreset(id ID, name, options string) (Preset, error) {
	p := Preset{ID: id, Name: name, Options: options}
	if id == (ID{}) {
		err := checkPreset(nil, &p)
		if err == nil {
			err = b.add(EntityPreset, &p)
		}
		return p, err
	}
	return p, update(b, EntityPreset, id, func(q *Preset) { q.Name, q.Options = p.Name, p.Options }, checkPreset)
}

// AddPreset keeps choices under a name as a new preset with that id; CodeExists if there is one.
func (b *Batch) AddPreset(id ID, name, options string) error {
	p := Preset{ID: id, Name: name, Options: options}
	if err := checkPreset(nil, &p); err != nil {
		return err
	}
	return b.add(EntityPreset, &p)
}

func checkPreset(_, p *Preset) error {
	var choices map[string]json.RawMessage
	if err := json.Unmarshal([]byte(p.Options), &choices); err != nil || choices == nil {
		return NewError(CodeInvalid, err, "The choices of the preset “%s” are no JSON object.", p.Name)
	}
	return nil
}
