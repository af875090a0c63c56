package preview

import (
	"encoding/json"
	"maps"

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

// rememberColumns keeps what columns were said to hold, for the next tables with columns of these names.
func rememberColumns(p desk.Prefs, chosen map[string]intake.Field) {
	columns := rememberedColumns(p)
	if columns == nil {
		columns = map[string]intake.Field{}
	}
	maps.Copy(columns, chosen)
	if data, err := json.Marshal(columns); err == nil {
		p.SetString(columnsKey, string(data))
	}
}
