package suggest

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// What the rules know of the words of a language stands in a file of its own, so that somebody who speaks it can mend it or add
// another.
//
//go:embed tables/*.txt tables/names/*.txt tables/verbs/*.txt
var tableFiles embed.FS

// table are the sets of words of one language, by the name of their section.
type table map[string]map[string]bool

var (
	tables  = readTables()
	english = tables["en"]
)

// readTables reads the tables by the code of their language; what they know of names in one, by “names/” and the code.
func readTables() map[string]table {
	all := map[string]table{}
	files := slices.Concat(tableNames("tables/*.txt"), tableNames("tables/names/*.txt"))
	for _, name := range files {
		content, err := tableFiles.ReadFile(name)
		if err != nil {
			panic(err) // it is within the program
		}
		all[strings.TrimSuffix(strings.TrimPrefix(name, "tables/"), ".txt")] = newTable(string(content))
	}
	return all
}

func tableNames(pattern string) []string {
	files, err := fs.Glob(tableFiles, pattern)
	if err != nil {
		panic(err) // the pattern is wrong
	}
	return files
}

// newTable reads a table: [section], then its words; lines that begin with # are for people. A word after = is not folded: French tells
// “à” from “a” (parted.go).
func newTable(content string) table {
	t, section := table{}, map[string]bool{}
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		name, opens := strings.CutPrefix(line, "[")
		switch {
		case strings.HasPrefix(line, "#"):
		case opens:
			section = map[string]bool{}
			t[strings.TrimSuffix(name, "]")] = section
		default:
			for w := range strings.FieldsSeq(line) {
				if as, isSo := strings.CutPrefix(w, "="); isSo {
					section[as] = true
					continue
				}
				section[text.Fold(w)] = true
			}
		}
	}
	return t
}

// acts are what verbs of saying do.
var acts = []store.Act{
	store.ActSays, store.ActDenies, store.ActAsks, store.ActDemands, store.ActPromises, store.ActThreatens, store.ActDeclines,
}

// sayings are the verbs of saying, with what they do.
var sayings = func() map[string]store.Act {
	all := map[string]store.Act{}
	for _, act := range acts {
		for form := range english[string(act)] {
			all[form] = act
		}
	}
	return all
}()

var (
	asNouns           = english["as nouns"]
	noAdverbs         = english["no adverbs"]
	citings           = english["citing"]
	opposings         = english["opposing"]
	supportings       = english["supporting"]
	besides           = english["besides"]
	breaks            = english["breaks"]
	prepositions      = english["prepositions"]
	determiners       = english["determiners"]
	pronounsHe        = english["he"]
	pronounsOther     = english["it"]
	courtesies        = english["courtesies"]
	courtesiesInFull  = english["courtesies in full"]
	titles            = english["titles"]
	titleWords        = english["title words"]
	titlesMore        = english["titles more"]
	besideTitles      = english["beside titles"]
	arabicArticles    = english["small articles"]
	placeHeads        = english["place heads"]
	waters            = english["waters"]
	juniors           = english["juniors"]
	honours           = english["honours"]
	offices           = english["offices"]
	pasts             = english["pasts"]
	organisationWords = english["organisations"]
	groupWords        = english["groups"]
	unionsBegin       = english["unions begin"]
	neighbours        = english["neighbours"]
	particles         = setOfAllTables("particles")
	ofStates          = english["of states"]
	ofStatesAlone     = english["of states alone"]
	knownAs           = english["known as"]
	governments       = english["governments"]
	stateForms        = english["state forms"]
	daysAndMonths     = english["days and months"]
	weekdays          = english["weekdays"]
	placesBegin       = inAllTables("places begin")
	placesEnd         = inAllTables("places end")
	organisationStems = inAllTables("organisations begin")
	organisationEnds  = inAllTables("organisations end")
)

// setOfAllTables are the words of a section in all languages.
func setOfAllTables(section string) map[string]bool {
	all := map[string]bool{}
	for _, t := range tables {
		maps.Copy(all, t[section])
	}
	return all
}

// inAllTables are the words of a section in all languages, in order.
func inAllTables(section string) []string {
	return slices.Sorted(maps.Keys(setOfAllTables(section)))
}

// flaw is what is wrong with a table within the program, for those who write tables.
type flaw string

// Error implements error.
func (f flaw) Error() string { return string(f) }

func flawed(pattern string, args ...any) error { return flaw(fmt.Sprintf(pattern, args...)) }
