package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// fullNames are the names of persons that a text has in full, by their last words, as they are first told.
type fullNames map[string][][]word

// mostOfOneName is how many persons of one last name are told apart.
const mostOfOneName = 8

// named is the first with a last name who can have a title, or else the first; nil if there is none.
func (f fullNames) named(last string, title []word) []word {
	all := f[last]
	if len(all) == 0 {
		return nil
	}
	wanted := genderUnknown
	for _, w := range title {
		if isCourtesy(w) {
			wanted = firstNameGender(w)
		}
	}
	for _, name := range all {
		if firstNameGender(name[0]).agrees(wanted) {
			return name
		}
	}
	return all[0]
}

// firstNameGender is how English speaks of somebody who has this title or first name.
func firstNameGender(w word) gender {
	switch fold := strings.TrimSuffix(w.fold, "."); {
	case english["women"][fold]:
		return genderShe
	case english["men"][fold]:
		return genderHe
	}
	return genderGiven(w)
}

// The first names of women and of men, of many languages.
var (
	namesOfWomen = listNames("women", "given")
	namesOfMen   = listNames("men", "given")
)

// genderGiven is how English speaks of somebody with a first name that is not among its commonest.
func genderGiven(w word) gender {
	switch first, _, _ := strings.Cut(w.fold, "-"); {
	case !w.large:
	case namesOfWomen[first]:
		return genderShe
	case namesOfMen[first]:
		return genderHe
	}
	return genderUnknown
}

// read reads them from the words of a sentence.
func (f fullNames) read(words []word) {
	for i := 0; i < len(words); i++ {
		if !words[i].large || words[i].mark {
			continue
		}
		end := i
		for end < len(words) && isOfRun(words, end, i) {
			end++
		}
		if end == i {
			continue
		}
		run := words[i:end]
		i = end - 1
		run = withoutOwner(bareName(run))
		isThing := slices.ContainsFunc(run, func(w word) bool { return w.fold == "of" }) // “Shares of Amperon”
		if isThing || !isPersonalName(run) || kindOf(run) != store.ActorPerson {
			continue
		}
		last := run[len(run)-1].fold
		isSame := func(name []word) bool { return name[0].fold == run[0].fold }
		if len(f[last]) < mostOfOneName && !slices.ContainsFunc(f[last], isSame) {
			f[last] = append(f[last], run)
		}
	}
}

// withoutOwner is a name without the end by which something is somebody's: “Maud Tennant's bees”.
func withoutOwner(run []word) []word {
	last := len(run) - 1
	if last < 0 || !run[last].owns {
		return run
	}
	run = slices.Clone(run)
	run[last].owns = false
	return run
}

// bareName is a name without what stands before and after it: titles, honours, where somebody is from.
func bareName(run []word) []word {
	if len(run) > 1 && (isConjunction(run[0]) || pronounsHe[run[0].fold] || pronounsOther[run[0].fold]) {
		run = run[1:]
	}
	run = run[titleEnd(run):]
	if len(run) > 1 && (english["epithets"][run[0].fold] || english["persons"][run[0].fold]) { // “Goalkeeper | Odo Lenz”
		run = run[1:]
	}
	for len(run) > 2 && english["honours"][run[len(run)-1].fold] { // Ida Moll | KC
		run = run[:len(run)-1]
	}
	for len(run) > 2 && (run[0].owns || isOfStateName(run[0])) {
		run = run[1:]
	}
	if of := slices.IndexFunc(run, func(w word) bool { return w.fold == "of" }); of > 1 { // Mara Ellin | of Sarn
		run = run[:of]
	}
	return run
}
