package preview

import (
	"encoding/json"

	"standpoint/app/desk"
	"standpoint/app/intake"
)

// columnsKey is the preference under which it is kept what columns hold, by their names.
const columnsKey = "columns of tables"

// rememberedColumns is what columns were said to hold before.
func rememberedColumns(p desk.Prefs) map[string]intake.Field {
	columns := map[string]intake.Field{}
	if json.Unmarshal([]byte(p.String(columnsKey)), &columns) != nil {
		return nil
	}
	return columns
}

// rememberColumns keeps what the columns of a table were said to hold, for the next tables with columns of these names. Of those about
// which nothing is said nothing is kept.
func rememberColumns(p desk.Prefs, of []intake.Column, chosen map[string]intake.Field) {
	columns := rememberedColumns(p)
	if columns == nil {
		columns = map[string]intake.Field{}
	}
	for _, c := range of {
		delete(columns, c.Name)
		if field, said := chosen[c.Name]; said {
			columns[c.Name] = field
		}
	}
	if data, err := json.Marshal(columns); err == nil {
		p.SetString(columnsKey, string(data))
	}
}
